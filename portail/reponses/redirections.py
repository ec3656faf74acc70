"""Printed addresses live for ever: what lay beneath a page that moved or was renamed is found beneath its new address.

Wagtail keeps the old addresses of pages. Those of their parts (a figure, an organisation, a measure, open data), and of
pages that were not public on the day of the change, are led from the longest old address that begins them. A file that
was replaced by another of another name is found by its number. What follows the "?" (the filters of a list) goes along.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from ressources.documents.acces import ouverts
from ressources.models import DocumentPortail

PROFONDEUR = 8  # components of an address; ours have five at most
ETAPES = 5  # old addresses that lead to one another


class Redirections(RedirectMiddleware):
    """Wagtail's, then what it does not know."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        reponse = super().process_response(request, response)
        if reponse.status_code == 404 and request.method in ("GET", "HEAD"):
            adresse = _fichier(request) or adresse_actuelle(request)
            reponse = HttpResponsePermanentRedirect(adresse) if adresse else reponse
        return reponse if reponse is response else _avec_filtres(reponse, request)


def _avec_filtres(reponse: HttpResponse, request: HttpRequest) -> HttpResponse:
    """What the address asked after its "?", when a redirect within the site has nothing there of its own."""
    adresse, filtres = reponse["Location"], request.META.get("QUERY_STRING", "")
    if filtres and "?" not in adresse and url_has_allowed_host_and_scheme(adresse, {request.get_host()}):
        reponse["Location"] = f"{adresse}?{filtres}"
    return reponse


def _fichier(request: HttpRequest) -> str:
    """The address of a public file asked under the name that it had before; "" otherwise."""
    trouve = request.resolver_match
    if trouve is None or trouve.url_name != "wagtaildocs_serve":
        return ""
    numero, nom = trouve.args
    fichier = ouverts(DocumentPortail.objects.filter(pk=numero)).first()
    return fichier.url if fichier and fichier.filename != nom else ""


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
