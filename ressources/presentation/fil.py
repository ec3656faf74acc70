"""Breadcrumbs."""

from django.http import HttpRequest

from ressources.models.page_portail import ancetres_lus


def fil(page, request: HttpRequest) -> list[dict[str, str]]:
    """Returns the ancestors of `page` from the home page on, as {titre, url}; the page itself is left out."""
    ancetres = [ancetre for ancetre in ancetres_lus(page) if ancetre.live]
    ancetres = ancetres or list(page.get_ancestors().filter(depth__gt=1).live().select_related("locale"))
    if ancetres and ancetres[-1].locale_id == page.locale_id:
        page.locale = ancetres[-1].locale  # read with its parent's: whoever asks next costs no query
    return [{"titre": a.title, "url": a.get_url(request) or ""} for a in ancetres]
