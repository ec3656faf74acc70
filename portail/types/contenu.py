"""Institutional pages."""

from typing import Any

from django.http import HttpRequest

from portail.models import ContenuPage
from ressources.declaration import TypePage
from ressources.presentation.fil import fil


def contexte(page: ContenuPage, request: HttpRequest) -> dict[str, Any]:
    """Where the page stands; its texts are its own fields."""
    return {"fil": fil(page, request)}


TYPE = TypePage(modele=ContenuPage, contexte=contexte)
