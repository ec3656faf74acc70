"""The outbox (what changed and may not be in the index yet), what is proposed while a reader types, what helps queries
(synonyms, known words), and what was searched."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recherche.lexique.expressions import Expression, Groupe
from recherche.lexique.validation import verifier_groupe

TOUT = "*"
"""Key of an event that concerns all documents (a label that most of them show, a change of settings)."""


class EvenementIndexation(models.Model):
    """A record changed: its documents must be made again. Written in the transaction of the change itself.

    Rows are not removed when read: each host may keep an index of its own, with its own position. `purger`
    removes the old ones. The table knows no page: a key is "type:key", as in `Document.cle`.
    """

    cle = models.CharField(max_length=255)
    cree_le = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        """Read in the order of ids."""

        ordering = ["id"]
        verbose_name = "événement d’indexation"
        verbose_name_plural = "événements d’indexation"

    def __str__(self) -> str:
        return f"{self.pk} {self.cle}"


class Revision(models.Model):
    """A subject that processes keep in memory, and a token that is new each time it changes."""

    sujet = models.CharField(max_length=40, primary_key=True)
    jeton = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.sujet


class Forme(models.Model):
    """A word that documents hold, folded and not stemmed, with the spelling to show. Kept by the indexing; a form that
    no document holds any more may stay for a while (see `aide.formes`)."""

    langue = models.CharField(max_length=10)
    forme = models.CharField(max_length=40)
    graphie = models.CharField(max_length=64)

    class Meta:
        """One row by language and form."""

        constraints = [models.UniqueConstraint(fields=["langue", "forme"], name="forme_unique")]

    def __str__(self) -> str:
        return self.graphie


class Synonymes(models.Model):
    """A group of expressions that stand for one another, in one language or across languages; edited in the admin.

    One expression by line. A search uses a change at once: nothing is indexed again.
    """

    francais = models.TextField(
        _("expressions françaises"), blank=True, help_text=_("Une par ligne, d’un ou de plusieurs mots.")
    )
    anglais = models.TextField(
        _("expressions anglaises"), blank=True, help_text=_("Une par ligne, d’un ou de plusieurs mots.")
    )

    class Meta:
        """Listed by their first words."""

        ordering = ["francais", "anglais", "pk"]
        verbose_name = _("groupe de synonymes")
        verbose_name_plural = _("synonymes et sigles")

    def __str__(self) -> str:
        return " / ".join(expression.texte for expression in self.groupe.expressions) or "—"

    @property
    def groupe(self) -> Groupe:
        """The value that a search uses."""
        return Groupe(tuple(Expression(langue, ligne) for langue, ligne in self.lignes()))

    def lignes(self) -> list[tuple[str, str]]:
        """(language, expression) pairs, French first, blank lines left out."""
        textes = (("fr", self.francais), ("en", self.anglais))
        return [
            (langue, " ".join(ligne.split()))
            for langue, texte in textes
            for ligne in texte.splitlines()
            if ligne.strip()
        ]

    def clean(self) -> None:
        """Refuses what a search could not use, in words that an editor can act on."""
        super().clean()
        self.francais, self.anglais = (
            "\n".join(ligne for code, ligne in self.lignes() if code == langue) for langue in ("fr", "en")
        )
        verifier_groupe(self.groupe, [autre.groupe for autre in Synonymes.objects.exclude(pk=self.pk)])


class Suggestion(models.Model):
    """A word's start in an entry of a public document, by which the entry is found: see `suggestions`.

    One row by document, entry and start: all that a document brings is replaced by its key, and a keyword counts the
    documents that bear it. `debut` is bytes, not text: an interval of them is a prefix on every database, whatever
    its collation. `recul` is 0 at the head of the entry, 1 later (a boolean would not be sought by an index).
    """

    FICHE, MOT = "fiche", "mot"

    cle = models.CharField(max_length=255)
    langue = models.CharField(max_length=10)
    genre = models.CharField(max_length=10)
    texte = models.TextField()
    detail = models.CharField(max_length=100)
    url = models.TextField()
    langue_texte = models.CharField(max_length=35)
    plein = models.TextField()
    debut = models.BinaryField(max_length=500)
    recul = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Read by interval of beginnings, written by key."""

        indexes = [
            models.Index(fields=["langue", "genre", "recul", "debut"], name="suggestion_debut"),
            models.Index(fields=["cle"], name="suggestion_cle"),
        ]
        verbose_name = "suggestion"
        verbose_name_plural = "suggestions"

    def __str__(self) -> str:
        return f"{self.langue} {self.texte}"


class MotsCherches(models.Model):
    """How many times words were searched on a day, in a language. Nothing says by whom (see `journal`).

    `mots` is empty until enough searches asked for them; `dernier_total` is what the last search without filters
    found, unknown when there was none.
    """

    empreinte = models.CharField(max_length=32)
    mots = models.CharField("mots", max_length=80, blank=True)
    langue = models.CharField("langue", max_length=10)
    jour = models.DateField("jour", db_index=True)
    nombre = models.PositiveIntegerField("recherches", default=0)
    dernier_total = models.PositiveIntegerField("fiches trouvées", null=True)

    class Meta:
        """Read by those whom the roles name; written by the site alone."""

        constraints = [
            models.UniqueConstraint(fields=["empreinte", "langue", "jour"], name="mots_cherches_par_jour")
        ]
        default_permissions = ("view",)
        verbose_name = "mots cherchés"
        verbose_name_plural = "mots cherchés"

    def __str__(self) -> str:
        return f"{self.jour} {self.langue} {self.mots or self.empreinte}"
