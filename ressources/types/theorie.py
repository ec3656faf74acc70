"""The theory of change, whose boxes have their own address."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, Indexation, TypePage
from ressources.indexation.pages import SourcePages
from ressources.models import ElementTheorie, TheorieChangementPage, VersionTheorie
from ressources.presentation.theorie import contexte_theorie
from ressources.secours.parties import FamillePage
from ressources.vues.theorie import element

CODE = "theorie"
_pages = SourcePages(CODE, TheorieChangementPage, ElementTheorie)

PAGES = Indexation(
    source=_pages,
    repli=FamillePage(CODE, TheorieChangementPage, ElementTheorie),
    touche={
        ElementTheorie: _pages.cles_des_pages,
        VersionTheorie: _pages.cles_des_pages,
        TheorieChangementPage: _pages.cles_de,
    },
    sous=_pages.cles_sous,
)
TYPE = TypePage(
    modele=TheorieChangementPage,
    genre=Genre(code=CODE, libelle=_("Théorie du changement"), pluriel=_("Théorie du changement"), rang=90),
    contexte=contexte_theorie,
    vues=(path("<slug:code>/", element, name="partie"),),
    indexations=(PAGES,),
)
