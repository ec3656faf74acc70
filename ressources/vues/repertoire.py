"""The list of one type of sheet: the search with its type fixed."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from recherche import views
from ressources.declaration import fiche_de
from ressources.models import RepertoirePage


def liste(page: RepertoirePage, request: HttpRequest) -> HttpResponse:
    """Answers as the search page does: same parameters, same fragments, same mechanism."""
    gabarit = page.get_template(request)
    return views.repondre(request, {"type": page.genre}, gabarit, page.get_context(request))


def contexte(page: RepertoirePage, request: HttpRequest) -> dict[str, Any]:
    """What the type of its sheets shows besides; in a preview, the list too, as visitors would see it.

    A list that was never saved may have no type yet: its preview shows all that there is.
    """
    propre = fiche_de(page.genre).liste(page, request) if page.genre else {}
    if getattr(request, "is_preview", False):
        propre |= views.contexte(request, {"type": page.genre} if page.genre else {})
    return propre
