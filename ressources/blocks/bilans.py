"""Blocks of the bilans: chapters with lasting addresses, recommendations, learnings in two halves, orientations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from ressources.blocks.textes import TRAITS_SIMPLES


class ChapitreBlock(blocks.StructBlock):
    """The start of a chapter: all that follows belongs to it, up to the next one.

    The anchor is no text to translate: the same address leads to the same chapter in both languages.
    """

    ancre = blocks.RegexBlock(
        label=_("ancre"),
        regex=r"^[a-z][a-z0-9-]*$",
        help_text=_("Elle figure dans les adresses\u00a0: ne la changez plus une fois publiée."),
        error_messages={"invalid": _("Des lettres minuscules sans accent, des chiffres et des tirets.")},
    )
    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    intitule = blocks.CharBlock(
        label=_("intitulé officiel"), max_length=250, required=False, default="", help_text=_("En français.")
    )

    class Meta:
        icon = "title"
        label = _("Chapitre")
        description = _("Le début d’un chapitre, repris dans la table des matières.")


class PisteBlock(blocks.StructBlock):
    texte = blocks.TextBlock(label=_("piste d’action"), max_length=500)
    details = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("précisions"), default=[])


class VoletBlock(blocks.StructBlock):
    recommandation = SnippetChooserBlock("ressources.Recommandation", label=_("volet"))
    pistes = blocks.ListBlock(PisteBlock(), label=_("pistes d’action"))


class RecommandationBlock(blocks.StructBlock):
    """A recommendation, its parts and their courses of action; names are those of the records."""

    recommandation = SnippetChooserBlock("ressources.Recommandation", label=_("recommandation"))
    texte = blocks.RichTextBlock(label=_("en une phrase"), features=TRAITS_SIMPLES)
    volets = blocks.ListBlock(VoletBlock(), label=_("volets"))

    class Meta:
        icon = "list-ol"
        label = _("Recommandation")
        description = _("Une recommandation, ses volets et leurs pistes d’action.")


class ApprentissageBlock(blocks.StructBlock):
    """A learning in its two halves."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    marche = blocks.RichTextBlock(label=_("ce qui a marché"), features=TRAITS_SIMPLES)
    manque = blocks.RichTextBlock(label=_("ce qui manque"), features=TRAITS_SIMPLES)

    class Meta:
        icon = "order"
        label = _("Apprentissage")
        description = _("Un apprentissage, dans ses deux moitiés.")
        template = "blocs/apprentissage.html"


class OrientationBlock(blocks.StructBlock):
    """A direction for what comes next, and its steps."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    points = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("points"))

    class Meta:
        icon = "arrow-right"
        label = _("Orientation")
        description = _("Une orientation et ce qu’elle prévoit.")
        template = "blocs/orientation.html"


class LigneBlock(blocks.StructBlock):
    terme = blocks.CharBlock(label=_("quoi"), max_length=160)
    valeur = blocks.CharBlock(label=_("combien"), max_length=160)


class TableauBlock(blocks.StructBlock):
    """A count of things, line by line, with its source."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    lignes = blocks.ListBlock(LigneBlock(), label=_("lignes"))
    source = blocks.CharBlock(label=_("source"), max_length=250)
    annee = blocks.IntegerBlock(label=_("année"))

    class Meta:
        icon = "table"
        label = _("Décompte")
        description = _("Des nombres ligne à ligne, avec leur source.")
        template = "blocs/tableau.html"


class ArtisanBlock(blocks.StructBlock):
    role = blocks.CharBlock(label=_("rôle"), max_length=120)
    noms = blocks.CharBlock(label=_("noms"), max_length=500)


class GeneriqueBlock(blocks.StructBlock):
    """Who made a document."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    lignes = blocks.ListBlock(ArtisanBlock(), label=_("lignes"))

    class Meta:
        icon = "group"
        label = _("Générique")
        description = _("Les personnes qui ont fait un document, par rôle.")
        template = "blocs/generique.html"
