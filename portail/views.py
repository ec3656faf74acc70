"""Views of the site as a whole."""

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portail.plan import entrees
from recherche.views import page_recherche
from ressources.models import Mesure, Periode, Pilier, PublicCible, Territoire, TypeAction, TypeOutil

# Facets whose values have an address of their own.
PRESELECTIONS = {
    "pilier": Pilier,
    "mesure": Mesure,
    "public": PublicCible,
    "periode": Periode,
    "territoire": Territoire,
    "outil": TypeOutil,
    "action": TypeAction,
}


@require_safe
def preselection(request: HttpRequest, facette: str, code: str) -> HttpResponse:
    """The page of a pillar, a public …: the search with one value fixed by the address. 404 for an unknown value."""
    modele = PRESELECTIONS.get(facette)
    terme = modele.objects.filter(code=code).first() if modele else None
    if terme is None:
        raise Http404
    return page_recherche(request, preselection={facette: terme.code}, titre=terme.nom, terme=terme)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be crawled; combinations of filters are not worth it."""
    plan = request.build_absolute_uri("/sitemap.xml")
    lignes = ["User-agent: *", "Disallow: /admin/", "Disallow: /*?", f"Sitemap: {plan}", ""]
    return HttpResponse("\n".join(lignes), content_type="text/plain; charset=utf-8")


@require_safe
def plan_du_site(request: HttpRequest) -> HttpResponse:
    """The sitemap of both languages, each page with its alternates."""
    return render(
        request, "portail/plan_du_site.xml", {"entrees": entrees(request)}, content_type="application/xml"
    )


@require_safe
def sante(request: HttpRequest) -> JsonResponse:
    """For a health check: the database answers."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT 1")
    return JsonResponse({"etat": "ok"})
