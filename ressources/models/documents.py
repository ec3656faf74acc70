"""Text of the documents attached to sheets, kept so that the search never opens a file."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string


class TexteDocument(models.Model):
    """The text of one document, page by page, as extracted from the file that bears `empreinte`.

    `pages`: list of str, one per page in the order of the file, "" for a page without text, so that the
    index in the list plus one is the page number people see in their reader.
    """

    class Etat(models.TextChoices):
        LU = "lu", _("Lu")
        PARTIEL = "partiel", _("Lu en partie\u00a0: une page au moins n’a pas pu l’être")
        VIDE = "vide", _("Sans texte (images numérisées\u202f?)")
        CHIFFRE = "chiffre", _("Protégé par un mot de passe")
        FORMULAIRE = "formulaire", _("Formulaire qu’un seul logiciel affiche\u00a0: rien à y lire")
        ILLISIBLE = "illisible", _("Illisible")
        TROP_LONG = "trop-long", _("Lu en partie\u00a0: document trop long")

    document = models.OneToOneField(
        get_document_model_string(),
        on_delete=models.CASCADE,
        related_name="texte",
        verbose_name=_("document"),
    )
    empreinte = models.CharField(_("empreinte du fichier (SHA-1)"), max_length=40, db_index=True)
    version = models.PositiveSmallIntegerField(_("version de l’extraction"), default=0)
    etat = models.CharField(_("état"), max_length=10, choices=Etat.choices)
    pages = models.JSONField(_("texte de chaque page"), default=list)
    extrait_le = models.DateTimeField(_("extrait le"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("texte d’un document")
        verbose_name_plural = _("textes des documents")

    def __str__(self) -> str:
        return f"{self.document_id} ({self.get_etat_display()})"
