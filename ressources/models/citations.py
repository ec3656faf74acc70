"""Quotes: somebody's words, who may be named for them, and on what ground they are published."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ressources.edition.formulaires import ClassementForm
from ressources.models.classements import CODE_VALIDE
from ressources.models.langues import bilingue, langue_de_lecture
from ressources.models.organisations import Organisation


class Citation(models.Model):
    """Words as they were said or written, in their own language; a translation is always said to be ours."""

    class Attribution(models.TextChoices):
        NOMMEE = "nommee", _("Personne nommée")
        ANONYME = "anonyme", _("Personne non nommée, avec sa fonction")
        ORGANISATION = "organisation", _("Organisation")
        EXTRAIT = "extrait", _("Extrait d’un document")

    class Consentement(models.TextChoices):
        OBTENU = "obtenu", _("Consentement écrit obtenu")
        PUBLIEE = "publiee", _("Déjà publiée par la source")
        NON_REQUIS = "non-requis", _("Consentement non requis")

    class Langue(models.TextChoices):
        FR = "fr", _("français")
        EN = "en", _("anglais")

    code = models.SlugField(_("code"), max_length=60, unique=True, validators=[CODE_VALIDE])
    texte = models.TextField(_("texte, dans sa langue"), help_text=_("Mot pour mot, sans guillemets."))
    langue = models.CharField(_("langue du texte"), max_length=2, choices=Langue, default=Langue.FR)
    traduction = models.TextField(
        _("notre traduction, dans l’autre langue"),
        blank=True,
        help_text=_("La page dit qu’elle est de nous, et donne le texte d’origine."),
    )
    genre_attribution = models.CharField(_("genre d’attribution"), max_length=12, choices=Attribution)
    attribution_fr = models.CharField(_("attribution, en français"), max_length=250)
    attribution_en = models.CharField(_("attribution, en anglais"), max_length=250, blank=True)
    consentement = models.CharField(_("consentement"), max_length=12, choices=Consentement)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("organisation"),
    )
    source = models.CharField(_("source"), max_length=250)
    reperage_fr = models.CharField(_("page ou section, en français"), max_length=160, blank=True)
    reperage_en = models.CharField(_("page ou section, en anglais"), max_length=160, blank=True)
    annee = models.PositiveSmallIntegerField(
        _("année"), validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    demonstration = models.BooleanField(_("contenu de démonstration"), default=False)

    base_form_class = ClassementForm

    class Meta:
        ordering = ["code"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.CheckConstraint(name="citation_avec_source", condition=~Q(source="") & ~Q(consentement=""))
        ]

    def __str__(self) -> str:
        return f"« {self.texte[:70]}{'…' if len(self.texte) > 70 else ''} », {self.attribution}"

    def clean(self) -> None:
        super().clean()
        publiee = self.consentement == self.Consentement.PUBLIEE
        if (
            self.genre_attribution == self.Attribution.NOMMEE
            and self.consentement == self.Consentement.NON_REQUIS
        ):
            raise ValidationError(
                {"consentement": _("Une personne nommée a consenti, ou la source l’a déjà nommée.")}
            )
        if publiee and not (self.source or "").strip():
            raise ValidationError({"source": _("Dites quelle source a publié ces mots.")})

    @property
    def traduite(self) -> bool:
        """Whether the reader is shown our translation rather than the words themselves."""
        return bool(self.traduction) and self.langue != langue_de_lecture()

    @property
    def lue(self) -> str:
        """The words in the reader's language when we translated them, else as they were said."""
        return self.traduction if self.traduite else self.texte

    @property
    def langue_lue(self) -> str:
        """The language of `lue`."""
        return langue_de_lecture() if self.traduite else self.langue

    @property
    def attribution(self) -> str:
        return bilingue(self, "attribution")

    @property
    def reperage(self) -> str:
        return bilingue(self, "reperage")
