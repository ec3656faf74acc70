"""Blocks of the advocacy actions: what was done, what came of it, the documents named."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from ressources.blocks.textes import TRAITS_SIMPLES

FAMILLES = [
    ("relations-gouvernementales", _("Relations gouvernementales")),
    ("relations-publiques", _("Relations publiques")),
    ("mobilisation", _("Mobilisation")),
]
GENRES_IMPACT = [
    ("texte-public", _("Loi, plan ou mesure modifiés")),
    ("reconnaissance", _("Prise en compte")),
    ("liens", _("Mobilisation et liens")),
    ("medias", _("Rayonnement médiatique")),
]


class ActionBlock(blocks.StructBlock):
    """Something that was done; the title of the document it made is a record of its own."""

    famille = blocks.ChoiceBlock(label=_("famille"), choices=FAMILLES, required=False, default="")
    texte = blocks.TextBlock(label=_("ce qui a été fait"), max_length=400)
    reference = SnippetChooserBlock("ressources.Reference", label=_("document nommé"), required=False)

    class Meta:
        icon = "pick"
        label = _("Action")


class RepereBlock(blocks.StructBlock):
    """A place in a public plan (« Objectif 1.1 ») with its official label."""

    code = blocks.CharBlock(label=_("repère"), max_length=60)
    libelle = blocks.CharBlock(label=_("libellé officiel"), max_length=300)
    reference = SnippetChooserBlock("ressources.Reference", label=_("plan"), required=False)


class ImpactBlock(blocks.StructBlock):
    """What came of the actions, or of an earlier one."""

    famille = blocks.ChoiceBlock(label=_("famille"), choices=FAMILLES, required=False, default="")
    genre = blocks.ChoiceBlock(label=_("genre d’impact"), choices=GENRES_IMPACT, required=False, default="")
    texte = blocks.RichTextBlock(label=_("impact"), features=TRAITS_SIMPLES)
    anterieures = blocks.CharBlock(
        label=_("à la suite de"),
        max_length=250,
        required=False,
        default="",
        help_text=_("Les actions plus anciennes dont l’impact découle, en mots."),
    )
    action_anterieure = blocks.PageChooserBlock(
        label=_("action antérieure"), page_type="ressources.ActionPage", required=False
    )
    reperes = blocks.ListBlock(RepereBlock(), label=_("repères dans un plan"), default=[])

    class Meta:
        icon = "success"
        label = _("Impact")


class DocumentsNommesBlock(blocks.StructBlock):
    """A subject, a few words, and the documents that the sources name about it."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    texte = blocks.RichTextBlock(label=_("texte"), features=TRAITS_SIMPLES)
    references = blocks.ListBlock(SnippetChooserBlock("ressources.Reference"), label=_("documents nommés"))

    class Meta:
        icon = "doc-full"
        label = _("Documents nommés")
        description = _("Un sujet en quelques mots, et les documents que les sources nomment.")
        template = "blocs/documents_nommes.html"
