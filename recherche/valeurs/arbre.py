"""The query tree: what is searched, in words that every engine can compile. Scores of branches add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

TITRE, RESUME, MOTS_CLES, CORPS, PDF, EXACT = CHAMPS = (
    "titre",
    "resume",
    "mots_cles",
    "corps",
    "pdf",
    "exact",
)


@dataclass(frozen=True)
class Terme:
    """Documents whose field holds this token, scored by BM25."""

    champ: str
    mot: str


@dataclass(frozen=True)
class Phrase:
    """Documents whose field holds these tokens side by side (holes stand as ordinary tokens), by BM25."""

    champ: str
    mots: tuple[str, ...]


@dataclass(frozen=True)
class Poids:
    """The same documents, their score multiplied."""

    noeud: "Noeud"
    facteur: float


@dataclass(frozen=True)
class Ou:
    """Documents of at least `minimum` branches; the scores of the branches that match add up."""

    noeuds: tuple["Noeud", ...]
    minimum: int = 1


@dataclass(frozen=True)
class Bonus:
    """The documents of `base`; the bonuses that match add to the score and never add a document."""

    base: "Noeud"
    bonus: tuple["Noeud", ...]


@dataclass(frozen=True)
class Et:
    """Documents of every branch (at least one branch); the scores add up."""

    noeuds: tuple["Noeud", ...]


@dataclass(frozen=True)
class Sauf:
    """The documents of `base`, with their scores, that no branch of `exclus` has."""

    base: "Noeud"
    exclus: tuple["Noeud", ...]


@dataclass(frozen=True)
class Tout:
    """Every document, with a constant score."""


Noeud: TypeAlias = Terme | Phrase | Poids | Ou | Bonus | Et | Sauf | Tout


def condition(noeud: Noeud) -> Noeud:
    """The same documents without what only ranks them: no weights, no bonuses, each alternative once. For counts."""
    match noeud:
        case Poids(contenu):
            return condition(contenu)
        case Bonus(base):
            return condition(base)
        case Ou(noeuds, 1):
            return Ou(
                tuple(dict.fromkeys(branche for n in noeuds for branche in _alternatives(condition(n))))
            )
        case Ou(noeuds, minimum):
            return Ou(tuple(condition(branche) for branche in noeuds), minimum)
        case Et(noeuds):
            return Et(tuple(condition(branche) for branche in noeuds))
        case Sauf(base, exclus):
            return Sauf(condition(base), tuple(condition(branche) for branche in exclus))
    return noeud


def _alternatives(noeud: Noeud) -> tuple[Noeud, ...]:
    """The branches of a node any of which suffices."""
    return noeud.noeuds if isinstance(noeud, Ou) and noeud.minimum == 1 else (noeud,)


def termes(noeud: Noeud) -> Iterator[Terme]:
    """The terms that a tree looks for, from left to right; what it excludes is left out."""
    match noeud:
        case Terme():
            yield noeud
        case Poids():
            yield from termes(noeud.noeud)
        case Ou() | Et():
            for branche in noeud.noeuds:
                yield from termes(branche)
        case Sauf():
            yield from termes(noeud.base)
        case Bonus():
            for branche in (noeud.base, *noeud.bonus):
                yield from termes(branche)
