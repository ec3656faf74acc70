"""The main menu and the footer: the pages that say so (`show_in_menus`), lists first."""

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from ressources.declaration import types
from ressources.models import Pilier
from ressources.models.pages_du_site import pages_du_site


def piliers(request: HttpRequest) -> list[Pilier]:
    """The pillars with their number of measures, read once per request: the footer and the home page show them."""
    if not hasattr(request, "_piliers"):
        request._piliers = list(
            Pilier.objects.annotate(nombre_mesures=Count("mesures")).order_by("ordre", "code")
        )
    return request._piliers


def _lien(page: Page, request: HttpRequest) -> dict:
    url = page.get_url(request) or ""
    court = page.repertoirepage.titre_menu if page.content_type.model == "repertoirepage" else ""
    return {"titre": court or page.title, "url": url, "actif": bool(url) and request.path.startswith(url)}


def menu(request: HttpRequest) -> list[dict]:
    """Returns [{titre, url, actif}]."""
    return [_lien(page, request) for page in pages_du_site(request) if page.show_in_menus]


def pied(request: HttpRequest) -> list[dict]:
    """Returns the footer's columns: [{titre, liens: [{titre, url}]}]."""
    pages = [_lien(page, request) for page in pages_du_site(request)]
    explores = {declare.nom for declare in types() if declare.explorer}
    listes = [_lien(page, request) for page in pages_du_site(request) if page.content_type.model in explores]
    site = [page for page in pages if page not in listes]
    liens_piliers = [
        {"titre": pilier.nom, "url": reverse("preselection", args=["pilier", pilier.code])}
        for pilier in piliers(request)
    ]
    explorer = [*listes, {"titre": _("Chercher"), "url": reverse("recherche:page")}]
    colonnes = [(_("Explorer"), explorer), (_("Les piliers"), liens_piliers), (_("Ce site"), site)]
    return [{"titre": titre, "liens": liens} for titre, liens in colonnes if liens]
