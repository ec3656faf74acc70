"""The three kinds of sheets."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import CORPS, TRAITS_SIMPLES
from ressources.models.base import Fiche

PARENTS = ["ressources.RepertoirePage"]


def onglets(panneaux: list) -> TabbedInterface:
    """The editing tabs of a sheet: its own panels after the shared head, then classification, credits, promotion."""
    return TabbedInterface(
        [
            ObjectList([*Fiche.content_panels, *panneaux], heading=_("Contenu")),
            ObjectList(Fiche.panneaux_classement, heading=_("Classement et liens")),
            ObjectList(Fiche.panneaux_credits, heading=_("Sources et crédits")),
            ObjectList(Page.promote_panels, heading=_("Adresse et partage")),
            ObjectList(Page.settings_panels, heading=_("Publication")),
        ]
    )


class ThematiquePage(Fiche):
    """A theme: three reading levels, and knowledge beside practice."""

    essentiel = RichTextField(
        _("l’essentiel"), features=TRAITS_SIMPLES, help_text=_("De trois à cinq points.")
    )
    savoirs = StreamField(CORPS, blank=True, verbose_name=_("ce que l’on sait"))
    pratiques = StreamField(CORPS, blank=True, verbose_name=_("ce qui a été fait"))
    synthese = StreamField(CORPS, blank=True, verbose_name=_("la synthèse"))
    approfondir = StreamField(CORPS, blank=True, verbose_name=_("pour approfondir"))

    parent_page_types = PARENTS
    subpage_types = []
    template = "ressources/thematique_page.html"
    edit_handler = onglets(
        [
            FieldPanel("essentiel"),
            MultiFieldPanel(
                [FieldPanel("savoirs"), FieldPanel("pratiques")], heading=_("Savoir et pratique")
            ),
            FieldPanel("synthese"),
            FieldPanel("approfondir"),
        ]
    )

    class Meta:
        verbose_name = _("thématique")
        verbose_name_plural = _("thématiques")


class OutilPage(Fiche):
    """A tool: what it is, how long it takes, what it costs and needs."""

    class Cout(models.TextChoices):
        GRATUIT = "gratuit", _("Gratuit")
        PAYANT = "payant", _("Payant")
        VARIABLE = "variable", _("Variable")

    type_outil = models.ForeignKey(
        "ressources.TypeOutil", models.PROTECT, related_name="outils", verbose_name=_("type d’outil")
    )
    duree = models.CharField(_("durée"), max_length=120, blank=True)
    format = models.CharField(_("format"), max_length=160, blank=True)
    cout = models.CharField(_("coût"), max_length=10, choices=Cout, default=Cout.GRATUIT)
    cout_precision = models.CharField(_("précision sur le coût"), max_length=160, blank=True)
    besoins = models.TextField(_("ce qu’il faut"), blank=True)
    corps = StreamField(CORPS, blank=True, verbose_name=_("contenu"))

    parent_page_types = PARENTS
    subpage_types = []
    template = "ressources/outil_page.html"
    objets_lus = (*Fiche.objets_lus, "type_outil")
    override_translatable_fields = [
        *Fiche.override_translatable_fields,
        SynchronizedField("cout", overridable=False),
    ]
    edit_handler = onglets(
        [
            FieldPanel("type_outil"),
            FieldRowPanel([FieldPanel("duree"), FieldPanel("format")]),
            FieldRowPanel([FieldPanel("cout"), FieldPanel("cout_precision")]),
            FieldPanel("besoins"),
            FieldPanel("corps"),
        ]
    )

    class Meta:
        verbose_name = _("outil")
        verbose_name_plural = _("outils")


class InitiativePage(Fiche):
    """A local initiative: who carried it, why, how, and what came of it."""

    porteur = models.ForeignKey(
        "ressources.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("portée par"),
    )
    periode_realisation = models.CharField(_("période de réalisation"), max_length=120, blank=True)
    contexte = RichTextField(_("contexte"), features=TRAITS_SIMPLES, blank=True)
    populations = models.TextField(_("populations"), blank=True)
    demarche = StreamField(CORPS, blank=True, verbose_name=_("démarche"))
    effets = StreamField(CORPS, blank=True, verbose_name=_("effets"))
    apprentissages = StreamField(CORPS, blank=True, verbose_name=_("apprentissages"))
    conditions = RichTextField(_("conditions de réussite"), features=TRAITS_SIMPLES, blank=True)

    parent_page_types = PARENTS
    subpage_types = []
    template = "ressources/initiative_page.html"
    objets_lus = (*Fiche.objets_lus, "porteur")
    edit_handler = onglets(
        [
            FieldRowPanel([FieldPanel("porteur"), FieldPanel("periode_realisation")]),
            FieldPanel("contexte"),
            FieldPanel("populations"),
            FieldPanel("demarche"),
            FieldPanel("effets"),
            FieldPanel("apprentissages"),
            FieldPanel("conditions"),
        ]
    )

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
