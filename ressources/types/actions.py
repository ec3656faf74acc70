"""Advocacy actions, told family by family, and in the order of time in their list."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recherche.registre import Facette
from ressources.declaration import FacettePropre, Genre, TypeFiche
from ressources.declaration.valeurs import Fait
from ressources.models import ActionPage, RepertoirePage
from ressources.presentation.actions import contexte_action
from ressources.presentation.chronologie import chronologie
from ressources.presentation.faits import termes, texte
from ressources.types.communs import FICHES, VOLETS


def faits(page: ActionPage) -> list[Fait]:
    """When it was led, by whom, and of which kind it is."""
    organisation = termes("organisation", [page.organisation]) if page.organisation else []
    return [
        (_("Quand"), texte(page.periode)),
        (_("Menée par"), organisation),
        (_("Genre d’action"), termes("action", page.types_action.all())),
    ]


def liste(page: RepertoirePage, request: HttpRequest) -> dict[str, Any]:
    """The line of time above the list."""
    return {"chronologie": chronologie(page.locale_id, request)}


TYPE = TypeFiche(
    modele=ActionPage,
    genre=Genre(
        code="action",
        libelle=gettext_lazy("Action mobilisatrice"),
        pluriel=gettext_lazy("Actions mobilisatrices"),
        rang=40,
    ),
    contexte=contexte_action,
    indexations=(FICHES,),
    volets=(VOLETS,),
    schema={"@type": "Article", "about": lambda page, request: {"@type": "Event", "name": page.title}},
    titre_liees=gettext_lazy("Actions mobilisatrices liées"),
    ordre_liees=("action", "thematique", "initiative", "outil", "bilan"),
    aucune=gettext_lazy("Aucune action\u00a0: les sources n’en nomment pas."),
    rang_pratique=4,
    versant="pratique",
    porteur="organisation",
    faits=faits,
    pour_qui=gettext_lazy("Publics visés"),
    terrain=False,
    facettes=(
        FacettePropre(facette=Facette("action", gettext_lazy("Genre d’action")), champ="types_action"),
    ),
    liste=liste,
)
