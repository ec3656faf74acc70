"""The platform: four pillars, their measures, two commitments. Each measure has its own address beneath the page."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ressources.blocks import CORPS, SOURCES, TRAITS_SIMPLES
from ressources.blocks.plateforme import PointBlock
from ressources.models.classements import Mesure
from ressources.models.page_portail import PageAParties

POINTS = [("point", PointBlock())]


class PlateformePage(PageAParties, Page):
    """Texts are the editors'; the labels of pillars and measures come from their bilingual records."""

    chapo = models.TextField(_("chapeau"), blank=True)
    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)
    vision = RichTextField(_("vision"), features=TRAITS_SIMPLES, blank=True)
    impacts = StreamField(POINTS, blank=True, verbose_name=_("impacts visés"))
    note_impacts = models.TextField(
        _("note de la rédaction sur la vision et les impacts"),
        blank=True,
        help_text=_("Par exemple, dans quelle langue la source les énonce."),
    )
    note_piliers = models.TextField(_("note de la rédaction sur les piliers"), blank=True)
    engagements = StreamField(POINTS, blank=True, verbose_name=_("engagements"))
    note_engagements = models.TextField(
        _("note de la rédaction sur les engagements"),
        blank=True,
        help_text=_("Ils ne sont pas des piliers\u00a0: dites ce qui les distingue."),
    )
    appel = RichTextField(_("à qui s’adresse l’appel"), features=TRAITS_SIMPLES, blank=True)
    interpelles = StreamField(POINTS, blank=True, verbose_name=_("personnes appelées à agir"))
    corps = StreamField(CORPS, blank=True, verbose_name=_("suite"))
    sources = StreamField(SOURCES, blank=True, verbose_name=_("sources"))

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    template = "ressources/plateforme_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("chapo"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("vision"), FieldPanel("impacts"), FieldPanel("note_impacts")],
            heading=_("Vision et impacts"),
        ),
        FieldPanel("note_piliers"),
        MultiFieldPanel(
            [FieldPanel("engagements"), FieldPanel("note_engagements")], heading=_("Engagements")
        ),
        MultiFieldPanel([FieldPanel("appel"), FieldPanel("interpelles")], heading=_("Appel à agir")),
        FieldPanel("corps"),
        FieldPanel("sources"),
    ]

    class Meta:
        verbose_name = _("plateforme")
        verbose_name_plural = _("plateformes")

    def codes_des_parties(self) -> Iterable[str]:
        return Mesure.objects.values_list("code", flat=True)
