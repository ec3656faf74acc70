"""Initiatives: what a local group did, and what came of it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ressources.declaration import Genre, TypeFiche
from ressources.declaration.valeurs import Fait
from ressources.models import InitiativePage
from ressources.presentation.faits import termes, texte
from ressources.presentation.fiches import contexte_fiche
from ressources.types.communs import FICHES, VOLETS


def faits(page: InitiativePage) -> list[Fait]:
    """Who carried it, and when."""
    porteur = termes("organisation", [page.porteur]) if page.porteur else []
    return [(_("Portée par"), porteur), (_("Quand"), texte(page.periode_realisation))]


TYPE = TypeFiche(
    modele=InitiativePage,
    genre=Genre(
        code="initiative", libelle=gettext_lazy("Initiative"), pluriel=gettext_lazy("Initiatives"), rang=30
    ),
    contexte=contexte_fiche,
    indexations=(FICHES,),
    volets=(VOLETS,),
    schema={"@type": "Article", "about": lambda page, request: {"@type": "Project", "name": page.title}},
    titre_liees=gettext_lazy("Initiatives liées"),
    ordre_liees=("thematique", "outil", "initiative", "action", "bilan"),
    aucune=gettext_lazy("Aucune initiative\u00a0: les sources n’en nomment pas."),
    rang_pratique=0,
    versant="pratique",
    porteur="porteur",
    faits=faits,
)
