"""What a visitor asks for: a frozen value, free of any engine and of HTTP."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

TAILLE = 10
PROFONDEUR_MAX = 1000  # hits that can be paged through; deeper, nobody reads and engines slow down
PAGES_MAX = PROFONDEUR_MAX // TAILLE
LONGUEUR_MAX = 300  # characters of a query that are kept
VALEURS_MAX = 60  # values of one facet that are kept
TRIS = ("pertinence", "date", "titre")

Filtres = Mapping[str, tuple[str, ...]]


def figer(filtres: Mapping[str, tuple[str, ...] | list[str]]) -> Filtres:
    """A read-only copy: facets in order, codes without duplicates, empty choices left out."""
    propres = {facette: tuple(dict.fromkeys(codes)) for facette, codes in sorted(filtres.items())}
    return MappingProxyType({facette: codes for facette, codes in propres.items() if codes})


def nettoyer(texte: str) -> tuple[str, bool]:
    """`texte` fit for any engine, and whether it was shortened to LONGUEUR_MAX characters.

    Control characters (NUL makes databases fail) and lone surrogates (not encodable) become spaces.
    """
    lisible = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs") else c for c in texte[: 40 * LONGUEUR_MAX]
    )
    propre = " ".join(lisible.split())
    return propre[:LONGUEUR_MAX].rstrip(), len(propre) > LONGUEUR_MAX


@dataclass(frozen=True)
class Requete:
    """One search. `filtres` maps a facet's code to the chosen codes: OR inside a facet, AND across.

    `fixes` names the facets whose choice belongs to the address (a page per pillar, a list by type): they
    filter, but are neither shown as facets nor removable. `abregee` says that the text was shortened.
    """

    texte: str = ""
    langue: str = "fr"
    filtres: Filtres = field(default_factory=lambda: figer({}), hash=False)
    tri: str = ""
    page: int = 1
    taille: int = TAILLE
    fixes: frozenset[str] = frozenset()
    abregee: bool = False

    @property
    def tri_effectif(self) -> str:
        """The order that applies: relevance needs words; without words, newest first."""
        if self.tri in ("date", "titre"):
            return self.tri
        return "pertinence" if self.texte else "date"

    @property
    def debut(self) -> int:
        """Rank of the first hit of the page, from 0."""
        return (self.page - 1) * self.taille

    @property
    def choix(self) -> Filtres:
        """The filters that the visitor chose, and may drop."""
        return figer({facette: codes for facette, codes in self.filtres.items() if facette not in self.fixes})
