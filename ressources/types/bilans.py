"""Bilans and the recommendations that they hold."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ressources.declaration import Genre, Indexation, TypeFiche
from ressources.declaration.valeurs import Fait
from ressources.indexation import recommandations
from ressources.models import BilanPage, Recommandation
from ressources.presentation.bilans import contexte_bilan
from ressources.presentation.faits import termes, texte
from ressources.presentation.volet_recommandations import CollecteurRecommandations
from ressources.secours.parties import FamilleRecommandations
from ressources.types.communs import FICHES, VOLETS

RECOMMANDATIONS = Indexation(
    source=recommandations.SourceRecommandations(),
    repli=FamilleRecommandations(),
    touche={
        Recommandation: recommandations.cles_de_la_recommandation,
        BilanPage: recommandations.cles_du_bilan,
    },
    sous=recommandations.cles_sous,
)


def faits(page: BilanPage) -> list[Fait]:
    """The period and the organisation that it tells."""
    organisation = termes("organisation", [page.organisation]) if page.organisation else []
    return [(_("Période"), texte(page.periode)), (_("Organisation"), organisation)]


TYPE = TypeFiche(
    modele=BilanPage,
    genre=Genre(code="bilan", libelle=gettext_lazy("Bilan"), pluriel=gettext_lazy("Bilans"), rang=50),
    parties=Genre(
        code=recommandations.PREFIXE,
        libelle=gettext_lazy("Recommandation"),
        pluriel=gettext_lazy("Recommandations"),
        rang=60,
    ),
    contexte=contexte_bilan,
    indexations=(FICHES, RECOMMANDATIONS),
    volets=(VOLETS, CollecteurRecommandations()),
    schema={"@type": "Report"},
    titre_liees=gettext_lazy("Bilans liés"),
    ordre_liees=("bilan", "thematique", "initiative", "action", "outil"),
    aucune=gettext_lazy("Aucun bilan n’en parle."),
    rang_pratique=3,
    porteur="organisation",
    portee=1.0,
    faits=faits,
    terrain=False,
)
