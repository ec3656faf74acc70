"""Blocks that call a record by its code: a chart, so that its figures are written once."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock


class GraphiqueBlock(SnippetChooserBlock):
    """A chart of the page of figures, with its data table."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**({"target_model": "ressources.Graphique"} | kwargs))

    def get_searchable_content(self, value) -> list[str]:
        return [value.titre, value.description] if value else []

    class Meta:
        icon = "table"
        label = _("Graphique")
        description = _("Un graphique fait de chiffres clés, avec son tableau de données.")
        template = "blocs/graphique.html"


class CitationChoisieBlock(SnippetChooserBlock):
    """A quote kept as a record: its attribution, its consent and its translation are written once."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**({"target_model": "ressources.Citation"} | kwargs))

    def get_searchable_content(self, value) -> list[str]:
        return [value.lue, value.attribution] if value else []

    class Meta:
        icon = "openquote"
        label = _("Citation du recueil")
        description = _("Une citation du recueil, avec son attribution et sa source.")
        template = "blocs/citation_choisie.html"
