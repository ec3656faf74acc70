"""The list of one type of sheet: the search with its type fixed."""

from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import COMPLEMENT, TRAITS_SIMPLES
from ressources.models.page_portail import PagePortail


class RepertoirePage(PagePortail, Page):
    """A faceted list, parent of the sheets of its type."""

    class Genre(models.TextChoices):
        THEMATIQUE = "thematique", _("Thématiques")
        OUTIL = "outil", _("Outils")
        INITIATIVE = "initiative", _("Initiatives")
        ACTION = "action", _("Actions mobilisatrices")
        BILAN = "bilan", _("Bilans")

    genre = models.CharField(_("type de fiches"), max_length=12, choices=Genre)
    titre_menu = models.CharField(
        _("titre dans le menu"),
        max_length=30,
        blank=True,
        help_text=_("Plus court, si le titre est long."),
    )
    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)

    complement = StreamField(
        COMPLEMENT, blank=True, verbose_name=_("pour compléter"), help_text=_("Affiché sous la liste.")
    )

    subpage_types = [
        "ressources.ThematiquePage",
        "ressources.OutilPage",
        "ressources.InitiativePage",
        "ressources.ActionPage",
        "ressources.BilanPage",
    ]
    template = "ressources/repertoire_page.html"
    override_translatable_fields = [SynchronizedField("genre", overridable=False)]
    content_panels = [
        *Page.content_panels,
        FieldPanel("genre"),
        FieldPanel("titre_menu"),
        FieldPanel("introduction"),
        FieldPanel("complement"),
    ]

    class Meta:
        verbose_name = _("répertoire")
        verbose_name_plural = _("répertoires")

    def enfant(self, request: HttpRequest, slug: str) -> Page | None:
        """A sheet of this list's type, with the objects that its page shows: one query."""
        modele = apps.get_model("ressources", f"{self.genre}page")
        fiches = modele.objects.child_of(self).filter(slug=slug)
        return fiches.select_related(*modele.objets_lus).first()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from ressources.presentation.chronologie import chronologie

        contexte = super().get_context(request, *args, **kwargs)
        if self.genre == self.Genre.ACTION:
            contexte["chronologie"] = chronologie(self.locale_id, request)
        return contexte

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Answers as the search page does: same parameters, same fragments, same mechanism."""
        from recherche.views import repondre

        contexte = self.get_context(request, *args, **kwargs)
        return repondre(request, {"type": self.genre}, self.get_template(request), contexte)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        """A preview shows the list as visitors would see it."""
        from recherche.views import contexte

        return super().get_preview_context(request, mode_name) | contexte(request, {"type": self.genre})
