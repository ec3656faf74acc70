"""Advocacy actions: what a group asked of decision-makers, how, and what came of it."""

from collections.abc import Iterator

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from ressources.blocks import ACTIONS, IMPACTS, TRAITS_SIMPLES
from ressources.models.base import Fiche
from ressources.models.fiches import PARENTS, onglets
from ressources.models.references import Reference


def _references(bloc: dict) -> Iterator[int]:
    """Primary keys of the documents that a stored action or impact names."""
    valeur = bloc["value"]
    reperes = (repere["value"] for repere in valeur.get("reperes") or [])
    for porteur in (valeur, *reperes):
        if porteur.get("reference"):
            yield porteur["reference"]


class ActionPage(Fiche):
    """An advocacy action: context, populations, target publics (`publics`), actions by family, impacts.

    `periode` is the date as the source gives it (a month, a span); `date_debut` sorts the timeline.
    """

    organisation = models.ForeignKey(
        "ressources.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("menée par"),
    )
    periode = models.CharField(_("date ou période"), max_length=80)
    date_debut = models.DateField(_("début"), help_text=_("Elle place l’action sur la ligne du temps."))
    date_fin = models.DateField(_("fin"), null=True, blank=True)
    types_action = ParentalManyToManyField(
        "ressources.TypeAction", blank=True, related_name="fiches", verbose_name=_("genres d’action")
    )
    contexte = RichTextField(_("contexte"), features=TRAITS_SIMPLES, blank=True)
    populations = models.TextField(_("populations"), blank=True)
    actions = StreamField(ACTIONS, blank=True, verbose_name=_("actions"))
    impacts = StreamField(IMPACTS, blank=True, verbose_name=_("impacts"))

    classements_propres = {"action": "types_action"}
    parent_page_types = PARENTS
    subpage_types = []
    template = "ressources/action_page.html"
    override_translatable_fields = [
        *Fiche.override_translatable_fields,
        *(
            SynchronizedField(nom, overridable=False)
            for nom in ("organisation", "date_debut", "date_fin", "types_action")
        ),
    ]
    edit_handler = onglets(
        [
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("periode")]),
            FieldRowPanel([FieldPanel("date_debut"), FieldPanel("date_fin")]),
            FieldPanel("types_action", widget=CheckboxSelectMultiple),
            FieldPanel("contexte"),
            FieldPanel("populations"),
            FieldPanel("actions"),
            FieldPanel("impacts"),
        ]
    )

    class Meta:
        verbose_name = _("action mobilisatrice")
        verbose_name_plural = _("actions mobilisatrices")

    def full_clean(self, *args, **kwargs) -> None:
        """The documents that actions and impacts name are documents of the sheet: listed, searched, kept in step."""
        super().full_clean(*args, **kwargs)
        if self.pk is None:  # its first revision comes just after
            return
        nommes = {pk for bloc in (*self.actions.raw_data, *self.impacts.raw_data) for pk in _references(bloc)}
        if manquants := nommes - {reference.pk for reference in self.references.all()}:
            self.references.add(*Reference.objects.filter(pk__in=manquants))
