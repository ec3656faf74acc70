"""Breadcrumbs."""

from django.http import HttpRequest
from wagtail.models import Page

from ressources.models.page_portail import ancetres_lus


def fil(page, request: HttpRequest) -> list[dict[str, str]]:
    """Returns the ancestors of `page` from the home page on, as {titre, url}; the page itself is left out.

    One that is not translated leads to its original and names its language (`langue`).
    """
    ancetres = [ancetre for ancetre in ancetres_lus(page) if ancetre.live]
    ancetres = ancetres or list(page.get_ancestors().filter(depth__gt=1).live().select_related("locale"))
    if ancetres and ancetres[-1].locale_id == page.locale_id:
        page.locale = ancetres[-1].locale  # read with its parent's: whoever asks next costs no query
    return [_etape(ancetre, request) for ancetre in ancetres]


def _etape(page: Page, request: HttpRequest) -> dict[str, str]:
    if not page.alias_of_id:
        return {"titre": page.title, "url": page.get_url(request) or ""}
    original = page.alias_of
    langue = original.locale.language_code if original.locale_id != page.locale_id else ""
    return {"titre": page.title, "url": original.get_url(request) or "", "langue": langue}
