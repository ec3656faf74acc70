"""What says to every process that something changed: a row by subject, whose token is new at each change.

One query reads them all, at each search; it is written in the transaction of the change, so every process sees both or
neither, whatever the cache and the number of hosts.
"""

import uuid

from recherche.models import Revision

SYNONYMES, LIBELLES, FORMES = "synonymes", "libelles", "formes"


def lire() -> dict[str, str]:
    """The token of each subject that ever changed."""
    return dict(Revision.objects.values_list("sujet", "jeton"))


def marquer(sujet: str) -> None:
    """Says that the subject changed; call it inside the transaction of the change."""
    Revision.objects.update_or_create(sujet=sujet, defaults={"jeton": uuid.uuid4().hex})
