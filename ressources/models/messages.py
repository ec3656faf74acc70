"""What visitors write about an organisation: kept for the editors, shown to nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ressources.models.organisations import Organisation


class MessageOrganisation(models.Model):
    """A message to the portal's team about an organisation. No address of the sender's machine is kept."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="messages", verbose_name=_("au sujet de")
    )
    nom = models.CharField(_("nom"), max_length=120, blank=True)
    courriel = models.EmailField(_("courriel"), blank=True)
    message = models.TextField(_("message"), max_length=4000)
    langue = models.CharField(_("langue"), max_length=5, default="fr")
    # Of the token of the form: the same form sent twice is one message, whoever sends it twice at once.
    envoi = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001 - "" would be unique
    recu_le = models.DateTimeField(_("reçu le"), auto_now_add=True)
    traite = models.BooleanField(_("traité"), default=False)

    class Meta:
        ordering = ["-recu_le"]
        verbose_name = _("message reçu")
        verbose_name_plural = _("messages reçus")

    def __str__(self) -> str:
        return f"{self.organisation} ({self.recu_le:%Y-%m-%d})"
