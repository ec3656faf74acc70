"""The language switch and hreflang: where the page shown stands in each language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Page

from ressources.models.page_portail import chemin_de_la_partie
from ressources.models.querysets import visibles

NOMS = dict(settings.LANGUAGES)


def adresses_page(page: Page, request: HttpRequest) -> dict[str, str]:
    """Path of the live translations of `page` by language code, itself included. No alias counts as a translation.

    Of a part of the page (a measure of the platform), the same part.
    """
    traductions = visibles(page.get_translations(inclusive=True)).select_related("locale")
    suite = chemin_de_la_partie(request)
    adresses = ((t.locale.language_code, t.get_url(request)) for t in traductions)
    return {code: url + suite for code, url in adresses if url}


def adresses_vue(request: HttpRequest) -> dict[str, str]:
    """Path of a view (not a page) in each language: the same parameters, the translated address."""
    if request.resolver_match is None or request.resolver_match.url_name == "wagtail_serve":
        return {}
    chemin = request.get_full_path()
    return {code: translate_url(chemin, code) for code in NOMS}


def accueils() -> dict[str, str]:
    """Path of the home page in each language."""
    return {code: f"/{code}/" for code in NOMS}


def langues(request: HttpRequest) -> list[dict]:
    """Returns [{code, nom, url, courante, accueil}]; `url` is "" when the page is missing in that language."""
    page = getattr(request, "page_courante", None)
    adresses = adresses_page(page, request) if page else adresses_vue(request)
    maison, active = accueils(), get_language()
    return [
        {
            "code": code,
            "nom": nom,
            "url": adresses.get(code) or "",
            "courante": code == active,
            "accueil": maison[code],
        }
        for code, nom in NOMS.items()
    ]


def hreflang(request: HttpRequest, liste: list[dict]) -> list[dict[str, str]]:
    """Alternates for search engines, absolute, each page with itself and x-default; none without a translation."""
    connues = [(langue["code"], langue["url"]) for langue in liste if langue["url"]]
    if not connues:
        return []
    defaut = dict(connues).get(settings.LANGUAGE_CODE, connues[0][1])
    return [
        {"code": code, "url": request.build_absolute_uri(url)}
        for code, url in [*connues, ("x-default", defaut)]
    ]
