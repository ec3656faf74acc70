"""The public children of the home page: one query per request for the menu, the footer and the links to such pages."""

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from ressources.models.querysets import visibles


def pages_du_site(request: HttpRequest) -> list[Page]:
    """Those of the active language, in their order, with their content type; not specific."""
    langue = get_language() or "fr"
    connues = request.__dict__.setdefault("_pages_du_site", {})
    if langue not in connues:
        pages = visibles(Page.objects.filter(depth=3, locale__language_code=langue))
        liees = pages.select_related("locale", "content_type", "repertoirepage")
        connues[langue] = list(liees.order_by("path"))
    return connues[langue]


def adresse_du_type(modele: type[Page], request: HttpRequest) -> str:
    """The path of the first page of this type; "" where there is none."""
    nom = modele._meta.model_name
    page = next((page for page in pages_du_site(request) if page.content_type.model == nom), None)
    return (page.get_url(request) or "") if page else ""
