"""Template tags of the search."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from recherche.registre import registre
from recherche.valeurs.resultats import Fiche

register = template.Library()


@register.filter
def genre(fiche: Fiche) -> str:
    """The name of the hit's type in the reader's language; empty for a type that nobody named."""
    return str(registre().genres.get(fiche.affichage["type"], ""))


@register.filter
def citer(noms: Iterable[tuple[str, str]]) -> SafeString:
    """Names in quotation marks, each said in its language when it is not the reader's: (name, BCP 47 code or "")."""
    cites = []
    for texte, langue in noms:
        nom = format_html('<span lang="{}">{}</span>', langue, texte) if langue else texte
        cites.append((format_html(gettext("«\u00a0{}\u00a0»"), nom),))
    return format_html_join(", ", "{}", cites)
