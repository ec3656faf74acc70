"""The theory of change, by version: five columns of boxes, each a bilingual record with a stable code."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ressources.blocks import SOURCES, TRAITS_SIMPLES
from ressources.models.classements import Classement, Mesure, PublicCible
from ressources.models.page_portail import PageAParties


class VersionTheorie(Classement):
    """A state of the theory. The version of the highest rank is the one in force."""

    periode = models.CharField(_("période"), max_length=20, blank=True, help_text=_("Par exemple 2024-2025."))
    note_fr = models.TextField(_("note en français"), blank=True)
    note_en = models.TextField(_("note en anglais"), blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    annee = models.PositiveSmallIntegerField(_("année de la source"), null=True, blank=True)

    class Meta(Classement.Meta):
        verbose_name = _("version de la théorie du changement")
        verbose_name_plural = _("versions de la théorie du changement")


class ElementTheorie(Classement):
    """A box of the theory, with what it leads to: measures, or a public."""

    class Colonne(models.TextChoices):
        LEVIER = "levier", _("Leviers d’action")
        PUBLIC = "public", _("Publics cibles")
        IMMEDIAT = "immediat", _("Objectifs immédiats")
        INTERVENTION = "intervention", _("Objectifs d’intervention")
        ULTIME = "ultime", _("Objectif ultime")

    version = models.ForeignKey(
        VersionTheorie, models.CASCADE, related_name="elements", verbose_name=_("version")
    )
    colonne = models.CharField(_("colonne"), max_length=12, choices=Colonne)
    groupe_fr = models.CharField(_("chapeau du groupe, en français"), max_length=120, blank=True)
    groupe_en = models.CharField(_("chapeau du groupe, en anglais"), max_length=120, blank=True)
    note_fr = models.TextField(_("note en français"), blank=True)
    note_en = models.TextField(_("note en anglais"), blank=True)
    mesures = models.ManyToManyField(
        Mesure,
        blank=True,
        related_name="elements_theorie",
        verbose_name=_("mesures"),
        help_text=_("Rapprochement fait par la rédaction\u00a0: la source ne relie pas les deux."),
    )
    publics = models.ManyToManyField(
        PublicCible, blank=True, related_name="elements_theorie", verbose_name=_("publics")
    )

    class Meta(Classement.Meta):
        verbose_name = _("élément de la théorie du changement")
        verbose_name_plural = _("éléments de la théorie du changement")


class TheorieChangementPage(PageAParties, Page):
    """The diagram of the version in force, the same as a list, and what came before. A box is a part of the page."""

    chapo = models.TextField(_("chapeau"), blank=True)
    introduction = RichTextField(_("introduction"), features=TRAITS_SIMPLES, blank=True)
    demarche = RichTextField(_("la démarche"), features=TRAITS_SIMPLES, blank=True)
    note_lecture = models.TextField(
        _("note de la rédaction"),
        blank=True,
        help_text=_("Comment la source a été lue, ce qui y est incertain."),
    )
    sources = StreamField(SOURCES, blank=True, verbose_name=_("sources"))

    parent_page_types = ["portail.AccueilPage"]
    subpage_types = []
    template = "ressources/theorie_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("chapo"),
        FieldPanel("introduction"),
        FieldPanel("demarche"),
        FieldPanel("note_lecture"),
        FieldPanel("sources"),
    ]

    class Meta:
        verbose_name = _("théorie du changement")
        verbose_name_plural = _("théories du changement")

    def codes_des_parties(self) -> Iterable[str]:
        return ElementTheorie.objects.values_list("code", flat=True)
