"""Our own image and document models: Wagtail advises them from the first day, they can't be swapped later."""

from datetime import date

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError

from ressources.models.langues import bilingue

REPIT = 600
"""Seconds before a picture that could not be drawn is tried again."""


def pas_a_venir(jour: date) -> None:
    """A document is dated of the day it was published: never later than today, nor before printing."""
    if not jour.year >= 1450 or jour > timezone.localdate():
        raise ValidationError(
            _("Donnez la date de parution du document\u00a0: elle ne peut pas être à venir.")
        )


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

    # Set on a picture that could not be drawn: what shows it does without.
    illisible = False

    admin_form_fields = (
        *("title", "file", "description", "credit", "consentement", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Wagtail's; a file that cannot be drawn, whatever is wrong, is as one that is missing: pages do without.

        It is remembered for a while, or each visit would try again. Raises SourceImageIOError.
        """
        repere = f"image-illisible:{self.pk}:{self.file_hash or self.file.name}"
        if cache.get(repere):
            raise SourceImageIOError(f"{self.file.name} could not be drawn a moment ago.")
        try:
            return super().generate_rendition_file(filter, source=source)
        except (SourceImageIOError, InvalidFilterSpecError):
            raise
        except Exception as erreur:
            cache.set(repere, 1, REPIT)
            raise SourceImageIOError(f"{self.file.name} cannot be drawn: {erreur}") from erreur


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

    class Genre(models.TextChoices):
        BILAN = "bilan", _("Bilan")
        MEMOIRE = "memoire", _("Mémoire")
        COMMUNIQUE = "communique", _("Communiqué")
        LETTRE = "lettre-ouverte", _("Lettre ouverte")
        RAPPORT = "rapport", _("Rapport")
        AVANCEMENT = "rapport-avancement", _("Rapport d’avancement")
        AVIS = "avis-media", _("Avis aux médias")
        WEBINAIRE = "webinaire", _("Webinaire")
        PLANIFICATION = "planification", _("Planification stratégique")
        OUTIL = "outil", _("Outil")

    langue = models.CharField(_("langue"), max_length=5, choices=Langue, default=Langue.FR)
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, blank=True)
    date = models.DateField(_("date du document"), null=True, blank=True, validators=[pas_a_venir])
    auteurs = models.CharField(
        _("auteurs"),
        max_length=250,
        blank=True,
        help_text=_("Personnes ou organisations, comme le document les nomme."),
    )
    resume_fr = models.TextField(
        _("résumé accessible, en français"),
        max_length=600,
        blank=True,
        help_text=_(
            "Ce que le document contient, pour qui ne peut pas l’ouvrir ou le lire (600 caractères au plus)."
        ),
    )
    resume_en = models.TextField(_("résumé accessible, en anglais"), max_length=600, blank=True)
    cle_chargement = models.CharField(max_length=120, blank=True, db_index=True, editable=False)

    admin_form_fields = (
        *("title", "file", "langue", "genre", "date", "auteurs", "resume_fr", "resume_en"),
        *("collection", "tags"),
    )

    @property
    def etat_de_lecture(self) -> str:
        """What kept the search from reading the file whole; "" when it did, or when nobody has tried yet."""
        texte = getattr(self, "texte", None)
        return texte.get_etat_display() if texte and texte.etat != texte.Etat.LU else ""

    @property
    def resume(self) -> str:
        """What the file holds, in the reader's language."""
        return bilingue(self, "resume")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
