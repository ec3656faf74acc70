"""What a search looks for, as a hit must show it: words and sequences of words, place by place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from recherche.analyse import TROU

Suite = tuple[str, ...]


@dataclass(frozen=True)
class Cibles:
    """One set by word of the query: the stems, or sequences of stems, any of which stands for it (the word itself, a
    synonym, a close spelling). A sequence is marked only where its stems follow one another."""

    places: tuple[frozenset[Suite], ...] = ()

    @classmethod
    def des_racines(cls, racines: frozenset[str]) -> "Cibles":
        """Each stem is a word of its own."""
        return cls(tuple(frozenset({(racine,)}) for racine in sorted(racines)))

    @cached_property
    def racines(self) -> frozenset[str]:
        """The stems that are marked wherever they stand."""
        return frozenset(suite[0] for place in self.places for suite in place if len(suite) == 1)

    @cached_property
    def suites(self) -> frozenset[Suite]:
        """The sequences of two stems or more."""
        return frozenset(suite for place in self.places for suite in place if len(suite) > 1)

    def absentes(self, montre: Callable[[Suite], bool]) -> "Cibles":
        """The places for which nothing is shown, when `montre` says which sequences are."""
        return Cibles(tuple(place for place in self.places if not any(montre(suite) for suite in place)))

    @cached_property
    def toutes(self) -> frozenset[str]:
        """All the stems, those of sequences included."""
        return frozenset(racine for place in self.places for suite in place for racine in suite) - {TROU}

    def __bool__(self) -> bool:
        return bool(self.places)
