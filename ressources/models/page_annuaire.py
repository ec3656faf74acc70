"""The directory of organisations, and the map of territories."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ressources.blocks import TRAITS_SIMPLES
from ressources.models.organisations import Organisation
from ressources.models.page_portail import PageAParties, PagePortail


class AnnuairePage(PageAParties, Page):
    """All the organisations that the portal names; each has its address beneath."""

    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "ressources/annuaire_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("annuaire")
        verbose_name_plural = _("annuaires")

    def codes_des_parties(self) -> Iterable[str]:
        return Organisation.objects.order_by("code").values_list("code", flat=True)


class CartePage(PagePortail, Page):
    """Initiatives and organisations by territory, as a map and as a table."""

    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "ressources/carte_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("carte")
        verbose_name_plural = _("cartes")
