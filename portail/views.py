"""Views of the site as a whole."""

from uuid import UUID

from django.core.cache import cache
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portail.navigation.plan import entrees
from portail.partage import vignette as vignettes
from recherche.views import page_recherche
from ressources.models import Mesure, Periode, Pilier, PublicCible, Territoire, TypeAction, TypeOutil
from ressources.models.querysets import visibles

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
def image_de_partage(request: HttpRequest, langue: str, cle: UUID, marque: str) -> HttpResponse:
    """The picture of a shared link, of public pages only. An address of an older title leads to the present one."""
    page = visibles(Page.objects.filter(translation_key=cle, locale__language_code=langue)).specific().first()
    if page is None:
        raise Http404
    if marque != vignettes.marque(page):
        return redirect(vignettes.adresse_vignette(page))
    png = cache.get_or_set(
        f"vignette:{langue}:{cle}:{marque}", lambda: vignettes.vignette(page), 30 * 24 * 3600
    )
    reponse = HttpResponse(png, content_type="image/png")
    patch_cache_control(reponse, public=True, max_age=7 * 24 * 3600)
    return reponse


@require_safe
def sante(request: HttpRequest) -> JsonResponse:
    """For a health check: the database answers."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT 1")
    return JsonResponse({"etat": "ok"})
