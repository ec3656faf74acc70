"""The page of all the figures; each has its address beneath."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField
from wagtail.models import Page

from ressources.blocks import TRAITS_SIMPLES
from ressources.models.page_portail import PageAParties


class ChiffresPage(PageAParties, Page):
    """All the key figures, grouped, with their charts; each figure, each chart and the whole as open data."""

    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "ressources/chiffres_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    prefixe_recherche = "chiffre"

    class Meta:
        verbose_name = _("page des chiffres")
        verbose_name_plural = _("pages des chiffres")

    def codes_des_parties(self) -> Iterable[str]:
        from ressources.models import ChiffreCle

        return ChiffreCle.objects.values_list("code", flat=True)

    @path("")
    def index_route(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """All the figures and their charts."""
        from ressources.presentation.chiffres import contexte_chiffres

        return self.render(request, context_overrides=contexte_chiffres(self, request))

    @path("csv/")
    def tout_en_csv(self, request: HttpRequest) -> HttpResponse:
        """All the figures, in both languages."""
        from ressources.models import ChiffreCle
        from ressources.presentation.donnees_ouvertes import reponse_csv

        return reponse_csv(ChiffreCle.objects.all(), "chiffres")

    @path("csv/<slug:code>/")
    def graphique_en_csv(self, request: HttpRequest, code: str) -> HttpResponse:
        """The figures of one chart, in its order."""
        from ressources.models import Graphique
        from ressources.presentation.donnees_ouvertes import reponse_csv

        graphique = get_object_or_404(Graphique, code=code)
        lignes = graphique.lignes.select_related("chiffre")
        return reponse_csv([ligne.chiffre for ligne in lignes], code)

    @path("<slug:code>/", name="partie")
    def partie(self, request: HttpRequest, code: str) -> HttpResponse:
        """One figure, at an address that can be cited."""
        from ressources.models import ChiffreCle
        from ressources.presentation.chiffres import contexte_chiffre

        chiffres = ChiffreCle.objects.prefetch_related("mesures__pilier", "organisations")
        chiffre = get_object_or_404(chiffres, code=code)
        contexte = contexte_chiffre(self, chiffre, request)
        return self.render(request, template="ressources/chiffre.html", context_overrides=contexte)
