"""Mistakes that a newcomer would make with the types of pages."""

from collections import Counter
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register

from ressources.declaration import genres, types
from ressources.models import Fiche
from ressources.models.page_portail import PagePortail


@register()
def verifier_types(**kwargs: Any) -> list[CheckMessage]:
    """Every page that visitors see is declared: else it would show nothing of its own, and nobody would find it."""
    declares = {declare.modele for declare in types()}
    oublies = (
        modele
        for modele in apps.get_models()
        if issubclass(modele, PagePortail) and modele is not Fiche and modele not in declares
    )
    return [
        Error(
            f"{modele.__name__} is declared nowhere.",
            hint="Add its module to the types of its application (docs/recettes/ajouter-un-type.md).",
            id="ressources.E001",
        )
        for modele in oublies
    ]


@register()
def verifier_codes(**kwargs: Any) -> list[CheckMessage]:
    """Two kinds with one code would be one facet value, and one family of index keys."""
    codes = Counter(genre.code for genre in genres())
    return [
        Error(f"Two kinds are called {code!r}.", hint="Give one of them another code.", id="ressources.E002")
        for code, nombre in codes.items()
        if nombre > 1
    ]
