"""One box of the theory of change."""

from django.http import Http404, HttpRequest, HttpResponse

from ressources.models import TheorieChangementPage
from ressources.presentation.theorie import contexte_element


def element(page: TheorieChangementPage, request: HttpRequest, code: str) -> HttpResponse:
    """What it says, what works on it."""
    contexte = contexte_element(page, code, request)
    if contexte is None:
        raise Http404
    return page.render(request, template="ressources/element_theorie.html", context_overrides=contexte)
