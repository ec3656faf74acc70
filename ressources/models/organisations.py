"""Organisations: partners, groups, tables, ministries; they carry the initiatives."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ressources.models.classements import Classement, Milieu, Territoire
from ressources.models.langues import bilingue


class Organisation(Classement):
    """A body that carries, supports or is named by the content. It will own the groups' spaces."""

    class Genre(models.TextChoices):
        COLLECTIF = "collectif", _("Collectif")
        MEMBRE = "membre-collectif", _("Membre du Collectif petite enfance")
        REGROUPEMENT = "regroupement", _("Regroupement local")
        INSTANCE = "instance", _("Instance régionale")
        NATION = "nation", _("Nation ou communauté")
        CENTRE = "centre", _("Centre d’amitié autochtone")
        ORGANISME = "organisme", _("Organisme")
        FONDATION = "fondation", _("Fondation")
        MINISTERE = "ministere", _("Ministère ou organisme public")
        INSTITUTION = "institution", _("Institution")
        TABLE = "table", _("Table ou comité")
        ESPACE = "espace", _("Espace de travail du Collectif")
        SONDEUR = "sondeur", _("Maison de sondage")

    sigle = models.CharField(_("sigle"), max_length=30, blank=True)
    genre = models.CharField(_("genre"), max_length=20, choices=Genre)
    territoire = models.ForeignKey(
        Territoire,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("territoire"),
    )
    autres_territoires = models.ManyToManyField(
        Territoire,
        blank=True,
        related_name="organisations_aussi",
        verbose_name=_("autres territoires"),
        help_text=_("Une ville et une nation, par exemple\u00a0: l’organisation se trouve par les deux."),
    )
    milieux = models.ManyToManyField(
        Milieu, blank=True, related_name="organisations", verbose_name=_("milieux")
    )
    role_fr = models.TextField(_("rôle, en français"), blank=True)
    role_en = models.TextField(_("rôle, en anglais"), blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    annee = models.PositiveSmallIntegerField(_("année de la source"), null=True, blank=True)
    fiction = models.BooleanField(_("organisation fictive"), default=False)

    class Meta(Classement.Meta):
        ordering = ["nom_fr", "code"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    @property
    def role(self) -> str:
        """What it does in the portal's subject, in the reader's language."""
        return bilingue(self, "role")

    @property
    def lieux(self) -> list[Territoire]:
        """Its territories, the main one first (load `territoire` and `autres_territoires` before)."""
        propre = [self.territoire] if self.territoire else []
        return [*propre, *self.autres_territoires.all()]
