"""Our own image and document models: Wagtail advises them from the first day, they can't be swapped later."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition


class ImagePortail(AbstractImage):
    """A picture, with its credit and the consent of the people it shows."""

    class Consentement(models.TextChoices):
        SANS_OBJET = "sans-objet", _("Personne de reconnaissable")
        OBTENU = "obtenu", _("Consentement écrit obtenu")
        A_OBTENIR = "a-obtenir", _("Consentement à obtenir")

    credit = models.CharField(_("crédit"), max_length=200, blank=True)
    consentement = models.CharField(
        _("consentement des personnes"), max_length=12, choices=Consentement, default=Consentement.SANS_OBJET
    )
    cle_chargement = models.CharField(max_length=120, blank=True, db_index=True, editable=False)

    admin_form_fields = (
        *("title", "file", "description", "credit", "consentement", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class Rendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(ImagePortail, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class DocumentPortail(AbstractDocument):
    """A file attached to sheets, with its language; always served through Wagtail's view, which checks privacy."""

    class Langue(models.TextChoices):
        FR = "fr", _("français")
        EN = "en", _("anglais")
        AUTRE = "autre", _("autre langue")

    langue = models.CharField(_("langue"), max_length=5, choices=Langue, default=Langue.FR)
    cle_chargement = models.CharField(max_length=120, blank=True, db_index=True, editable=False)

    admin_form_fields = ("title", "file", "langue", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
