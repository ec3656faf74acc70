"""Blocks that show evidence: figures, quotes, pictures, sources, documents."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

ANNEE = {"validators": [MinValueValidator(1900), MaxValueValidator(2100)]}


class ChiffreBlock(blocks.StructBlock):
    """A figure; refused without its source and its year."""

    valeur = blocks.CharBlock(
        label=_("valeur"), max_length=40, help_text=_("Avec son unité\u00a0: 66\u00a0%, 2,5\u00a0M$.")
    )
    legende = blocks.CharBlock(label=_("légende"), max_length=300)
    source = blocks.CharBlock(label=_("source"), max_length=250)
    annee = blocks.IntegerBlock(label=_("année"), **ANNEE)

    class Meta:
        icon = "table"
        label = _("Chiffre")
        description = _("Un chiffre clé, avec sa source et son année.")
        template = "blocs/chiffre.html"
        preview_value = {
            "valeur": "82",
            "legende": "démarches Voix des parents",
            "source": "Bilan",
            "annee": 2019,
        }


class CitationBlock(blocks.StructBlock):
    """Somebody's words, with the kind of attribution they agreed to."""

    texte = blocks.TextBlock(label=_("texte"))
    attribution = blocks.CharBlock(label=_("attribution"), max_length=250)
    genre_attribution = blocks.ChoiceBlock(
        label=_("genre d’attribution"),
        choices=[
            ("nommee", _("Personne nommée")),
            ("anonyme", _("Personne non nommée")),
            ("organisation", _("Organisation")),
        ],
        default="anonyme",
    )
    source = blocks.CharBlock(label=_("source"), max_length=250)
    annee = blocks.IntegerBlock(label=_("année"), **ANNEE)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        description = _("Les mots de quelqu’un, tels quels, avec leur source.")
        template = "blocs/citation.html"
        preview_value = {
            "texte": "On est parties des besoins des familles.",
            "attribution": "Une intervenante",
            "genre_attribution": "anonyme",
            "source": "Exemple",
            "annee": 2024,
        }


class IllustrationBlock(blocks.StructBlock):
    """A picture that explains; its alternative text is required."""

    image = ImageChooserBlock(label=_("image"))
    texte_alternatif = blocks.TextBlock(label=_("texte de remplacement"))
    legende = blocks.CharBlock(label=_("légende"), max_length=300, required=False, default="")

    class Meta:
        icon = "image"
        label = _("Illustration")
        description = _("Une image qui explique, avec son texte de remplacement.")
        template = "blocs/illustration.html"


LANGUES = [("fr", _("français")), ("en", _("anglais")), ("autre", _("autre langue"))]


class SourceBlock(blocks.StructBlock):
    """Where a sheet's facts come from. The title stays as its publisher wrote it."""

    titre = blocks.CharBlock(label=_("titre"), max_length=300)
    annee = blocks.IntegerBlock(label=_("année"), **ANNEE)
    reperage = blocks.CharBlock(label=_("page ou section"), max_length=160, required=False, default="")
    url = blocks.URLBlock(label=_("adresse"), required=False, default="")
    langue = blocks.ChoiceBlock(label=_("langue du titre"), choices=LANGUES, default="fr")

    class Meta:
        icon = "doc-empty"
        label = _("Source")
        description = _("Un document d’où viennent les faits, avec son année.")
        template = "blocs/source.html"
        preview_value = {
            "titre": "Faits saillants du bilan",
            "annee": 2019,
            "reperage": "p. 6",
            "url": "",
            "langue": "fr",
        }


class DocumentJointBlock(blocks.StructBlock):
    """A file to take along."""

    document = DocumentChooserBlock(label=_("document"))
    titre = blocks.CharBlock(label=_("titre"), max_length=200)
    langue = blocks.ChoiceBlock(
        label=_("langue"),
        choices=LANGUES,
        default="fr",
    )

    class Meta:
        icon = "doc-full"
        label = _("Document joint")
        description = _("Un fichier à emporter; le texte des PDF est cherchable.")
        template = "blocs/document.html"
