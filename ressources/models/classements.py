"""Classifications: bilingual records with a stable code, never translated copies.

A facet therefore never splits between languages, and a label that exists in one language only is shown
as such (`langue_du_nom`).
"""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ressources.edition.formulaires import ClassementForm

CODE_VALIDE = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9-]*$",
    _("Un code ne contient que des lettres sans accent, des chiffres et des tirets."),
)


class Bilingue(models.Model):
    """A name in French, in English, or in one of them only."""

    nom_fr = models.CharField(_("nom en français"), max_length=200, blank=True)
    nom_en = models.CharField(_("nom en anglais"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.nom

    def clean(self) -> None:
        super().clean()
        if not (self.nom_fr or self.nom_en):
            raise ValidationError(_("Donnez un nom dans au moins une des deux langues."))

    @property
    def langue_du_nom(self) -> str:
        """The language code of the label that `nom` shows: the reader's, or the only one there is."""
        lecture = "en" if (get_language() or "fr").startswith("en") else "fr"
        if getattr(self, f"nom_{lecture}"):
            return lecture
        return "fr" if self.nom_fr else "en"

    @property
    def nom(self) -> str:
        """The label in the reader's language, else in the other one."""
        return getattr(self, f"nom_{self.langue_du_nom}")

    def dans_la_langue(self, champ: str) -> str:
        """The text of a field in the reader's language, else in the other one: `dans_la_langue("note")`."""
        ordre = ("en", "fr") if (get_language() or "fr").startswith("en") else ("fr", "en")
        return next((texte for code in ordre if (texte := getattr(self, f"{champ}_{code}"))), "")


class Classement(Bilingue):
    """Base of all classifications: a code that never changes, and a rank."""

    code = models.CharField(
        _("code"),
        max_length=60,
        unique=True,
        validators=[CODE_VALIDE],
        help_text=_("Il figure dans les adresses de recherche\u00a0: ne le changez plus une fois publié."),
    )
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)

    base_form_class = ClassementForm

    class Meta:
        abstract = True
        ordering = ["ordre", "code"]


class Pilier(Classement):
    """One of the four pillars of the platform (codes ENF, PAR, CDV, AGE: shape and colour follow the code)."""

    but_en = models.TextField(_("but énoncé par la plateforme anglaise"), blank=True)
    description_fr = models.TextField(_("description en français"), blank=True)
    description_en = models.TextField(_("description en anglais"), blank=True)
    divergence_fr = models.TextField(_("écart entre les deux langues, en français"), blank=True)
    divergence_en = models.TextField(_("écart entre les deux langues, en anglais"), blank=True)

    class Meta(Classement.Meta):
        verbose_name = _("pilier")
        verbose_name_plural = _("piliers")


class Mesure(Classement):
    """A measure of a pillar, with the note that keeps French and English apart where they differ."""

    pilier = models.ForeignKey(Pilier, models.PROTECT, related_name="mesures", verbose_name=_("pilier"))
    divergence_fr = models.TextField(_("écart entre les deux langues, en français"), blank=True)
    divergence_en = models.TextField(_("écart entre les deux langues, en anglais"), blank=True)
    source = models.CharField(_("source du libellé français"), max_length=200, blank=True)
    source_en = models.CharField(_("source du libellé anglais"), max_length=200, blank=True)
    annee = models.PositiveSmallIntegerField(
        _("année"),
        null=True,
        blank=True,
        help_text=_("Celle de la source, ou celle de sa lecture quand elle ne porte pas de date."),
    )
    en_clair_fr = models.CharField(_("en clair, en français"), max_length=250, blank=True)
    en_clair_en = models.CharField(_("en clair, en anglais"), max_length=250, blank=True)
    raison_fr = models.TextField(
        _("pourquoi rien n’y travaille, en français"),
        blank=True,
        help_text=_("Paraît quand la pratique manque, par exemple : les sources n’en nomment pas."),
    )
    raison_en = models.TextField(_("pourquoi rien n’y travaille, en anglais"), blank=True)

    class Meta(Classement.Meta):
        verbose_name = _("mesure")
        verbose_name_plural = _("mesures")


class PublicCible(Classement):
    """For whom a sheet is."""

    class Meta(Classement.Meta):
        verbose_name = _("public")
        verbose_name_plural = _("publics")


class Periode(Classement):
    """A period of life, from pregnancy to the start of school."""

    class Meta(Classement.Meta):
        verbose_name = _("période de vie")
        verbose_name_plural = _("périodes de vie")


class TypeOutil(Classement):
    """A kind of tool."""

    class Meta(Classement.Meta):
        verbose_name = _("type d’outil")
        verbose_name_plural = _("types d’outils")


class Territoire(Classement):
    """A place: all Québec, a region, the territory of a nation or community, a town."""

    class Niveau(models.TextChoices):
        PROVINCE = "province", _("Tout le Québec")
        REGION = "region", _("Région administrative")
        NATION = "nation", _("Nation")
        COMMUNAUTE = "communaute", _("Communautés et centres")
        VILLE = "ville", _("Ville")

    niveau = models.CharField(_("niveau"), max_length=12, choices=Niveau)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enfants",
        verbose_name=_("fait partie de"),
    )

    class Meta(Classement.Meta):
        verbose_name = _("territoire")
        verbose_name_plural = _("territoires")


class Milieu(Classement):
    """A sector of practice: childcare, health, community, town …"""

    class Meta(Classement.Meta):
        verbose_name = _("milieu")
        verbose_name_plural = _("milieux")


class Obstacle(Classement):
    """Where a barrier on a family's path has its source."""

    class Meta(Classement.Meta):
        verbose_name = _("obstacle")
        verbose_name_plural = _("obstacles")


class TypeAction(Classement):
    """A kind of advocacy action: open letter, brief, hearing, meeting …"""

    class Meta(Classement.Meta):
        verbose_name = _("genre d’action")
        verbose_name_plural = _("genres d’action")


CLASSEMENTS = (Pilier, Mesure, PublicCible, Periode, TypeOutil, Territoire, Milieu, Obstacle, TypeAction)
