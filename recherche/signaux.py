"""What of this application's own records other processes must know at once."""

from django.db.models.signals import post_delete, post_save

from recherche.aide import revisions
from recherche.models import Synonymes


def synonymes_changes(**kwargs: object) -> None:
    """The next search of every process reads the synonyms again."""
    revisions.marquer(revisions.SYNONYMES)


def brancher() -> None:
    """Connects the handlers; called once, when the application is ready."""
    for signal in (post_save, post_delete):
        signal.connect(synonymes_changes, sender=Synonymes, dispatch_uid="synonymes_changes")
