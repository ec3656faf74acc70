"""Printed addresses live for ever: what lay beneath a page that moved or was renamed is found beneath its new address.

Wagtail keeps the old addresses of pages. Those of their parts (a figure, an organisation, a measure, open data), and of
pages that were not public on the day of the change, are led from the longest old address that begins them.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

PROFONDEUR = 8  # components of an address; ours have five at most
ETAPES = 5  # old addresses that lead to one another


class Redirections(RedirectMiddleware):
    """Wagtail's, then what it does not know."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        reponse = super().process_response(request, response)
        if reponse.status_code != 404 or request.method not in ("GET", "HEAD"):
            return reponse
        adresse = adresse_actuelle(request)
        return HttpResponsePermanentRedirect(adresse) if adresse else reponse


def adresse_actuelle(request: HttpRequest) -> str:
    """Where what was at this address is now, as a path; "" when nothing public answers there."""
    chemin, vus = request.path, set()
    while chemin and chemin not in vus and len(vus) < ETAPES:
        vus.add(chemin)
        page, suite = _ancienne(request, chemin)
        if page is None:
            return ""
        chemin = _joindre(page.get_url(request), suite)
        if chemin not in vus and _repond(page, request, suite):
            return chemin
    return ""


def _ancienne(request: HttpRequest, chemin: str) -> tuple[Page | None, list[str]]:
    """The page whose old address begins `chemin`, the longest first, and the components that follow it."""
    morceaux = [morceau for morceau in chemin.split("/") if morceau]
    if len(morceaux) > PROFONDEUR or "\0" in chemin:
        return None, []
    debuts = {Redirect.normalise_path("/" + "/".join(morceaux[:n])): n for n in range(1, len(morceaux) + 1)}
    connues = Redirect.get_for_site(Site.find_for_request(request)).filter(
        old_path__in=debuts, redirect_page__isnull=False, redirect_page_route_path=""
    )
    connues = sorted(
        connues.select_related("redirect_page"), key=lambda r: (-debuts[r.old_path], r.site_id is None)
    )
    if not connues:
        return None, []
    return connues[0].redirect_page.specific, morceaux[debuts[connues[0].old_path] :]


def _joindre(adresse: str | None, suite: list[str]) -> str:
    return adresse and "/".join([adresse.rstrip("/"), *suite, ""])


def _repond(page: Page, request: HttpRequest, suite: list[str]) -> bool:
    try:
        page.route(request, suite)
    except Http404:
        return False
    return True
