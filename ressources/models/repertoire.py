"""The list of one type of sheet: the search with its type fixed."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import TRAITS_SIMPLES
from ressources.models.page_portail import PagePortail


class RepertoirePage(PagePortail, Page):
    """A faceted list, parent of the sheets of its type."""

    class Genre(models.TextChoices):
        THEMATIQUE = "thematique", _("Thématiques")
        OUTIL = "outil", _("Outils")
        INITIATIVE = "initiative", _("Initiatives")

    genre = models.CharField(_("type de fiches"), max_length=12, choices=Genre)
    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    subpage_types = ["ressources.ThematiquePage", "ressources.OutilPage", "ressources.InitiativePage"]
    template = "ressources/repertoire_page.html"
    override_translatable_fields = [SynchronizedField("genre", overridable=False)]
    content_panels = [*Page.content_panels, FieldPanel("genre"), FieldPanel("introduction")]

    class Meta:
        verbose_name = _("répertoire")
        verbose_name_plural = _("répertoires")

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Answers as the search page does: same parameters, same fragments, same mechanism."""
        from recherche.views import repondre

        contexte = self.get_context(request, *args, **kwargs)
        return repondre(request, {"type": self.genre}, self.get_template(request), contexte)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        """A preview shows the list as visitors would see it."""
        from recherche.views import contexte

        return super().get_preview_context(request, mode_name) | contexte(request, {"type": self.genre})
