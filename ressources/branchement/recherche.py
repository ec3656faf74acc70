"""What the search knows of the content: sheets and measures become documents, classifications become facets."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale

from recherche.registre import Facette, Source
from recherche.registre import declarer as declarer_registre
from recherche.valeurs.document import Document
from ressources.indexation.facettes import valeurs
from ressources.indexation.fiches import PREFIXE, charger_lot, vers_document
from ressources.indexation.libelles import libelles_bilingues
from ressources.indexation.parties import SourceChiffres, SourceOrganisations
from ressources.indexation.plateforme import SourceMesures, SourcePages
from ressources.indexation.recommandations import SourceRecommandations
from ressources.models import Fiche
from ressources.presentation.cartes import LIBELLES, LIBELLES_PARTIES
from ressources.secours import secours

LOT = 50

# A theme is proposed as a sheet; a language or a year is chosen, not typed.
FACETTES = (
    Facette("type", _("Type")),
    Facette("pilier", _("Pilier")),
    Facette("mesure", _("Mesure")),
    Facette("theme", _("Thématique"), proposee=False),
    Facette("public", pgettext_lazy("facette", "Public")),
    Facette("periode", _("Période de vie")),
    Facette("territoire", _("Territoire")),
    Facette("outil", _("Type d’outil")),
    Facette("action", _("Genre d’action")),
    Facette("langue", _("Disponible en"), proposee=False),
    Facette("annee", _("Année"), proposee=False),
    Facette("organisation", _("Organisation")),
)


def _cles_de(cles: Collection[str]) -> list[UUID]:
    """The translation keys among index keys; those of other sources, or malformed, are passed over."""
    trouvees = []
    for cle in cles:
        prefixe, _deux_points, reste = cle.partition(":")
        if prefixe == PREFIXE:
            try:
                trouvees.append(UUID(reste))
            except ValueError:
                continue
    return trouvees


class SourceFiches(Source):
    """Public sheets of all types, in all their languages."""

    def cles(self) -> Iterator[str]:
        uuids = Fiche.objects.publiques().order_by().values_list("translation_key", flat=True).distinct()
        return (f"{PREFIXE}:{uuid}" for uuid in uuids.iterator())

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        locales = {locale.pk: locale.language_code for locale in Locale.objects.all()}
        requete = Fiche.objects.publiques()
        if cles is not None:
            requete = requete.filter(translation_key__in=_cles_de(cles))
        pks = list(requete.order_by("pk").values_list("pk", flat=True))
        for debut in range(0, len(pks), LOT):
            lot, contexte = charger_lot(pks[debut : debut + LOT])
            for fiche in lot:
                yield vers_document(fiche, locales[fiche.locale_id], contexte)


def declarer() -> None:
    """Called once, when the application is ready."""
    declarer_registre(
        sources=[
            SourceFiches(),
            SourceMesures(),
            SourcePages(),
            SourceRecommandations(),
            SourceChiffres(),
            SourceOrganisations(),
        ],
        facettes=FACETTES,
        genres=LIBELLES | LIBELLES_PARTIES,
        valeurs=valeurs,
        secours=secours,
        traductions=libelles_bilingues,
        populaire="theme",
    )
