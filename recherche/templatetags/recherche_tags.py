"""Template tags of the search."""

from django import template

from recherche.registre import registre
from recherche.resultats import Fiche

register = template.Library()


@register.filter
def genre(fiche: Fiche) -> str:
    """The name of the hit's type in the reader's language; empty for a type that nobody named."""
    return str(registre().genres.get(fiche.affichage["type"], ""))
