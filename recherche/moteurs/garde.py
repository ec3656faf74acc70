"""What stands before every call of a visitor to an engine: a circuit breaker and a deadline.

After SEUIL failures in a row the circuit opens: callers are told at once, for REPOS seconds, instead of each waiting
for a dead server. Then one caller tries; if it is answered, the circuit closes. One circuit by engine and process.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from recherche.moteurs.base import IndexAbsent, IndexIncompatible, Moteur, MoteurInjoignable
from recherche.moteurs.echeance import limiter

SEUIL = 3  # failures in a row
REPOS = 5.0  # seconds between two attempts on an engine that fails
DELAI_TOTAL = 1.5  # seconds that all the calls of one answer may take
REPONSES = (IndexAbsent, IndexIncompatible)
"""What only a living engine says, and says quickly: no reason to leave it alone."""


class MoteurSuspendu(MoteurInjoignable):
    """The circuit is open: the engine was not asked."""


class Disjoncteur:
    """Counts the failures in a row; safe for threads."""

    def __init__(self, seuil: int = SEUIL, repos: float = REPOS) -> None:
        self.seuil, self.repos = seuil, repos
        self._serrure = threading.Lock()
        self._echecs = 0
        self._prochain_essai = 0.0

    @property
    def ouvert(self) -> bool:
        """Whether callers are turned away."""
        return self._echecs >= self.seuil and time.monotonic() < self._prochain_essai

    def demander(self) -> None:
        """Raises MoteurSuspendu while the circuit is open; lets one caller by when its rest is over."""
        with self._serrure:
            if self._echecs < self.seuil:
                return
            if time.monotonic() < self._prochain_essai:
                raise MoteurSuspendu(
                    "The search engine failed several times: it is left alone for a few seconds."
                )
            self._prochain_essai = time.monotonic() + self.repos  # the others wait for what this one finds

    def reussi(self) -> None:
        """The engine answered."""
        with self._serrure:
            self._echecs = 0

    def echoue(self) -> None:
        """The engine failed."""
        with self._serrure:
            self._echecs += 1
            self._prochain_essai = time.monotonic() + self.repos


@lru_cache(maxsize=8)
def disjoncteur(moteur: Moteur) -> Disjoncteur:
    """The circuit of this engine; `moteurs.charger` gives one engine by configuration."""
    return Disjoncteur()


@contextmanager
def garde(moteur: Moteur, secondes: float | None = None) -> Iterator[None]:
    """Runs the calls of one answer to a visitor, `secondes` in all (DELAI_TOTAL by default).

    Raises MoteurSuspendu without running them while the circuit is open.
    """
    circuit = disjoncteur(moteur)
    circuit.demander()
    try:
        with limiter(DELAI_TOTAL if secondes is None else secondes):
            yield
    except REPONSES:
        circuit.reussi()
        raise
    except BaseException:
        circuit.echoue()
        raise
    circuit.reussi()
