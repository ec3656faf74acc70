"""The outbox (what changed and may not be in the index yet), and what helps queries: synonyms and known words."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recherche.aide.lexique import Expression, Groupe
from recherche.aide.validation import verifier_groupe

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
