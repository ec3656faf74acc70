"""The glossary: terms and acronyms in both languages, and the page that lists them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from ressources.models.classements import Classement
from ressources.models.page_portail import PageAParties

FORMES = _(
    "Autres formes à reconnaître dans les textes, séparées par des virgules\u00a0: pluriels, variantes."
)


class Terme(Classement):
    """A name, its acronym, what it means. Definitions are the editors'; `source` says where the term is met."""

    sigle = models.CharField(_("sigle"), max_length=30, blank=True)
    sigle_en = models.CharField(_("sigle anglais, s’il diffère"), max_length=30, blank=True)
    definition_fr = models.TextField(_("définition en français"), max_length=400)
    definition_en = models.TextField(_("définition en anglais"), max_length=400)
    formes_fr = models.CharField(_("formes en français"), max_length=250, blank=True, help_text=FORMES)
    formes_en = models.CharField(_("formes en anglais"), max_length=250, blank=True, help_text=FORMES)
    source = models.CharField(_("source"), max_length=200, blank=True)
    annee = models.PositiveSmallIntegerField(_("année de la source"), null=True, blank=True)

    class Meta(Classement.Meta):
        verbose_name = _("terme du glossaire")
        verbose_name_plural = _("termes du glossaire")


class GlossairePage(PageAParties, Page):
    """All the terms, in the alphabetical order of the reader's language. The address of a term leads to its place."""

    chapo = models.TextField(_("chapeau"), blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    template = "ressources/glossaire_page.html"
    content_panels = [*Page.content_panels, FieldPanel("chapo")]

    class Meta:
        verbose_name = _("glossaire")
        verbose_name_plural = _("glossaires")
