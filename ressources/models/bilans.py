"""Bilans: what an organisation did over a period, learned and recommends."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import CHAPITRES
from ressources.models.base import Fiche
from ressources.models.fiches import PARENTS, onglets


class BilanPage(Fiche):
    """A bilan told in chapters: figures, recommendations, learnings, orientations, quotes, credits."""

    organisation = models.ForeignKey(
        "ressources.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bilans",
        verbose_name=_("organisation"),
    )
    periode = models.CharField(_("période"), max_length=80)
    chapitres = StreamField(CHAPITRES, blank=True, verbose_name=_("chapitres"))

    parent_page_types = PARENTS
    subpage_types = []
    template = "ressources/bilan_page.html"
    override_translatable_fields = [
        *Fiche.override_translatable_fields,
        SynchronizedField("organisation", overridable=False),
    ]
    edit_handler = onglets(
        [FieldRowPanel([FieldPanel("organisation"), FieldPanel("periode")]), FieldPanel("chapitres")]
    )

    class Meta:
        verbose_name = _("bilan")
        verbose_name_plural = _("bilans")
