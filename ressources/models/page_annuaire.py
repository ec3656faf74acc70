"""The directory of organisations, and the map of territories."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField
from wagtail.models import Page

from ressources.blocks import TRAITS_SIMPLES
from ressources.models.page_portail import PageAParties, PagePortail


class AnnuairePage(PageAParties, Page):
    """All the organisations that the portal names; each has its address beneath."""

    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "ressources/annuaire_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    prefixe_recherche = "organisation"

    class Meta:
        verbose_name = _("annuaire")
        verbose_name_plural = _("annuaires")

    def codes_des_parties(self) -> Iterable[str]:
        from ressources.models import Organisation

        return Organisation.objects.order_by("code").values_list("code", flat=True)

    @path("")
    def index_route(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The list, and the filters of the address."""
        from ressources.presentation.annuaire import contexte_annuaire

        return self.render(request, context_overrides=contexte_annuaire(self, request))

    @path("<slug:code>/", name="partie")
    def partie(self, request: HttpRequest, code: str) -> HttpResponse:
        """One organisation: who it is, what it carries, what counts it."""
        from ressources.models import Organisation
        from ressources.presentation.annuaire import contexte_organisation

        organisations = Organisation.objects.select_related("territoire")
        organisation = get_object_or_404(
            organisations.prefetch_related("autres_territoires", "milieux"), code=code
        )
        contexte = contexte_organisation(self, organisation, request)
        return self.render(request, template="ressources/organisation.html", context_overrides=contexte)


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

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from ressources.presentation.territoires import contexte_carte

        return super().get_context(request, *args, **kwargs) | contexte_carte(self, request)
