"""One look at the outbox, for who keeps the index up to date in the background."""

from collections.abc import Callable

from django.db import DatabaseError

from recherche.indexation import vidage
from recherche.moteurs import ErreurMoteur


def regarder(construire: Callable[[], None], dire: Callable[[str], None]) -> None:
    """Builds the index when it cannot serve, else drains what waits; outlives a failing engine or database."""
    try:
        if vidage.a_reconstruire():
            construire()
        elif vidage.a_vider():
            vidage.vider_sans_echec()
    except (ErreurMoteur, DatabaseError) as erreur:
        dire(str(erreur))
