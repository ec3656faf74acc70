"""Home and institutional pages."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ressources.blocks import CORPS, ChiffreBlock
from ressources.models.page_portail import PagePortail
from ressources.models.pages_du_site import pages_du_site


class AccueilPage(PagePortail, Page):
    """The home page: what the portal is, the search, the pillars, what is new, knowledge beside practice."""

    accroche = models.CharField(_("accroche"), max_length=120)
    chapo = models.TextField(_("chapeau"), blank=True)
    recherches_suggerees = models.TextField(
        _("recherches suggérées"),
        blank=True,
        help_text=_("Une par ligne\u00a0; chacune devrait trouver quelque chose."),
    )
    theme_vedette = models.ForeignKey(
        "ressources.ThematiquePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thématique en vedette"),
    )
    chiffres = StreamField([("chiffre", ChiffreBlock())], blank=True, verbose_name=_("chiffres"))
    corps = StreamField(CORPS, blank=True, verbose_name=_("contenu"))

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "ressources.RepertoirePage",
        "ressources.PlateformePage",
        "ressources.TheorieChangementPage",
        "ressources.GlossairePage",
        "ressources.ChiffresPage",
        "ressources.AnnuairePage",
        "ressources.CartePage",
        "portail.ContenuPage",
    ]
    template = "portail/accueil_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("accroche"),
        FieldPanel("chapo"),
        FieldPanel("recherches_suggerees"),
        FieldPanel("theme_vedette"),
        FieldPanel("chiffres"),
        FieldPanel("corps"),
    ]

    class Meta:
        verbose_name = _("page d’accueil")
        verbose_name_plural = _("pages d’accueil")

    def enfant(self, request: HttpRequest, slug: str) -> Page | None:
        """A public child of the active language: the menu reads them all anyway, lists whole."""
        trouves = (page for page in pages_du_site(request) if page.slug == slug and page.is_child_of(self))
        page = next(trouves, None)
        if page is None:
            return None
        enfant = page.repertoirepage if page.content_type.model == "repertoirepage" else page.specific
        enfant.locale = page.locale
        return enfant


class ContenuPage(PagePortail, Page):
    """An institutional page: about, accessibility, privacy …"""

    chapo = models.TextField(_("chapeau"), blank=True)
    corps = StreamField(CORPS, blank=True, verbose_name=_("contenu"))

    parent_page_types = ["portail.AccueilPage", "portail.ContenuPage"]
    subpage_types = ["portail.ContenuPage"]
    template = "portail/contenu_page.html"
    content_panels = [*Page.content_panels, FieldPanel("chapo"), FieldPanel("corps")]

    class Meta:
        verbose_name = _("page de contenu")
        verbose_name_plural = _("pages de contenu")
