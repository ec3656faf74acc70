"""Blocks that help to do something."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ressources.blocks.textes import TRAITS_SIMPLES


class EtapeBlock(blocks.StructBlock):
    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    texte = blocks.RichTextBlock(label=_("texte"), features=TRAITS_SIMPLES)
    duree = blocks.CharBlock(label=_("durée"), max_length=60, required=False, default="")


class EtapesBlock(blocks.StructBlock):
    """Numbered steps, each with its time."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160, required=False, default="")
    etapes = blocks.ListBlock(EtapeBlock(), label=_("étapes"))

    class Meta:
        icon = "list-ol"
        label = _("Étapes")
        description = _("Des étapes numérotées, avec la durée de chacune.")
        template = "blocs/etapes.html"
        preview_value = {
            "titre": "La première rencontre",
            "etapes": [
                {"titre": "Accueillir", "texte": "<p>Un café, des jouets au sol.</p>", "duree": "15 min"}
            ],
        }


class AideMemoireBlock(blocks.StructBlock):
    """A checklist, to tick on paper."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160, required=False, default="")
    points = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("points"))

    class Meta:
        icon = "tick"
        label = _("Aide-mémoire")
        description = _("Une liste de points à cocher, sur papier ou de mémoire.")
        template = "blocs/aide_memoire.html"
        preview_value = {
            "titre": "Avant de partir",
            "points": ["La trousse de bricolage", "Le numéro de la halte"],
        }


class AideFreinBlock(blocks.StructBlock):
    """The two halves of a learning: what helped, what held back."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160, required=False, default="")
    aide = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("ce qui a aidé"))
    frein = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("ce qui a freiné"))

    class Meta:
        icon = "order"
        label = _("Ce qui aide, ce qui freine")
        description = _("Les deux moitiés d’un apprentissage, côte à côte.")
        template = "blocs/aide_frein.html"
        preview_value = {
            "titre": "Ce que nous retenons",
            "aide": ["Aller vers les familles"],
            "frein": ["Des horaires de bureau"],
        }


class AppelBlock(blocks.StructBlock):
    """An invitation to go on: a sentence and a link to a page."""

    titre = blocks.CharBlock(label=_("titre"), max_length=160)
    texte = blocks.TextBlock(label=_("texte"), required=False, default="")
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    libelle = blocks.CharBlock(label=_("libellé du lien"), max_length=80, required=False, default="")

    def get_context(self, value, parent_context=None) -> dict:
        # The chooser keeps the French page; show the reader's own.
        page = value.get("page")
        cible = page.localized if page else None
        return super().get_context(value, parent_context) | {"cible": cible if cible and cible.live else None}

    class Meta:
        icon = "link"
        label = _("Invitation")
        description = _("Une invitation à aller plus loin, avec un lien vers une page.")
        template = "blocs/appel.html"
        preview_value = {
            "titre": "À vous de jouer",
            "texte": "Racontez ce que vous avez essayé.",
            "libelle": "Voir",
        }
