"""How long a visitor may wait for an engine: a deadline shared by all the calls of one answer.

Without a deadline (the worker, a command), each call takes the time that its author gave it.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from recherche.moteurs.base import MoteurInjoignable

MINIMUM = 0.01  # seconds under which a call is not worth beginning
_echeance: ContextVar[float | None] = ContextVar("echeance_recherche", default=None)


@contextmanager
def limiter(secondes: float) -> Iterator[None]:
    """Every call made in the block ends within `secondes` in all; a block inside another only shortens it."""
    voulue, en_cours = time.monotonic() + secondes, _echeance.get()
    jeton = _echeance.set(voulue if en_cours is None else min(voulue, en_cours))
    try:
        yield
    finally:
        _echeance.reset(jeton)


def attendu() -> bool:
    """Whether a visitor waits for the calls made here."""
    return _echeance.get() is not None


def delai(visiteur: float, sinon: float) -> float:
    """Seconds that a call may take: at most `visiteur` and what the deadline leaves, or `sinon` without one.

    Raises MoteurInjoignable when nothing is left.
    """
    echeance = _echeance.get()
    if echeance is None:
        return sinon
    reste = echeance - time.monotonic()
    if reste < MINIMUM:
        raise MoteurInjoignable("The search engine took all the time that a visitor may wait.")
    return min(visiteur, reste)
