"""Documents that the sources name: most are not held here, and the page says so."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ressources.models.classements import Classement


class Reference(Classement):
    """A document named by the content: a brief, an open letter, a law, a plan …

    `titre` is the official title, in `langue`, never translated; `nom_fr` and `nom_en` say in our words what the
    document is, where the source gives no title or the reader's language is another.
    """

    class Genre(models.TextChoices):
        BILAN = "bilan", _("Bilan")
        MEMOIRE = "memoire", _("Mémoire")
        COMMUNIQUE = "communique", _("Communiqué")
        LETTRE_OUVERTE = "lettre-ouverte", _("Lettre ouverte")
        LETTRE = "lettre", _("Lettre")
        AVANCEMENT = "rapport-avancement", _("Rapport d’avancement")
        RAPPORT = "rapport", _("Rapport")
        AVIS = "avis-media", _("Avis aux médias")
        WEBINAIRE = "webinaire", _("Webinaire")
        PLANIFICATION = "planification", _("Planification stratégique")
        DOSSIER = "dossier", _("Dossier")
        POLITIQUE = "politique", _("Loi, politique, plan ou programme")
        ENREGISTREMENT = "enregistrement", _("Enregistrement")
        EVENEMENT = "evenement", _("Événement")

    class Langue(models.TextChoices):
        FR = "fr", _("français")
        EN = "en", _("anglais")
        AUTRE = "autre", _("autre langue")

    titre = models.CharField(
        _("titre officiel"),
        max_length=300,
        blank=True,
        help_text=_("Tel que publié, dans sa langue; vide si la source n’en donne pas."),
    )
    langue = models.CharField(_("langue du document"), max_length=5, choices=Langue, default=Langue.FR)
    genre = models.CharField(_("genre"), max_length=20, choices=Genre)
    date_fr = models.CharField(_("date, en français"), max_length=80, blank=True)
    date_en = models.CharField(_("date, en anglais"), max_length=80, blank=True)
    auteurs = models.CharField(_("auteurs"), max_length=300, blank=True)
    resume_fr = models.TextField(_("résumé accessible, en français"), blank=True)
    resume_en = models.TextField(_("résumé accessible, en anglais"), blank=True)
    source = models.CharField(_("source qui le nomme"), max_length=250)
    annee = models.PositiveSmallIntegerField(_("année de la source"))
    document = models.ForeignKey(
        "ressources.DocumentPortail",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("fichier"),
    )
    url = models.URLField(_("adresse"), blank=True)

    class Meta(Classement.Meta):
        verbose_name = _("document nommé")
        verbose_name_plural = _("documents nommés")

    def clean(self) -> None:
        if not self.titre:  # the official title is a name
            super().clean()

    @staticmethod
    def _lecture() -> str:
        return "en" if (get_language() or "fr").startswith("en") else "fr"

    @property
    def langue_du_nom(self) -> str:
        """The language of what `nom` shows."""
        if self.titre:
            return self.langue if self.langue != self.Langue.AUTRE else ""
        return super().langue_du_nom

    @property
    def nom(self) -> str:
        """The official title; without one, what the document is, in the reader's language when it can be."""
        return self.titre or super().nom

    @property
    def glose(self) -> str:
        """Under a title in another language, what it says in the reader's; else nothing."""
        lecture = self._lecture()
        return getattr(self, f"nom_{lecture}") if self.titre and self.langue != lecture else ""

    @property
    def date_texte(self) -> str:
        """When the document came out, as the source says it."""
        return getattr(self, f"date_{self._lecture()}")

    @property
    def resume(self) -> str:
        """What the document holds, in the reader's language; empty when nobody wrote it."""
        return getattr(self, f"resume_{self._lecture()}")

    @property
    def adresse(self) -> str:
        """Where the document can be read: our copy, else its address; empty when it is only named."""
        return self.document.url if self.document_id else self.url
