"""The values that carry help to the planner."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recherche.lexique.expressions import Lexique


@dataclass(frozen=True)
class Variante:
    """What may stand for a word of a query, at a lower weight: stems (with the holes between them) and forms of the
    documents' language. `ordonnee` says that the words must follow one another."""

    racines: tuple[str, ...]
    formes: tuple[str, ...]
    poids: float
    ordonnee: bool = True


@dataclass(frozen=True)
class Aide:
    """All that is known about a query beyond its words; by default nothing.

    `proches` maps a misspelt form to the spellings of the reader's language that replace it; `inconnus` are the forms
    that no document of that language holds; `correction` is the query as it should have been written, or nothing.
    """

    lexique: Lexique = field(default_factory=Lexique)
    proches: Mapping[str, tuple[Variante, ...]] = field(default_factory=dict, hash=False)
    inconnus: frozenset[str] = frozenset()
    correction: str = ""
