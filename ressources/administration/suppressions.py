"""Deleting in the admin what a draft protects: refused in words that name the draft, with the way to it."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from ressources.brouillons.liens import brouillons_qui_nomment

MESSAGE = gettext_lazy(
    "«\u00a0%(objet)s\u00a0» sert au brouillon «\u00a0%(page)s\u00a0»\u00a0: choisissez-y autre chose d’abord."
)


def refuser_ce_qu_un_brouillon_tient(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """For `before_delete_snippet`, which one deletion and a bulk one run: back to the list, with what to change first;
    None when nothing forbids the deletion."""
    adresses, retour = AdminURLFinder(request.user), None
    for objet in instances:
        for page in brouillons_qui_nomment(objet):
            lien = adresses.get_edit_url(page)
            boutons = [messages.button(lien, _("Modifier le brouillon"))] if lien else []
            messages.error(request, MESSAGE % {"objet": objet, "page": page}, buttons=boutons)
            retour = redirect(reverse(objet.snippet_viewset.get_url_name("list")))
    return retour
