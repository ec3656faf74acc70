"""Blocks of the platform page: an impact, a commitment, people called to act."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ressources.blocks.textes import TRAITS_SIMPLES


class PointBlock(blocks.StructBlock):
    """A short title and what it means."""

    titre = blocks.CharBlock(label=_("titre"), max_length=120)
    texte = blocks.RichTextBlock(label=_("texte"), features=TRAITS_SIMPLES)

    class Meta:
        icon = "list-ul"
        label = _("Point")
        preview_value = {"titre": "Mieux comprendre", "texte": "<p>Ce qui se vit, et ce qui existe déjà.</p>"}
