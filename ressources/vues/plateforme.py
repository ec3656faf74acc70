"""One measure of the platform."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from ressources.models import PlateformePage
from ressources.presentation.plateforme import contexte_mesure


def mesure(page: PlateformePage, request: HttpRequest, code: str) -> HttpResponse:
    """The page of one measure; an address typed in lower case leads to it too."""
    contexte = contexte_mesure(page, code, request)
    if contexte is None:
        raise Http404
    if contexte["mesure"].code != code:
        return redirect(page.adresse_partie(contexte["mesure"].code, request), permanent=True)
    return page.render(request, template="ressources/mesure.html", context_overrides=contexte)
