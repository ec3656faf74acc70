"""The glossary in the text of sheets."""

from django import template
from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ressources.models import Terme
from ressources.presentation.glossaire import entrees, notes
from ressources.presentation.reperage_termes import reperer

register = template.Library()


class NoeudGlossaire(Node):
    """Renders its content, marks the first occurrence of each term, and adds the notes after it."""

    def __init__(self, contenu: NodeList) -> None:
        self.nodelist = contenu  # this name: Django looks there for the blocks of a template

    def render(self, context: Context) -> SafeString:
        termes = list(Terme.objects.all())
        texte, codes = reperer(self.nodelist.render(context), entrees(termes))
        if codes:
            texte += render_to_string(
                "composants/termes.html", notes(termes, codes, getattr(context, "request", None))
            )
        return mark_safe(texte)  # noqa: S308 - rendered by templates; the calls added hold codes and matched text


@register.tag
def glossaire(analyseur: Parser, jeton: Token) -> NoeudGlossaire:
    """{% glossaire %}…{% endglossaire %} around the body of a sheet."""
    contenu = analyseur.parse(("endglossaire",))
    analyseur.delete_first_token()
    return NoeudGlossaire(contenu)
