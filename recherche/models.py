"""The outbox (what changed and may not be in the index yet) and what is proposed while a reader types."""

from django.db import models
from django.utils import timezone

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
