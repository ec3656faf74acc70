"""Recommendations of the bilans: what sheets may feed, each with a lasting address."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ressources.models.classements import Classement


class Recommandation(Classement):
    """A recommendation, or one of its parts (`parent`).

    `nom_fr` is the official label; `bilan` is the code of the page that holds it, where it stands at `#ancre`.
    """

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="volets",
        verbose_name=_("volet de"),
    )
    bilan = models.SlugField(_("code du bilan"), max_length=100, db_index=True)
    source = models.CharField(_("source"), max_length=250)
    annee = models.PositiveSmallIntegerField(_("année"))

    class Meta(Classement.Meta):
        verbose_name = _("recommandation")
        verbose_name_plural = _("recommandations")

    @property
    def ancre(self) -> str:
        """Its anchor on the page of the bilan, kept for ever."""
        return self.code.lower()


def recommandations_du_bilan(code: str) -> dict[int, Recommandation]:
    """The records of a bilan by primary key."""
    return {r.pk: r for r in Recommandation.objects.filter(bilan=code)}
