"""What every engine does, and the errors that it may raise. An engine knows documents and plans, no database.

The behaviour suite (`recherche/tests/suite_moteur.py`) is the contract: extend it first, then the engines.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from recherche.moteurs.passages import Passage
from recherche.moteurs.position import Position
from recherche.question.planification import Plan, decompte
from recherche.valeurs.arbre import Noeud
from recherche.valeurs.document import Document


class ErreurMoteur(Exception):
    """The engine cannot do what was asked; the message says what to do next."""


class IndexAbsent(ErreurMoteur):
    """No index was built yet."""


class IndexIncompatible(ErreurMoteur):
    """The index was built by another version of the analysis or of the schema."""


class MoteurOccupe(ErreurMoteur):
    """Another process is writing and did not finish within the given time."""


class MoteurInjoignable(ErreurMoteur):
    """The engine did not answer, or not in a usable way: to try again later; a rebuild would not help."""


@dataclass(frozen=True)
class Touche:
    """A hit as the engine sees it, with the passages made when it was indexed."""

    document: Document
    passages: tuple[Passage, ...]
    score: float


class ToucheDifferee(Touche):
    """A hit whose document is read when it is first asked for: counting and ranking need none."""

    def __init__(self, lire: Callable[[], tuple[Document, tuple[Passage, ...]]], score: float) -> None:
        object.__setattr__(self, "_lire", lire)
        object.__setattr__(self, "score", score)

    @cached_property
    def _contenu(self) -> tuple[Document, tuple[Passage, ...]]:
        return self._lire()

    @property
    def document(self) -> Document:  # type: ignore[override]
        """The document. Raises ErreurMoteur when the index is damaged."""
        return self._contenu[0]

    @property
    def passages(self) -> tuple[Passage, ...]:  # type: ignore[override]
        """Its passages. Raises ErreurMoteur when the index is damaged."""
        return self._contenu[1]


@dataclass(frozen=True)
class Brut:
    """The answer to a plan. `comptes` maps a facet's code to counts by value (absent: zero)."""

    total: int
    touches: tuple[Touche, ...]
    comptes: Mapping[str, Mapping[str, int]] = field(default_factory=dict, hash=False)


class Ecrivain(ABC):
    """Anything that documents are written to: the index in service, or the one being built beside it."""

    @abstractmethod
    def indexer(
        self,
        documents: Iterable[Document],
        *,
        supprimer: Iterable[str] = (),
        position: Position | None = None,
    ) -> int:
        """Removes all documents of the keys `supprimer`, adds `documents`, and stores `position`, all at
        once.

        Returns the number of documents added. Either everything becomes visible or nothing does, whenever the
        process is killed. Two documents of the same id in one call are the caller's mistake.
        """

    @abstractmethod
    def position(self) -> Position:
        """The position stored by the last `indexer` that gave one."""


class Chantier(Ecrivain):
    """A new index being built beside the one in service."""

    @abstractmethod
    def basculer(self) -> None:
        """Puts this index in service, at once for every process."""


class Moteur(Ecrivain):
    """An engine. The class attributes name what differs between engines."""

    nom: ClassVar[str]
    vidage_immediat: ClassVar[bool]
    """Whether a save drains the outbox before answering, or leaves it to the worker (a remote engine)."""

    @classmethod
    @abstractmethod
    def depuis_reglages(cls, facettes: tuple[str, ...]) -> "Moteur":
        """The engine that the settings describe, for these facets."""

    @abstractmethod
    def rechercher(self, plan: Plan) -> Brut:
        """The hits of a page and the counts, from one state of the index. Raises ErreurMoteur."""

    def frequences(self, arbres: Sequence[Noeud], langue: str) -> tuple[int, ...]:
        """How many documents of this language each tree finds, as of now: removed documents never count.

        Raises ErreurMoteur.
        """
        return tuple(self.rechercher(decompte(arbre, langue)).total for arbre in arbres)

    @abstractmethod
    def verrou(self, delai: float) -> AbstractContextManager[None]:
        """The exclusive right to write to the index in service; MoteurOccupe after `delai` seconds."""

    @abstractmethod
    def chantier(self) -> AbstractContextManager[Chantier]:
        """Builds a new index beside; dropped if the block ends without `basculer`. One at a time."""

    @abstractmethod
    def nettoyer(self) -> int:
        """Removes what no process will read again (older or unfinished indexes); returns how many."""

    @abstractmethod
    def empreintes(self) -> Iterator[tuple[str, str]]:
        """The id and fingerprint of each document of the index in service."""

    @abstractmethod
    def verifier_version(self) -> None:
        """Raises IndexAbsent or IndexIncompatible when a search could not answer."""
