"""`Fiche`: what themes, tools and initiatives share. A concrete page type, so that cards of all types,
relations and facets come out of one table in one query."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from ressources.blocks import DOCUMENTS, SOURCES
from ressources.edition.panneaux import panneaux_communs
from ressources.models import codes
from ressources.models.champs import CHAMPS_SYNCHRONISES, CLASSEMENTS_FICHE
from ressources.models.page_portail import PagePortail
from ressources.models.querysets import FicheManager

# Ticked in the classification tab; documents are chosen among many, with the sources.
A_COCHER = [champ for facette, champ in CLASSEMENTS_FICHE.items() if facette != "reference"]


class Fiche(PagePortail, Page):
    """Base of all kinds of sheets. `code` is the stable key of the sheet, the same in both languages."""

    class Licence(models.TextChoices):
        CC_BY = "cc-by-4.0", _("CC BY 4.0")
        CC_BY_NC_SA = "cc-by-nc-sa-4.0", _("CC BY-NC-SA 4.0")
        TOUS_DROITS = "tous-droits", _("Tous droits réservés")
        DOMAINE_PUBLIC = "domaine-public", _("Domaine public")

    class LangueSource(models.TextChoices):
        FR = "fr", _("français")
        EN = "en", _("anglais")
        AUTRE = "autre", _("autre langue")

    code = models.SlugField(_("code"), max_length=100, blank=True, db_index=True, editable=False)
    resume = models.TextField(
        _("résumé"),
        max_length=300,
        help_text=_("Ce qu’on y gagne, en une ou deux phrases (300 caractères au plus)."),
    )
    image = models.ForeignKey(
        "ressources.ImagePortail",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
        help_text=_("Facultative\u00a0: sans image, la fiche porte sa courtepointe."),
    )
    image_alt = models.CharField(_("texte de remplacement de l’image"), max_length=250, blank=True)

    piliers = ParentalManyToManyField(
        "ressources.Pilier", blank=True, related_name="fiches", verbose_name=_("piliers")
    )
    pilier_principal = models.ForeignKey(
        "ressources.Pilier",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pilier principal"),
        help_text=_("Il donne sa couleur à la fiche et domine sa courtepointe."),
    )
    mesures = ParentalManyToManyField(
        "ressources.Mesure", blank=True, related_name="fiches", verbose_name=_("mesures")
    )
    publics = ParentalManyToManyField(
        "ressources.PublicCible", blank=True, related_name="fiches", verbose_name=_("publics")
    )
    periodes = ParentalManyToManyField(
        "ressources.Periode", blank=True, related_name="fiches", verbose_name=_("périodes de vie")
    )
    territoires = ParentalManyToManyField(
        "ressources.Territoire", blank=True, related_name="fiches", verbose_name=_("territoires")
    )
    milieux = ParentalManyToManyField(
        "ressources.Milieu", blank=True, related_name="fiches", verbose_name=_("milieux")
    )
    obstacles = ParentalManyToManyField(
        "ressources.Obstacle", blank=True, related_name="fiches", verbose_name=_("obstacles")
    )
    recommandations = ParentalManyToManyField(
        "ressources.Recommandation",
        blank=True,
        related_name="fiches",
        verbose_name=_("recommandations"),
        help_text=_("Celles que la fiche nourrit, d’après les sources."),
    )
    references = ParentalManyToManyField(
        "ressources.Reference",
        blank=True,
        related_name="fiches",
        verbose_name=_("documents nommés"),
        help_text=_("Les documents dont parle la fiche, même si le portail ne les a pas."),
    )
    mots_cles = models.TextField(
        _("mots-clés"), blank=True, help_text=_("Les mots que les gens tapent, séparés par des virgules.")
    )
    annee = models.PositiveSmallIntegerField(
        _("année"), null=True, blank=True, validators=[MinValueValidator(1950), MaxValueValidator(2100)]
    )
    langue_source = models.CharField(
        _("rédigée d’abord en"), max_length=5, choices=LangueSource, default=LangueSource.FR
    )
    langue_titre = models.CharField(
        _("langue du titre"),
        max_length=12,
        blank=True,
        help_text=_("Code de langue (cr, iu, moe…) si le titre est dans une autre langue que la page."),
    )
    date_revision = models.DateField(_("relue le"), default=date.today)
    responsable = models.CharField(_("responsable de la relecture"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.CC_BY)
    credits = models.TextField(_("crédits"), blank=True)
    demonstration = models.BooleanField(_("contenu de démonstration"), default=False)
    fiction = models.BooleanField(
        _("fiction"), default=False, help_text=_("Un avis en tête de page dit que la fiche est inventée.")
    )
    sans_vis_a_vis = models.TextField(
        _("pourquoi rien ne lui répond"),
        blank=True,
        help_text=_("Pour le rapport des fiches isolées : une thématique sans pratique, ou l’inverse."),
    )
    sources = StreamField(SOURCES, blank=True, verbose_name=_("sources"))
    documents = StreamField(DOCUMENTS, blank=True, verbose_name=_("documents joints"))

    objects = FicheManager()

    is_creatable = False
    search_fields = [*Page.search_fields, index.SearchField("resume")]
    override_translatable_fields = CHAMPS_SYNCHRONISES
    content_panels, panneaux_classement, panneaux_credits = panneaux_communs(A_COCHER)

    # Single objects that the page of a sheet shows: read with it.
    objets_lus: tuple[str, ...] = ("locale", "image")

    # Relations to classifications that only this type of sheet has: facet code -> field.
    classements_propres: dict[str, str] = {}

    class Meta:
        verbose_name = _("fiche")
        verbose_name_plural = _("fiches")

    @property
    def genre(self) -> str:
        """`thematique`, `outil`, `initiative`, `action` …: the `type` facet's code."""
        return self.cached_content_type.model.removesuffix("page")

    @property
    def piliers_ordonnes(self) -> list:
        """The pillars, the main one first."""
        return sorted(self.piliers.all(), key=lambda p: (p.pk != self.pilier_principal_id, p.ordre, p.code))

    def save_base(self, *args, update_fields=None, **kwargs) -> None:
        """After validation, which makes the address, and whatever way the page is saved: a copy skips validation."""
        update_fields = codes.attribuer(self, Fiche.objects, update_fields)
        super().save_base(*args, update_fields=update_fields, **kwargs)

    def with_content_json(self, content: dict) -> "Fiche":
        """A revision never changes the code: it belongs to the page as a whole."""
        page = super().with_content_json(content)
        page.code = self.code
        return page


class LienFiche(Orderable):
    """A relation between two sheets, written once and shown on both sides (both rows point at source pages)."""

    page = ParentalKey(Fiche, related_name="liens")
    cible = models.ForeignKey(
        Fiche, models.CASCADE, related_name="liens_entrants", verbose_name=_("fiche liée")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("fiche liée")
        verbose_name_plural = _("fiches liées")
