"""What every address of the API does, whatever it answers: methods, errors as JSON, other origins, rate."""

import functools
import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import override

from recherche.api.debit import attente
from recherche.api.erreurs import erreur, langue_demandee

journal = logging.getLogger(__name__)
Vue = Callable[..., HttpResponseBase]
METHODES = "GET, HEAD, OPTIONS"
DUREE = 60  # seconds that a reader's own cache may keep an answer
SANS_LANGUE = "recherche.api.urls"
"""Addresses without a language: tells LocaleMiddleware not to turn our 404 into a redirection to /fr/api/…"""


def publique(compteur: str) -> Callable[[Vue], Vue]:
    """A view that any program may read. `compteur` names the rate that applies: RECHERCHE_API_DEBIT[compteur]."""

    def decorer(vue: Vue) -> Vue:
        @functools.wraps(vue)
        def enveloppe(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            request.urlconf = SANS_LANGUE  # type: ignore[attr-defined]
            reponse = _traiter(request, vue, compteur, *args, **kwargs)
            return _ouvrir(reponse)

        enveloppe.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written, nobody is known
        return enveloppe

    return decorer


def _traiter(
    request: HttpRequest, vue: Vue, compteur: str, *args: object, **kwargs: object
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODES})
    if request.method not in ("GET", "HEAD"):
        refus = erreur(request, "methode_refusee", 405)
        refus["Allow"] = METHODES
        return refus
    secondes = attente(request, compteur, settings.RECHERCHE_API_DEBIT.get(compteur, 0))
    if secondes:
        refus = erreur(request, "debit_depasse", 429, attente=secondes)
        refus["Retry-After"] = str(secondes)
        return refus
    return _lire(request, vue, *args, **kwargs)


def _lire(request: HttpRequest, vue: Vue, *args: object, **kwargs: object) -> HttpResponseBase:
    """The answer in the language asked; to HEAD, that of GET without its body."""
    tete = request.method == "HEAD"
    request.method = "GET"
    try:
        with override(langue_demandee(request)):
            reponse = vue(request, *args, **kwargs)
    except SuspiciousOperation:
        reponse = erreur(request, "parametre_invalide", 400)
    except Exception:
        journal.exception("The API failed on %s", request.path)
        reponse = erreur(request, "panne", 500)
    reponse.headers.setdefault("Content-Language", langue_demandee(request))
    reponse.headers.setdefault("Cache-Control", f"private, max-age={DUREE}")
    if tete:
        request.method = "HEAD"
        longueur = len(reponse.content)
        reponse.content = b""
        reponse["Content-Length"] = str(longueur)
    return reponse


def _ouvrir(reponse: HttpResponseBase) -> HttpResponseBase:
    """Any site may read the answers from a browser: they are public, and no cookie counts."""
    reponse["Access-Control-Allow-Origin"] = "*"
    reponse["Access-Control-Allow-Methods"] = METHODES
    reponse["Access-Control-Expose-Headers"] = "Retry-After"
    reponse["Access-Control-Max-Age"] = "86400"
    reponse["X-Content-Type-Options"] = "nosniff"
    return reponse
