"""What says to every process that something changed: a row by subject, whose token is new at each change.

One query reads them all, at each search; it is written in the transaction of the change, so every process sees both or
neither, whatever the cache and the number of hosts.
"""

import uuid
from collections.abc import Mapping

from recherche.models import Revision

SYNONYMES = "synonymes"
LIBELLES = "libelles"
FORMES = "formes"  # some were removed: read them all again
AJOUTS = "ajouts"  # some were added: read the new ones

Revisions = Mapping[str, str]


def lire() -> Revisions:
    """The token of each subject that ever changed; one query."""
    return dict(Revision.objects.values_list("sujet", "jeton"))


def commencer(sujet: str) -> None:
    """Gives the subject its first token, when it has none."""
    Revision.objects.bulk_create([Revision(sujet=sujet, jeton=uuid.uuid4().hex)], ignore_conflicts=True)


def marquer(sujet: str) -> None:
    """Says that the subject changed; call it inside the transaction of the change."""
    Revision.objects.bulk_create(
        [Revision(sujet=sujet, jeton=uuid.uuid4().hex)],
        update_conflicts=True,
        unique_fields=["sujet"],
        update_fields=["jeton"],
    )
