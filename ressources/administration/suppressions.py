"""Deleting in the admin what a draft uses: refused when the draft protects it, else said beforehand, by its name."""

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
from ressources.brouillons.usages import brouillons_qui_emploient

REFUS = gettext_lazy(
    "«\u00a0%(objet)s\u00a0» sert au brouillon «\u00a0%(page)s\u00a0»\u00a0: choisissez-y autre chose d’abord."
)
AVIS = gettext_lazy(
    "«\u00a0%(objet)s\u00a0» sert au brouillon «\u00a0%(page)s\u00a0»\u00a0: il y manquera si vous le supprimez."
)


def avant_de_supprimer(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """For `before_delete_snippet`, which one deletion and a bulk one run: back to the list, with what to change first;
    None when nothing forbids the deletion."""
    retour = None
    for objet in instances:
        for page in brouillons_qui_nomment(objet):
            messages.error(request, REFUS % {"objet": objet, "page": page}, buttons=_boutons(request, page))
            retour = redirect(reverse(objet.snippet_viewset.get_url_name("list")))
    if retour is None and request.method == "GET":
        _prevenir(request, instances)
    return retour


def _prevenir(request: HttpRequest, instances: Iterable[Model]) -> None:
    for objet in instances:
        for page in brouillons_qui_emploient(objet):
            messages.warning(request, AVIS % {"objet": objet, "page": page}, buttons=_boutons(request, page))


def _boutons(request: HttpRequest, page: Model) -> list:
    adresse = AdminURLFinder(request.user).get_edit_url(page)
    return [messages.button(adresse, _("Modifier le brouillon"))] if adresse else []
