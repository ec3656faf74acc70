"""The platform, whose measures have their own address."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, Indexation, TypePage
from ressources.indexation.mesures import SourceMesures
from ressources.indexation.pages import SourcePages
from ressources.models import Mesure, Pilier, PlateformePage
from ressources.presentation.plateforme import contexte_plateforme
from ressources.secours.parties import FamillePage, FamilleParties
from ressources.vues.plateforme import mesure

CODE = "plateforme"
_mesures = SourceMesures()
_pages = SourcePages(CODE, PlateformePage, Mesure)

MESURES = Indexation(
    source=_mesures,
    repli=FamilleParties(
        genre="mesure",
        modele=Mesure,
        page=PlateformePage,
        titre=("nom",),
        bilingues=("en_clair", "divergence", "raison"),
        simples=("nom_fr", "nom_en", "code", "pilier__nom_fr", "pilier__nom_en"),
        filtres={"pilier": ("pilier__code__in",), "mesure": ("code__in",)},
    ),
    touche={
        Mesure: _mesures.cles_de_la_mesure,
        Pilier: _mesures.cles_du_pilier,
        PlateformePage: _mesures.cles_de,
    },
    sous=_mesures.cles_sous,
)
PAGES = Indexation(
    source=_pages,
    repli=FamillePage(CODE, PlateformePage, Mesure),
    touche={
        Mesure: _pages.cles_des_pages,
        Pilier: _pages.cles_des_pages,
        PlateformePage: _pages.cles_de,
    },
    sous=_pages.cles_sous,
)
TYPE = TypePage(
    modele=PlateformePage,
    genre=Genre(code=CODE, libelle=_("Plateforme"), pluriel=_("Plateforme"), rang=80),
    parties=Genre(code="mesure", libelle=_("Mesure"), pluriel=_("Mesures"), rang=70),
    contexte=contexte_plateforme,
    vues=(path("<slug:code>/", mesure, name="partie"),),
    indexations=(MESURES, PAGES),
    schema={"@type": "AboutPage"},
)
