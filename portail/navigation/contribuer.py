"""Where a visitor may propose a resource: the page that the site came with, as long as editors keep it public."""

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from ressources.chargement.valeurs import cle_traduction
from ressources.models.querysets import visibles

CLE = "pg-contribuer"


def url_contribuer(request: HttpRequest) -> str:
    """Its address in the active language; empty when it was removed, withdrawn or restricted. One query."""
    pages = Page.objects.filter(
        translation_key=cle_traduction(CLE), locale__language_code=get_language() or "fr"
    )
    page = visibles(pages).select_related("locale").first()
    return (page.get_url(request) or "") if page else ""
