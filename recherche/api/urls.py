"""Addresses of the API, without a language: to be mounted under `api/`, outside i18n_patterns."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path, re_path

from recherche.api.erreurs import erreur
from recherche.api.frontiere import publique
from recherche.api.operations import api


@publique("recherche")
def introuvable(request: HttpRequest) -> HttpResponse:
    """Any other address."""
    return erreur(request, "adresse_inconnue", 404)


def _publics(motifs: list[URLPattern]) -> list[URLPattern]:
    """Ninja's addresses (search, suggestions, schema) behind our border; its root page is not one of them."""
    for motif in motifs:
        motif.callback = publique("suggestions" if motif.name == "suggestions" else "recherche")(
            motif.callback
        )
    return motifs


motifs, _application, espace = api.urls
version = [motif for motif in motifs if motif.name != "api-root"]
urlpatterns = [
    path("v1/", include((_publics(version), espace), namespace=espace)),
    re_path("", introuvable),
]
