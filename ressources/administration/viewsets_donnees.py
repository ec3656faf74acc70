"""The admin of figures, charts and quotes."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ressources.models import ChiffreCle, Citation, Graphique


def deux(champ: str) -> FieldRowPanel:
    """A text, French beside English."""
    return FieldRowPanel([FieldPanel(f"{champ}_fr"), FieldPanel(f"{champ}_en")])


class ChiffreViewSet(SnippetViewSet):
    """Figures: refused without year and source."""

    model = ChiffreCle
    icon = "table"
    copy_view_enabled = False
    list_display = ["valeur_fr", "libelle_fr", "annee", "source", "groupe"]
    list_filter = ["groupe", "annee"]
    search_fields = ["code", "valeur_fr", "libelle_fr", "libelle_en", "source"]
    ordering = ["ordre", "code"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("groupe"), FieldPanel("ordre")]),
        MultiFieldPanel([deux("valeur"), FieldPanel("nombre"), deux("unite")], heading=_("Valeur")),
        MultiFieldPanel([deux("libelle"), deux("population")], heading=_("Ce que le chiffre dit, et de qui")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("annee"), FieldPanel("langue_source")]),
                FieldPanel("source"),
                deux("reperage"),
            ],
            heading=_("D’où il vient"),
        ),
        MultiFieldPanel([FieldPanel("note_fr"), FieldPanel("note_en")], heading=_("Note")),
        FieldPanel("mesures", widget=CheckboxSelectMultiple),
        FieldPanel("organisations"),
    ]


class GraphiqueViewSet(SnippetViewSet):
    """Charts: a choice of figures, in order."""

    model = Graphique
    icon = "view"
    copy_view_enabled = False
    list_display = ["titre_fr", "forme", "groupe", "code"]
    ordering = ["ordre", "code"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("groupe"), FieldPanel("ordre")]),
        deux("titre"),
        FieldPanel("description_fr"),
        FieldPanel("description_en"),
        FieldRowPanel([FieldPanel("forme"), FieldPanel("maximum")]),
        InlinePanel("lignes", [FieldPanel("chiffre"), deux("etiquette")], heading=_("Chiffres"), min_num=1),
    ]


class CitationViewSet(SnippetViewSet):
    """Quotes: whose words, on what ground."""

    model = Citation
    icon = "openquote"
    copy_view_enabled = False
    list_display = ["__str__", "genre_attribution", "consentement", "annee"]
    list_filter = ["genre_attribution", "consentement"]
    search_fields = ["code", "texte", "attribution_fr"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("langue")]),
        FieldPanel("texte"),
        FieldPanel("traduction"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("genre_attribution"), FieldPanel("consentement")]),
                deux("attribution"),
                FieldPanel("organisation"),
            ],
            heading=_("De qui, et avec quel accord"),
        ),
        MultiFieldPanel(
            [FieldPanel("source"), deux("reperage"), FieldPanel("annee")], heading=_("D’où elle vient")
        ),
    ]


class DonneesGroup(SnippetViewSetGroup):
    """The menu entry of what sheets quote."""

    menu_label = _("Chiffres et citations")
    menu_icon = "table"
    menu_order = 320
    items = (ChiffreViewSet, GraphiqueViewSet, CitationViewSet)
