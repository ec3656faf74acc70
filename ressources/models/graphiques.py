"""Charts: an ordered choice of figures and a way to draw them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from ressources.edition.formulaires import GraphiqueForm
from ressources.models.chiffres import ChiffreCle
from ressources.models.classements import CODE_VALIDE
from ressources.models.langues import bilingue


class Graphique(ClusterableModel):
    """A chart that editors make from figures; it draws nothing that the figures do not say."""

    class Forme(models.TextChoices):
        BARRES = "barres", _("Barres, une par chiffre")
        GROUPEES = "groupees", _("Barres groupées, une par année")
        POINTS = "points", _("Points, d’une année à l’autre")
        UNITES = "unites", _("Un point par unité comptée")

    code = models.SlugField(_("code"), max_length=60, unique=True, validators=[CODE_VALIDE])
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)
    forme = models.CharField(_("forme"), max_length=12, choices=Forme, default=Forme.BARRES)
    groupe = models.CharField(
        _("groupe de la page des chiffres"), max_length=16, choices=ChiffreCle.Groupe, blank=True
    )
    titre_fr = models.CharField(_("titre, en français"), max_length=160)
    titre_en = models.CharField(_("titre, en anglais"), max_length=160, blank=True)
    description_fr = models.TextField(
        _("ce que le graphique montre, en français"),
        help_text=_("Une ou deux phrases, lues à qui ne voit pas le dessin."),
    )
    description_en = models.TextField(_("ce que le graphique montre, en anglais"), blank=True)
    maximum = models.DecimalField(
        _("fin de l’échelle"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_(
            "100 pour des pourcentages\u00a0; vide, le plus grand des nombres. L’échelle part toujours de 0."
        ),
    )
    demonstration = models.BooleanField(_("contenu de démonstration"), default=False)

    base_form_class = GraphiqueForm

    class Meta:
        ordering = ["ordre", "code"]
        verbose_name = _("graphique")
        verbose_name_plural = _("graphiques")

    def __str__(self) -> str:
        return self.titre

    @property
    def titre(self) -> str:
        return bilingue(self, "titre")

    @property
    def description(self) -> str:
        return bilingue(self, "description")


class LigneGraphique(Orderable):
    """A figure of a chart. Lines of the same label make a group, one bar or dot by year."""

    graphique = ParentalKey(Graphique, related_name="lignes")
    chiffre = models.ForeignKey(ChiffreCle, models.CASCADE, related_name="lignes", verbose_name=_("chiffre"))
    etiquette_fr = models.CharField(
        _("étiquette courte, en français"),
        max_length=120,
        blank=True,
        help_text=_("Vide, le libellé du chiffre."),
    )
    etiquette_en = models.CharField(_("étiquette courte, en anglais"), max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("chiffre du graphique")
        verbose_name_plural = _("chiffres du graphique")

    def clean(self) -> None:
        super().clean()
        if self.chiffre_id and self.chiffre.nombre is None:
            raise ValidationError({"chiffre": _("Ce chiffre n’a pas de nombre\u00a0: il ne se dessine pas.")})

    @property
    def etiquette(self) -> str:
        return bilingue(self, "etiquette") or self.chiffre.libelle
