"""Themes: what is known, beside what was done."""

from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, TypeFiche
from ressources.models import ThematiquePage
from ressources.presentation.fiches import contexte_fiche
from ressources.types.communs import FICHES, VOLETS

TYPE = TypeFiche(
    modele=ThematiquePage,
    genre=Genre(code="thematique", libelle=_("Thématique"), pluriel=_("Thématiques"), rang=10),
    contexte=contexte_fiche,
    indexations=(FICHES,),
    volets=(VOLETS,),
    schema={"@type": "Article"},
    titre_liees=_("Thématiques liées"),
    ordre_liees=("initiative", "outil", "action", "bilan", "thematique"),
    aucune=_("Aucune thématique n’en traite encore."),
    rang_pratique=2,
    versant="savoir",
)
