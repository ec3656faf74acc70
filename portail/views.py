"""Views of the site as a whole."""

from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    JsonResponse,
)
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, get_language_from_path, override
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.models import Page

from portail.navigation.plan import entrees
from portail.partage import vignette as vignettes
from recherche.registre import registre
from recherche.views import page_recherche
from ressources.indexation.facettes import classements
from ressources.models.querysets import visibles

TROP_GRAND = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@require_safe
def preselection(request: HttpRequest, facette: str, code: str) -> HttpResponse:
    """The page of a pillar, a public …: the search with one value fixed by the address. 404 for an unknown value."""
    modele = classements().get(facette)
    terme = modele.objects.filter(code=code).first() if modele else None
    if terme is None:
        raise Http404
    adresse = reverse("preselection", args=[facette, terme.code])
    if request.path != adresse:  # the other language's word: an address of before
        return redirect(f"{adresse}?{request.GET.urlencode()}".rstrip("?"), permanent=True)
    genre = next((f.libelle for f in registre().facettes if f.code == facette), "")
    return page_recherche(request, {facette: terme.code}, titre=terme.nom, terme=terme, genre=genre)


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
    reponse["Cross-Origin-Resource-Policy"] = "cross-origin"  # made to be shown elsewhere
    return reponse


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A resized picture, for a site without a file server. Kept a day: another may take the name of a deleted one."""
    reponse = serve(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(reponse, public=True, max_age=24 * 3600)
    return reponse


def demande_refusee(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read: 413 when it is too large, else 400, in the reader's language. Under a host that is
    not ours no address may be written: the page that stands alone says it."""
    trop_grand = request.method == "POST" and isinstance(exception, TROP_GRAND)
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest(render_to_string("400_seule.html"))
    with override(get_language_from_path(request.path_info) or get_language()):
        return render(request, "400.html", {"trop_grand": trop_grand}, status=413 if trop_grand else 400)


@require_safe
def sante(request: HttpRequest) -> JsonResponse:
    """For a health check: the database answers."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT 1")
    return JsonResponse({"etat": "ok"})
