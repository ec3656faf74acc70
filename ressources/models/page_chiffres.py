"""The page of all the figures; each has its address beneath."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ressources.blocks import TRAITS_SIMPLES
from ressources.models.chiffres import ChiffreCle
from ressources.models.page_portail import PageAParties


class ChiffresPage(PageAParties, Page):
    """All the key figures, grouped, with their charts; each figure, each chart and the whole as open data."""

    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "ressources/chiffres_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("page des chiffres")
        verbose_name_plural = _("pages des chiffres")

    def codes_des_parties(self) -> Iterable[str]:
        return ChiffreCle.objects.values_list("code", flat=True)
