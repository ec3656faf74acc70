"""Linked data (schema.org, JSON-LD) of each type of page, from what the page already shows: no query of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from portail.partage.vignette import adresse_vignette

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
    genre = page.cached_content_type.model.removesuffix("page")
    objet = _plein(contexte.get("partie_liee")) or TYPES.get(genre, _page)(page, request)
    communs = {
        "@context": "https://schema.org",
        "@id": adresse,
        "url": adresse,
        "inLanguage": page.locale.language_code,
    }
    fil = _fil(contexte.get("fil") or [], request)
    return [communs | objet, *([fil] if fil else [])]


def _plein(objet: Mapping[str, Any] | None) -> Donnees:
    return {nom: valeur for nom, valeur in (objet or {}).items() if valeur not in ("", None, [])}


def _page(page: Page, request: HttpRequest) -> Donnees:
    dit = page.search_description or getattr(page, "chapo", "")
    return {"@type": "WebPage", "name": page.title, **({"description": dit} if dit else {})} | _dates(page)


def _dates(page: Page) -> Donnees:
    dates = {"datePublished": page.first_published_at, "dateModified": page.last_published_at}
    return {nom: moment.date().isoformat() for nom, moment in dates.items() if moment}


def _site(page: Page, request: HttpRequest) -> Donnees:
    """The home page: the site, and how to search it."""
    recherche = request.build_absolute_uri(reverse("recherche:page"))
    return {
        "@type": "WebSite",
        "name": settings.SITE_NOM,
        "description": settings.SITE_DEVISE if page.locale.language_code == "fr" else page.search_description,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": recherche + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }


def _fiche(genre: str, **propres: Any) -> Callable[[Any, HttpRequest], Donnees]:
    def decrire(page: Any, request: HttpRequest) -> Donnees:
        objet: Donnees = {
            "@type": genre,
            "name": page.title,
            "headline": page.title[:110],
            "description": page.resume,
            "image": request.build_absolute_uri(adresse_vignette(page)),
            "keywords": page.mots_cles,
            "license": LICENCES.get(page.licence, ""),
            "isPartOf": {"@type": "WebSite", "name": settings.SITE_NOM},
            **{nom: valeur(page) for nom, valeur in propres.items()},
        }
        return _plein(objet | _dates(page))

    return decrire


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


TYPES: dict[str, Callable[[Any, HttpRequest], Donnees]] = {
    "accueil": _site,
    "thematique": _fiche("Article"),
    "outil": _fiche(
        "LearningResource",
        learningResourceType=lambda page: page.type_outil.nom,
        isAccessibleForFree=lambda page: page.cout == "gratuit" or None,
    ),
    "initiative": _fiche("Article", about=lambda page: {"@type": "Project", "name": page.title}),
    "action": _fiche("Article", about=lambda page: {"@type": "Event", "name": page.title}),
    "bilan": _fiche("Report"),
    "plateforme": lambda page, request: _page(page, request) | {"@type": "AboutPage"},
    "chiffres": lambda page, request: _page(page, request) | {"@type": "Dataset"},
    "annuaire": lambda page, request: _page(page, request) | {"@type": "CollectionPage"},
    "glossaire": lambda page, request: _page(page, request) | {"@type": "DefinedTermSet"},
    "repertoire": lambda page, request: _page(page, request) | {"@type": "CollectionPage"},
}
