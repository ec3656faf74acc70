"""The editing panels that all sheets share."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
    TitleFieldPanel,
)


def panneaux_communs(a_cocher: list[str]) -> tuple[list, list, list]:
    """Returns the head of the content tab, the classification tab and the credits tab; terms of the relations
    `a_cocher` are ticked."""
    contenu = [
        TitleFieldPanel("title"),
        FieldPanel("resume"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image"), classname="collapsed"
        ),
    ]
    classement = [
        FieldPanel("pilier_principal"),
        *(FieldPanel(champ, widget=CheckboxSelectMultiple) for champ in a_cocher),
        FieldPanel("mots_cles"),
        FieldPanel("annee"),
        InlinePanel(
            "liens", [PageChooserPanel("cible", page_type="ressources.Fiche")], heading=_("Fiches liées")
        ),
        FieldPanel("sans_vis_a_vis"),
    ]
    credits = [
        FieldRowPanel([FieldPanel("langue_source"), FieldPanel("langue_titre")]),
        FieldRowPanel([FieldPanel("date_revision"), FieldPanel("responsable")]),
        FieldRowPanel([FieldPanel("licence"), FieldPanel("fiction")]),
        FieldPanel("credits"),
        FieldPanel("sources"),
        FieldPanel("references"),
        FieldPanel("documents"),
    ]
    return contenu, classement, credits
