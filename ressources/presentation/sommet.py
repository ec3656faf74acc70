"""The public pages right beneath the home page, read once per request: menu, footer, and whoever links to one."""

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from ressources.querysets import visibles


def pages_du_sommet(request: HttpRequest) -> list[Page]:
    """In the active language, in their order, with their locale, type and (for a list) its short name."""
    langue = get_language() or "fr"
    connues = request.__dict__.setdefault("_sommet", {})
    if langue not in connues:
        pages = visibles(Page.objects.filter(depth=3, locale__language_code=langue))
        connues[langue] = list(
            pages.select_related("locale", "content_type", "repertoirepage").order_by("path")
        )
    return connues[langue]


def adresse_de(request: HttpRequest, modele: str, code: str = "") -> str:
    """The address of the page of this content type, or of a part of it; "" where there is none."""
    pages = (page for page in pages_du_sommet(request) if page.content_type.model == modele)
    adresse = next((page.get_url(request) or "" for page in pages), "")
    return adresse + f"{code}/" if adresse and code else adresse
