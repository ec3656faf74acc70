"""Key figures: none without its year and its source."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ressources.edition.formulaires import ChiffreForm
from ressources.models.classements import CODE_VALIDE, Mesure, Pilier
from ressources.models.langues import bilingue
from ressources.models.organisations import Organisation

SANS_ANNEE = _("Un chiffre ne se publie pas sans son année.")
SANS_SOURCE = _("Un chiffre ne se publie pas sans sa source.")
ANNEES = (1900, 2100)


class ChiffreCle(models.Model):
    """A figure as its source writes it. `nombre` is the same value for charts; empty when it cannot be drawn."""

    class Groupe(models.TextChoices):
        RESEAU = "reseau", _("Le réseau, en 2019")
        PARENTS = "parents", _("La place des parents")
        PRATIQUES = "pratiques", _("Joindre les familles")
        PERINATALITE = "perinatalite", _("Autour de la naissance")
        OPINION = "opinion", _("L’opinion publique")
        COLLECTIF = "collectif", _("Le Collectif petite enfance, en 2024-2025")
        AUTRE = "autre", _("Autres chiffres")

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        validators=[CODE_VALIDE],
        help_text=_("Il figure dans l’adresse du chiffre\u00a0: ne le changez plus une fois publié."),
    )
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)
    groupe = models.CharField(_("groupe"), max_length=16, choices=Groupe, default=Groupe.AUTRE)
    valeur_fr = models.CharField(
        _("valeur, telle que la source l’écrit"),
        max_length=40,
        help_text=_("Avec son signe\u00a0: 66\u00a0%, 2,5\u00a0M$, près de 3000."),
    )
    valeur_en = models.CharField(_("valeur, en anglais"), max_length=40, blank=True)
    nombre = models.DecimalField(
        _("nombre, pour les graphiques"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    unite_fr = models.CharField(_("unité, en français"), max_length=60)
    unite_en = models.CharField(_("unité, en anglais"), max_length=60, blank=True)
    libelle_fr = models.CharField(_("libellé, en français"), max_length=250)
    libelle_en = models.CharField(_("libellé, en anglais"), max_length=250, blank=True)
    population_fr = models.CharField(_("population, en français"), max_length=250, blank=True)
    population_en = models.CharField(_("population, en anglais"), max_length=250, blank=True)
    annee = models.PositiveSmallIntegerField(
        _("année"),
        validators=[MinValueValidator(ANNEES[0]), MaxValueValidator(ANNEES[1])],
        error_messages={"null": SANS_ANNEE, "blank": SANS_ANNEE},
        help_text=_("Celle que le chiffre décrit\u00a0; à défaut, celle de la source."),
    )
    source = models.CharField(
        _("source"),
        max_length=250,
        error_messages={"blank": SANS_SOURCE},
        help_text=_("Le titre du document, tel que publié, et l’année de parution."),
    )
    langue_source = models.CharField(
        _("langue de la source"),
        max_length=2,
        choices=[("fr", _("français")), ("en", _("anglais"))],
        default="fr",
    )
    reperage_fr = models.CharField(_("page ou section, en français"), max_length=160, blank=True)
    reperage_en = models.CharField(_("page ou section, en anglais"), max_length=160, blank=True)
    note_fr = models.TextField(
        _("note, en français"),
        blank=True,
        help_text=_("Ce qu’il faut savoir pour le citer\u00a0: écart entre deux sources, méthode, limite."),
    )
    note_en = models.TextField(_("note, en anglais"), blank=True)
    mesures = models.ManyToManyField(
        Mesure, blank=True, related_name="chiffres", verbose_name=_("mesures éclairées")
    )
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="chiffres", verbose_name=_("organisations concernées")
    )
    demonstration = models.BooleanField(_("contenu de démonstration"), default=False)

    base_form_class = ChiffreForm

    class Meta:
        ordering = ["ordre", "code"]
        verbose_name = _("chiffre clé")
        verbose_name_plural = _("chiffres clés")
        constraints = [
            models.CheckConstraint(
                name="chiffre_avec_source",
                condition=~Q(source=""),
                violation_error_message=SANS_SOURCE,
            ),
            models.CheckConstraint(
                name="chiffre_avec_annee",
                condition=Q(annee__gte=ANNEES[0], annee__lte=ANNEES[1]),
                violation_error_message=SANS_ANNEE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.valeur} · {self.libelle} ({self.annee})"

    def clean(self) -> None:
        super().clean()
        self.source = (self.source or "").strip()
        if not self.source:
            raise ValidationError({"source": SANS_SOURCE})

    @property
    def valeur(self) -> str:
        """As the source writes it, with the typography of the reader's language."""
        return bilingue(self, "valeur")

    @property
    def unite(self) -> str:
        return bilingue(self, "unite")

    @property
    def libelle(self) -> str:
        return bilingue(self, "libelle")

    @property
    def population(self) -> str:
        return bilingue(self, "population")

    @property
    def reperage(self) -> str:
        return bilingue(self, "reperage")

    @property
    def note(self) -> str:
        return bilingue(self, "note")

    @property
    def enonce(self) -> str:
        """The figure and what it counts, as one phrase: a title. Labels are written to follow their figure."""
        return f"{self.valeur} {self.libelle}"

    @property
    def piliers(self) -> list[Pilier]:
        """The pillars of its measures, each once, in the platform's order (load `mesures__pilier` first)."""
        trouves = {mesure.pilier_id: mesure.pilier for mesure in self.mesures.all()}
        return sorted(trouves.values(), key=lambda pilier: (pilier.ordre, pilier.code))
