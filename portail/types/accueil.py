"""The home page: the site, and how to search it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from portail.models import AccueilPage
from portail.presentation.accueil import contexte_accueil
from ressources.declaration import TypePage


def _description(page: AccueilPage, request: HttpRequest) -> str:
    return settings.SITE_DEVISE if page.locale.language_code == "fr" else page.search_description


def _recherche(page: AccueilPage, request: HttpRequest) -> dict[str, Any]:
    """How another site may search this one."""
    adresse = request.build_absolute_uri(reverse("recherche:page"))
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": adresse + "?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }


TYPE = TypePage(
    modele=AccueilPage,
    contexte=contexte_accueil,
    schema={
        "@type": "WebSite",
        "name": settings.SITE_NOM,
        "description": _description,
        "potentialAction": _recherche,
    },
)
