"""The two pages of the form. No session, no cookie: the signed date in the form stands for them."""

import logging
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ressources.contact.forms import MessageForm, accuse, est_accuse
from ressources.contact.limite import attente
from ressources.models import MessageOrganisation, Organisation

journal = logging.getLogger(__name__)
TROP = _("Beaucoup de messages en peu de temps. Gardez celui-ci et réessayez dans une heure.")


def _organisation(code: str) -> Organisation:
    return get_object_or_404(Organisation, code=code, fiction=False)


# Nothing is done in the name of who sends it, so there is nothing to forge: the token of the form is enough.
@csrf_exempt
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ecrire(request: HttpRequest, code: str) -> HttpResponse:
    """The form; once sent, another page says so (a reload sends nothing twice)."""
    organisation = _organisation(code)
    formulaire = MessageForm(request.POST or None, code=code)
    attendre = 0
    if request.method == "POST":
        if formulaire.piege:  # a machine: it reads that all went well
            return _merci(code)
        if formulaire.is_valid():
            attendre = 0 if _deja_recu(formulaire) else attente(request, formulaire.envoi)
            if not attendre:
                _garder(organisation, formulaire)
                return _merci(code)
            formulaire.add_error(None, TROP)
        formulaire.avec_jeton_neuf()
    contexte = {"organisation": organisation, "formulaire": formulaire}
    reponse = render(request, "ressources/ecrire.html", contexte, status=429 if attendre else 200)
    if attendre:
        reponse["Retry-After"] = str(attendre)
    return reponse


def _merci(code: str) -> HttpResponse:
    return redirect(f"{reverse('message_recu', args=[code])}?envoi={quote(accuse(code))}")


def _deja_recu(formulaire: MessageForm) -> bool:
    return MessageOrganisation.objects.filter(envoi=formulaire.envoi).exists()


def _garder(organisation: Organisation, formulaire: MessageForm) -> None:
    """Keeps the message; sent twice, even at once, it is kept once. The log never holds a word of it."""
    donnees = {nom: formulaire.cleaned_data[nom] for nom in ("nom", "courriel", "message")}
    donnees |= {"organisation": organisation, "langue": get_language() or "fr"}
    _message, neuf = MessageOrganisation.objects.get_or_create(envoi=formulaire.envoi, defaults=donnees)
    if neuf:
        journal.info("Message received about an organisation")


@never_cache
@require_safe
def recu(request: HttpRequest, code: str) -> HttpResponse:
    """Says that the message is with the team, and what comes next; whoever sent none is led to the form."""
    organisation = _organisation(code)
    if not est_accuse(request.GET.get("envoi", ""), code):
        return redirect("ecrire_organisation", code=code)
    return render(request, "ressources/message_recu.html", {"organisation": organisation})
