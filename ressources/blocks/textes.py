"""Blocks of running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TRAITS = ["h3", "bold", "italic", "link", "document-link", "ul", "ol"]
TRAITS_SIMPLES = ["bold", "italic", "link", "ul", "ol"]


class TexteBlock(blocks.RichTextBlock):
    """Paragraphs, lists, small headings."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**({"features": TRAITS} | kwargs))

    class Meta:
        icon = "pilcrow"
        label = _("Texte")
        description = _("Paragraphes, listes et sous-titres.")
        template = "blocs/texte.html"
        preview_value = "<p>Une halte-garderie ouvre le samedi matin, près de la buanderie du quartier.</p>"


class IntertitreBlock(blocks.CharBlock):
    """A second-level heading."""

    class Meta:
        icon = "title"
        label = _("Intertitre")
        description = _("Un titre de section, repris dans le sommaire de la page.")
        template = "blocs/intertitre.html"
        preview_value = "Avant la première rencontre"


class EncadreBlock(blocks.StructBlock):
    """A short text set apart."""

    titre = blocks.CharBlock(label=_("titre"), max_length=120, required=False, default="")
    texte = blocks.RichTextBlock(label=_("texte"), features=TRAITS_SIMPLES)
    ton = blocks.ChoiceBlock(
        label=_("ton"),
        choices=[("info", _("Information")), ("attention", _("Attention")), ("astuce", _("Astuce"))],
        default="info",
    )

    class Meta:
        icon = "info-circle"
        label = _("Encadré")
        description = _("Une information, une mise en garde ou une astuce mise à part du texte.")
        template = "blocs/encadre.html"
        preview_value = {
            "titre": "Astuce",
            "texte": "<p>Gardez une place pour la poussette.</p>",
            "ton": "astuce",
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("question"), max_length=250)
    reponse = blocks.RichTextBlock(label=_("réponse"), features=TRAITS_SIMPLES)


class QuestionsBlock(blocks.StructBlock):
    """Questions that open on their answer."""

    titre = blocks.CharBlock(label=_("titre"), max_length=120, required=False, default="")
    questions = blocks.ListBlock(QuestionBlock(), label=_("questions"))

    class Meta:
        icon = "help"
        label = _("Questions et réponses")
        description = _("Des questions fréquentes, chacune s’ouvrant sur sa réponse.")
        template = "blocs/questions.html"
        preview_value = {
            "titre": "On nous demande souvent",
            "questions": [
                {"question": "Combien de parents inviter\u202f?", "reponse": "<p>Une quinzaine.</p>"}
            ],
        }
