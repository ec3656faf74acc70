"""What every public template may use: the site's name, its menu, the language switch."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from portail.navigation.langues import hreflang, langues
from portail.navigation.menus import menu, pied
from ressources.models import AnnuairePage, CartePage, ChiffresPage
from ressources.models.pages_du_site import adresse_du_type


def site(request: HttpRequest) -> dict[str, Any]:
    """Lazy values: a template that shows none of them (the admin's) costs no query."""
    liste = SimpleLazyObject(lambda: langues(request))
    return {
        "site_nom": settings.SITE_NOM,
        "site_devise": settings.SITE_DEVISE,
        "menu": SimpleLazyObject(lambda: menu(request)),
        "pied": SimpleLazyObject(lambda: pied(request)),
        "langues": liste,
        "langue_autre": SimpleLazyObject(lambda: next(iter([x for x in liste if not x["courante"]]), None)),
        "hreflang": SimpleLazyObject(lambda: hreflang(request, liste)),
        "canonique": request.build_absolute_uri(request.path),
        "url_accueil": f"/{get_language() or settings.LANGUAGE_CODE}/",
        "url_chiffres": SimpleLazyObject(lambda: adresse_du_type(ChiffresPage, request)),
        "url_annuaire": SimpleLazyObject(lambda: adresse_du_type(AnnuairePage, request)),
        "url_carte": SimpleLazyObject(lambda: adresse_du_type(CartePage, request)),
        "url_recherche": reverse("recherche:page"),
    }
