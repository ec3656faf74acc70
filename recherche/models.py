"""The outbox: what changed and may not be in the index yet."""

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
