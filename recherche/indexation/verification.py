"""Drift: how the index differs from what the sources would give now."""

from collections.abc import Iterable
from dataclasses import dataclass

from recherche.valeurs.document import Document, empreinte


@dataclass(frozen=True)
class Ecarts:
    """Ids of documents, sorted: absent from the index, present in it alone, or different in it."""

    manquants: tuple[str, ...]
    en_trop: tuple[str, ...]
    perimes: tuple[str, ...]
    doubles: tuple[str, ...]

    @property
    def nombre(self) -> int:
        """How many documents differ."""
        return len(self.manquants) + len(self.en_trop) + len(self.perimes) + len(self.doubles)


def comparer(documents: Iterable[Document], indexes: Iterable[tuple[str, str]]) -> Ecarts:
    """The drift between the sources' documents and the (id, fingerprint) pairs of an index."""
    attendus = {document.id: empreinte(document) for document in documents}
    trouves: dict[str, str] = {}
    doubles = set()
    for identifiant, valeur in indexes:
        if identifiant in trouves:
            doubles.add(identifiant)
        trouves[identifiant] = valeur
    communs = attendus.keys() & trouves.keys()
    return Ecarts(
        manquants=tuple(sorted(attendus.keys() - trouves.keys())),
        en_trop=tuple(sorted(trouves.keys() - attendus.keys())),
        perimes=tuple(sorted(i for i in communs if attendus[i] != trouves[i])),
        doubles=tuple(sorted(doubles)),
    )
