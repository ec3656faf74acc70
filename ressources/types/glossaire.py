"""The glossary, found by its terms."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, Indexation, TypePage
from ressources.indexation.pages import SourcePages
from ressources.models import GlossairePage, Terme
from ressources.presentation.glossaire import contexte_glossaire
from ressources.secours.parties import FamillePage
from ressources.vues.glossaire import terme

CODE = "glossaire"
_pages = SourcePages(CODE, GlossairePage, Terme)

PAGES = Indexation(
    source=_pages,
    repli=FamillePage(CODE, GlossairePage, Terme),
    touche={Terme: _pages.cles_des_pages, GlossairePage: _pages.cles_de},
    sous=_pages.cles_sous,
)
TYPE = TypePage(
    modele=GlossairePage,
    genre=Genre(code=CODE, libelle=_("Glossaire"), pluriel=_("Glossaire"), rang=120),
    contexte=contexte_glossaire,
    vues=(path("<slug:code>/", terme, name="partie"),),
    indexations=(PAGES,),
    schema={"@type": "DefinedTermSet"},
)
