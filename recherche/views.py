"""The search page, and the same mechanism for pages that fix some facets (a pillar, a list by type)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from recherche import services
from recherche.forms import FormulaireRecherche
from recherche.journal import visites
from recherche.registre import registre
from recherche.reponse.vue import Vue
from recherche.valeurs.requete import PAGES_MAX

Preselection = Mapping[str, str | Sequence[str]]

MODELE_PAGE = "recherche/page.html"
MODELE_FRAGMENT = "recherche/fragments/rafraichir.html"


@require_safe
def page_recherche(
    request: HttpRequest,
    preselection: Preselection | None = None,
    titre: str | Promise = "",
    **supplement: Any,
) -> HttpResponse:
    """The search page. `preselection` maps facets to codes that the address fixes; `titre` heads the page
    then.

    `supplement` joins the template's context.
    """
    return repondre(request, preselection, MODELE_PAGE, {"titre": titre, **supplement})


def repondre(
    request: HttpRequest,
    preselection: Preselection | None,
    modele: str,
    contexte_page: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The whole page from `modele`, or the fragment that htmx swaps in; 404 for a page of hits that does not
    exist.

    `modele` receives `contexte(request, preselection)` besides `contexte_page`.
    """
    donnees = {**(contexte_page or {}), **contexte(request, preselection)}
    vue: Vue = donnees["recherche"]
    visites.compter(request, vue)
    if _par_htmx(request):  # always 200: htmx shows nothing of a 404
        reponse = render(request, MODELE_FRAGMENT, donnees)
        reponse["HX-Push-Url"] = vue.url  # without the empty parameters that a form sends
    else:
        reponse = render(request, modele, donnees, status=404 if vue.hors_limite else 200)
    patch_vary_headers(reponse, ["HX-Request"])
    return reponse


def contexte(request: HttpRequest, preselection: Preselection | None = None) -> dict[str, Vue]:
    """{"recherche": Vue} for the templates of `templates/recherche/`. Never raises for what was typed."""
    formulaire = FormulaireRecherche(request.GET, registre().codes_facettes)
    requete = formulaire.requete(get_language() or "fr", preselection)
    # A page that cannot exist is not worth the engine's time, but its message says how many there are.
    cherchee = replace(requete, page=1) if requete.page > PAGES_MAX else requete
    resultats = services.rechercher(cherchee)
    proposer = registre().proposer(request) if resultats.vide else ""
    return {"recherche": Vue(requete, resultats, request.path, proposer)}


def _par_htmx(request: HttpRequest) -> bool:
    """Whether a fragment is expected; going back in history asks for the whole page."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.history_restore_request
