"""Groups of equivalent expressions, ready to be met in a query. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recherche.analyse import TROU, Jeton, analyser


@dataclass(frozen=True)
class Expression:
    """A word or a few, in one language ("centre de la petite enfance")."""

    langue: str
    texte: str

    @cached_property
    def jetons(self) -> tuple[Jeton, ...]:
        """The tokens, without the stop words at either end; empty when nothing can be searched."""
        return rogner(analyser(self.texte, self.langue))

    @cached_property
    def racines(self) -> tuple[str, ...]:
        """The stems without holes: « centre de petite enfance » and « centre de la petite enfance » are the same."""
        return tuple(jeton.racine for jeton in self.jetons if jeton.racine != TROU)


def rogner(jetons: Sequence[Jeton]) -> tuple[Jeton, ...]:
    """The tokens from the first significant one to the last."""
    pleins = [rang for rang, jeton in enumerate(jetons) if jeton.racine != TROU]
    return tuple(jetons[pleins[0] : pleins[-1] + 1]) if pleins else ()


@dataclass(frozen=True)
class Groupe:
    """Expressions that stand for one another. A label in two languages is a translation: `entre_langues` only, and
    its words need not follow one another in a text."""

    expressions: tuple[Expression, ...]
    entre_langues: bool = False


@dataclass(frozen=True)
class Rencontre:
    """A group met in a query: from the significant word of rank `debut`, on `longueur` words."""

    debut: int
    longueur: int
    groupes: tuple[Groupe, ...]


@dataclass(frozen=True)
class Lexique:
    """Groups by language and sequence of stems."""

    groupes: Mapping[tuple[str, tuple[str, ...]], tuple[Groupe, ...]] = field(
        default_factory=dict, hash=False
    )
    longueur: int = 0
    """Significant words of the longest expression."""

    @classmethod
    def de(cls, groupes: Iterable[Groupe]) -> "Lexique":
        """The index of these groups."""
        index: dict[tuple[str, tuple[str, ...]], tuple[Groupe, ...]] = {}
        for groupe in groupes:
            for cle in dict.fromkeys((e.langue, e.racines) for e in groupe.expressions if e.racines):
                index[cle] = (*index.get(cle, ()), groupe)
        return cls(index, max((len(racines) for _, racines in index), default=0))

    @cached_property
    def langues(self) -> tuple[str, ...]:
        """The languages of the expressions."""
        return tuple(sorted({langue for langue, _ in self.groupes}))

    def rencontres(self, racines: Sequence[str], langue: str) -> Iterator[Rencontre]:
        """The groups that significant words in sequence meet, from left to right, the longest first; they do not
        overlap."""
        debut = 0
        while debut < len(racines):
            trouvee = self._plus_longue(racines, debut, langue)
            if trouvee:
                yield trouvee
            debut += trouvee.longueur if trouvee else 1

    def _plus_longue(self, racines: Sequence[str], debut: int, langue: str) -> Rencontre | None:
        for longueur in range(min(self.longueur, len(racines) - debut), 0, -1):
            groupes = self.groupes.get((langue, tuple(racines[debut : debut + longueur])))
            if groupes:
                return Rencontre(debut, longueur, groupes)
        return None
