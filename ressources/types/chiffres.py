"""Key figures: each has an address that can be cited, all are open data."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, Indexation, TypePage
from ressources.indexation.chiffres import CHEMINS, SourceChiffres
from ressources.models import ChiffreCle, ChiffresPage
from ressources.presentation.chiffres import contexte_chiffres
from ressources.presentation.volet_chiffres import CollecteurChiffres
from ressources.secours.parties import FamilleParties
from ressources.vues import chiffres as vues

_source = SourceChiffres()

CHIFFRES = Indexation(
    source=_source,
    repli=FamilleParties(
        genre=_source.prefixe,
        modele=ChiffreCle,
        page=ChiffresPage,
        titre=("valeur", "libelle"),
        bilingues=("valeur", "libelle", "population", "unite", "reperage", "note"),
        simples=("source",),
        filtres={
            "pilier": ("mesures__pilier__code__in",),
            "mesure": ("mesures__code__in",),
            "annee": ("annee__in",),
            "organisation": ("organisations__code__in",),
        },
    ),
    touche={
        ChiffreCle: _source.cles_du,
        ChiffresPage: _source.cles_de,
        **dict.fromkeys(CHEMINS, _source.cles_decrivant),
    },
    sous=_source.cles_sous,
    relations=(ChiffreCle.mesures, ChiffreCle.organisations),
)
TYPE = TypePage(
    modele=ChiffresPage,
    parties=Genre(code=_source.prefixe, libelle=_("Chiffre clé"), pluriel=_("Chiffres clés"), rang=100),
    contexte=contexte_chiffres,
    vues=(
        path("csv/", vues.tout_en_csv, name="tout_en_csv"),
        path("csv/<slug:code>/", vues.graphique_en_csv, name="graphique_en_csv"),
        path("<slug:code>/", vues.chiffre, name="partie"),
    ),
    indexations=(CHIFFRES,),
    volets=(CollecteurChiffres(),),
    schema={"@type": "Dataset"},
    explorer=True,
)
