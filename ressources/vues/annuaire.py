"""One organisation of the directory."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from ressources.models import AnnuairePage, Organisation
from ressources.presentation.annuaire import contexte_organisation


def organisation(page: AnnuairePage, request: HttpRequest, code: str) -> HttpResponse:
    """Who it is, what it carries, what counts it."""
    organisations = Organisation.objects.select_related("territoire")
    organisations = organisations.prefetch_related("autres_territoires", "milieux")
    contexte = contexte_organisation(page, get_object_or_404(organisations, code=code), request)
    return page.render(request, template="ressources/organisation.html", context_overrides=contexte)
