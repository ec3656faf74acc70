"""The words of an entry and of what is typed, folded alike. Pure: no database, no engine.

"L'éveil des tout-petits" reads " eveil des tout petits " and may be found by the beginning of eveil, tout or petits.
Stop words are no beginnings, unless an entry starts by one: few readers type « des » to find a title, and these words
would be a third of the table.
"""

from dataclasses import dataclass
from functools import lru_cache

from recherche.analyse import TROU, analyser

MINIMUM = 2  # letters from which something is proposed: one letter opens a tenth of the table
MOTS_MAX = 8  # beyond, it is a question, not the beginning of an entry
LONGUEUR_DEBUT = 80  # characters kept of what follows the beginning of a word: they only order equal entries
FIN = b"\xff"  # greater than any byte of UTF-8: closes the interval of a prefix


@dataclass(frozen=True)
class Debut:
    """A word's start in an entry and what follows; `tete` when no word that counts comes before."""

    texte: str
    tete: bool

    @property
    def octets(self) -> bytes:
        """As stored: bytes have one order, whatever the database and its collation."""
        return self.texte.encode("utf-8", "ignore")


def plein(texte: str, langue: str) -> str:
    """The folded words between spaces, also at both ends: `" mot "` in it means a whole word."""
    return entree(texte, langue)[0]


def debuts(texte: str, langue: str) -> tuple[Debut, ...]:
    """The starts by which an entry is found, in order."""
    return entree(texte, langue)[1]


@lru_cache(maxsize=10_000)  # keywords and terms come back from document to document
def entree(texte: str, langue: str) -> tuple[str, tuple[Debut, ...]]:
    """`plein` and `debuts` of a text."""
    jetons = analyser(texte, langue)
    entier = "".join(f"{jeton.forme} " for jeton in jetons)
    trouves, tete, place = [], True, 0
    for rang, jeton in enumerate(jetons):
        if jeton.racine != TROU or rang == 0:
            trouves.append(Debut(entier[place : place + LONGUEUR_DEBUT], tete))
        tete = tete and jeton.racine == TROU
        place += len(jeton.forme) + 1
    return f" {entier}", tuple(trouves)


@dataclass(frozen=True)
class Saisie:
    """What is typed, as conditions on an entry: one interval of beginnings, and words that its text must hold."""

    pivot: str
    autres: tuple[str, ...]

    @property
    def bornes(self) -> tuple[bytes, bytes]:
        """The beginnings sought: from the first (included) to the second (excluded)."""
        octets = self.pivot.encode("utf-8", "ignore")
        return octets, octets + FIN

    def convient(self, entree: str) -> bool:
        """Whether the words beside the pivot stand in the text that `plein` gave."""
        return all(mot in entree for mot in self.autres)


def lire(texte: str, langue: str) -> Saisie | None:
    """What is typed; None when it is too short or too long to propose anything.

    Every word but the last is whole; so is the last before a space. The longest word that counts is the pivot.
    """
    jetons = analyser(texte, langue)
    if not 0 < len(jetons) <= MOTS_MAX:
        return None
    entier = texte[-1:].isspace()
    mots = [f"{jeton.forme} " for jeton in jetons]
    if not entier:
        mots[-1] = mots[-1].rstrip()
    utiles = [rang for rang, jeton in enumerate(jetons) if jeton.racine != TROU]
    choix = utiles or [len(mots) - 1]
    pivot = max(choix, key=lambda rang: len(mots[rang].rstrip()))
    if len(mots[pivot].rstrip()) < MINIMUM:
        return None
    return Saisie(mots[pivot], tuple(f" {mot}" for rang, mot in enumerate(mots) if rang != pivot))
