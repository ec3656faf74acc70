"""Linked data (schema.org, JSON-LD) of each type of page, from what the page already shows: no query of its own."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from portail.partage.vignette import adresse_vignette
from ressources.declaration import TypeFiche, type_de

LICENCES = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-nc-sa-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "domaine-public": "https://creativecommons.org/publicdomain/mark/1.0/",
}
Donnees = dict[str, Any]


def donnees_liees(page: Page, request: HttpRequest, contexte: Mapping[str, Any]) -> list[Donnees]:
    """The things that a page describes, each a schema.org object; `contexte` is that of the page's template.

    A part of a page (an organisation, a measure) gives its own object as `partie_liee` in the context.
    """
    adresse = request.build_absolute_uri(request.path)
    objet = _plein(contexte.get("partie_liee")) or _decrire(page, request)
    communs = {
        "@context": "https://schema.org",
        "@id": adresse,
        "url": adresse,
        "inLanguage": page.locale.language_code,
    }
    fil = _fil(contexte.get("fil") or [], request)
    return [communs | objet, *([fil] if fil else [])]


def _decrire(page: Page, request: HttpRequest) -> Donnees:
    """What its type declares, over what is said of any sheet or of any page."""
    declare = type_de(type(page))
    propres = {nom: v(page, request) if callable(v) else v for nom, v in declare.schema.items()}
    communs = _fiche if isinstance(declare, TypeFiche) else _page
    return _plein(communs(page, request) | propres)


def _plein(objet: Mapping[str, Any] | None) -> Donnees:
    return {nom: valeur for nom, valeur in (objet or {}).items() if valeur not in ("", None, [])}


def _page(page: Page, request: HttpRequest) -> Donnees:
    dit = page.search_description or getattr(page, "chapo", "")
    return {"name": page.title, "description": dit} | _dates(page)


def _dates(page: Page) -> Donnees:
    dates = {"datePublished": page.first_published_at, "dateModified": page.last_published_at}
    return {nom: moment.date().isoformat() for nom, moment in dates.items() if moment}


def _fiche(page: Any, request: HttpRequest) -> Donnees:
    objet: Donnees = {
        "name": page.title,
        "headline": page.title[:110],
        "description": page.resume,
        "image": request.build_absolute_uri(adresse_vignette(page)),
        "keywords": page.mots_cles,
        "license": LICENCES.get(page.licence, ""),
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NOM},
    }
    return objet | _dates(page)


def _fil(etapes: list[dict[str, str]], request: HttpRequest) -> Donnees:
    """The breadcrumb, as search engines read it."""
    liste = [
        {
            "@type": "ListItem",
            "position": rang,
            "name": str(etape["titre"]),
            **({"item": request.build_absolute_uri(etape["url"])} if etape.get("url") else {}),
        }
        for rang, etape in enumerate(etapes, 1)
    ]
    return (
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": liste}
        if liste
        else {}
    )
