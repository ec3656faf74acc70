"""The list of one type of sheet: the search with its type fixed."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import COMPLEMENT, TRAITS_SIMPLES
from ressources.declaration import fiche_de, fiches
from ressources.models.page_portail import PagePortail


def types_de_fiches() -> list[tuple[str, str]]:
    """The choices of a list: code and name of each declared type."""
    return [(declare.genre.code, declare.genre.pluriel) for declare in fiches()]


class RepertoirePage(PagePortail, Page):
    """A faceted list, parent of the sheets of its type."""

    genre = models.CharField(_("type de fiches"), max_length=12, choices=types_de_fiches)
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
        modele = fiche_de(self.genre).modele
        lues = modele.objects.child_of(self).filter(slug=slug)
        return lues.select_related(*modele.objets_lus).first()

    @classmethod
    def clean_subpage_models(cls) -> list[type[Page]]:
        """The sheets of all declared types."""
        return [declare.modele for declare in fiches()]
