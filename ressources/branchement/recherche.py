"""What the search knows of the content: what is declared becomes documents, and classifications facets."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recherche.registre import Facette
from recherche.registre import declarer as declarer_registre
from ressources.declaration import fiches, genres, indexations
from ressources.indexation.facettes import valeurs
from ressources.indexation.libelles import libelles_bilingues
from ressources.secours import secours

# A theme is proposed as a sheet; a language or a year is chosen, not typed.
COMMUNES = (
    Facette("type", _("Type")),
    Facette("pilier", _("Pilier")),
    Facette("mesure", _("Mesure")),
    Facette("theme", _("Thématique"), proposee=False),
    Facette("public", pgettext_lazy("facette", "Public")),
    Facette("periode", _("Période de vie")),
    Facette("territoire", _("Territoire")),
)
FINALES = (
    Facette("langue", _("Disponible en"), proposee=False),
    Facette("annee", _("Année"), proposee=False),
    Facette("organisation", _("Organisation")),
)


def declarer() -> None:
    """Called once, when the types are declared."""
    propres = [propre.facette for declare in fiches() for propre in declare.facettes]
    declarer_registre(
        sources=[indexation.source for indexation in indexations()],
        facettes=[*COMMUNES, *propres, *FINALES],
        genres={genre.code: genre.libelle for genre in genres()},
        valeurs=valeurs,
        secours=secours,
        traductions=libelles_bilingues,
        populaire="theme",
    )
