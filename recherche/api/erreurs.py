"""Errors as JSON, in both languages: who calls an API may not be who reads its messages."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

MESSAGES: dict[str, Promise] = {
    "parametre_invalide": _("Un paramètre de l’adresse n’a pas une valeur permise. Voyez la documentation."),
    "adresse_inconnue": _("Cette adresse n’existe pas dans l’interface de programmation."),
    "page_inexistante": _("Cette page de résultats n’existe pas."),
    "methode_refusee": _("Cette adresse se lit seulement (GET, HEAD ou OPTIONS)."),
    "debit_depasse": _(
        "Trop de demandes en peu de temps. Attendez le nombre de secondes que donne Retry-After."
    ),
    "panne": _("Une erreur est survenue de notre côté. Réessayez dans quelques minutes."),
}


def langue_demandee(request: HttpRequest) -> str:
    """The value of `lang`, or the site's own language when it is not given or not one of ours."""
    try:
        demandee = request.GET.get("lang", "")
    except SuspiciousOperation:  # thousands of parameters: `frontiere` refuses them
        return settings.LANGUAGE_CODE
    return demandee if demandee in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def traduit(texte: str | Promise) -> dict[str, str]:
    """A translatable text in each language of the site."""
    textes = {}
    for code, _nom in settings.LANGUAGES:
        with override(code):
            textes[code] = str(texte)
    return textes


def erreur(request: HttpRequest, code: str, statut: int, **supplement: object) -> JsonResponse:
    """{"erreur": code, "message": in the language asked, "messages": by language, "documentation": address, …}; never
    kept by a cache."""
    messages = traduit(MESSAGES[code])
    langue = langue_demandee(request)
    with override(langue):
        aide = request.build_absolute_uri(reverse("recherche:documentation"))
    corps = {
        "erreur": code,
        "message": messages[langue],
        "messages": messages,
        "documentation": aide,
        **supplement,
    }
    reponse = JsonResponse(corps, status=statut, json_dumps_params={"ensure_ascii": False})
    reponse["Content-Language"] = langue
    reponse["Cache-Control"] = "no-store"
    return reponse
