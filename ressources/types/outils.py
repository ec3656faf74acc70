"""Tools: what one can take and use."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recherche.registre import Facette
from ressources.declaration import FacettePropre, Genre, TypeFiche
from ressources.declaration.valeurs import Fait
from ressources.models import OutilPage
from ressources.presentation.faits import termes, texte
from ressources.presentation.fiches import contexte_fiche
from ressources.types.communs import FICHES, VOLETS


def faits(page: OutilPage) -> list[Fait]:
    """What it is, how long it takes, what it costs and needs."""
    cout = page.get_cout_display() + (f" ({page.cout_precision})" if page.cout_precision else "")
    return [
        (_("Type d’outil"), termes("outil", [page.type_outil] if page.type_outil_id else [])),
        (_("Durée"), texte(page.duree)),
        (_("Format"), texte(page.format)),
        (_("Coût"), texte(cout)),
        (_("Ce qu’il faut"), texte(page.besoins)),
    ]


TYPE = TypeFiche(
    modele=OutilPage,
    genre=Genre(code="outil", libelle=gettext_lazy("Outil"), pluriel=gettext_lazy("Outils"), rang=20),
    contexte=contexte_fiche,
    indexations=(FICHES,),
    volets=(VOLETS,),
    schema={
        "@type": "LearningResource",
        "learningResourceType": lambda page, request: page.type_outil.nom if page.type_outil_id else "",
        "isAccessibleForFree": lambda page, request: page.cout == OutilPage.Cout.GRATUIT or None,
    },
    titre_liees=gettext_lazy("Outils liés"),
    ordre_liees=("thematique", "initiative", "outil", "action", "bilan"),
    aucune=gettext_lazy("Aucun outil\u00a0: les sources n’en nomment pas."),
    rang_pratique=1,
    versant="pratique",
    faits=faits,
    facettes=(FacettePropre(facette=Facette("outil", gettext_lazy("Type d’outil")), champ="type_outil"),),
    carte=("duree",),
)
