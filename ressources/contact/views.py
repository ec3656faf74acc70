"""The two pages of the form. No session, no cookie: the signed date in the form stands for them."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ressources.contact.forms import MessageForm
from ressources.contact.limite import depassee
from ressources.models import MessageOrganisation, Organisation

journal = logging.getLogger(__name__)


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
    if request.method == "POST":
        if formulaire.piege:  # a machine: it reads that all went well
            return redirect("message_recu", code=code)
        if formulaire.is_valid() and _garder(request, organisation, formulaire):
            return redirect("message_recu", code=code)
        formulaire.avec_jeton_neuf()
    contexte = {"organisation": organisation, "formulaire": formulaire}
    return render(request, "ressources/ecrire.html", contexte)


def _garder(request: HttpRequest, organisation: Organisation, formulaire: MessageForm) -> bool:
    """Keeps the message, or says that there were too many. The log never holds a word of it."""
    if depassee(request):
        formulaire.add_error(
            None, _("Beaucoup de messages en peu de temps. Gardez celui-ci et réessayez dans une heure.")
        )
        return False
    donnees = {nom: formulaire.cleaned_data[nom] for nom in ("nom", "courriel", "message")}
    MessageOrganisation.objects.create(organisation=organisation, langue=get_language() or "fr", **donnees)
    journal.info("Message received about an organisation")
    return True


@require_safe
def recu(request: HttpRequest, code: str) -> HttpResponse:
    """Says that the message is with the team, and what comes next."""
    return render(request, "ressources/message_recu.html", {"organisation": _organisation(code)})
