"""The address of a term leads to its place in the list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from ressources.models import GlossairePage, Terme


def terme(page: GlossairePage, request: HttpRequest, code: str) -> HttpResponse:
    """Not a page of its own: its place in the list."""
    if not Terme.objects.filter(code=code).exists():
        raise Http404
    return redirect(f"{page.get_url(request)}#{code}")
