"""What every candidate does."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar

from recherche.valeurs.document import Document

Choix = Mapping[str, tuple[str, ...]]
SANS_CHOIX: Choix = {}


class Candidat(ABC):
    """A way of searching. `construire` first; `fermer` removes all that it made, even after a failure."""

    nom: ClassVar[str]
    lent: ClassVar[bool] = False
    """Answers in tenths of seconds: asked fewer times."""
    second: ClassVar[bool] = False
    """Reads what the candidate before it built."""

    @abstractmethod
    def construire(self, documents: Iterable[Document]) -> None:
        """Indexes from nothing, ready to answer."""

    @abstractmethod
    def octets(self) -> int:
        """Size of the index on disk, the stored texts included."""

    @abstractmethod
    def complete(self, texte: str, choix: Choix = SANS_CHOIX) -> int:
        """A page as a visitor gets it: 10 hits with their extracts, the total and all the facets. Returns the total."""

    def facettes(self, texte: str) -> int | None:
        """The ids of 10 hits, the total and all the facets, without extracts; None where it cannot be."""
        return None

    @abstractmethod
    def fermer(self) -> None:
        """Leaves nothing behind."""
