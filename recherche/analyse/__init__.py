"""Turn a text into search tokens. Pure: no Django, no engine; the same rules index and query."""

import re
from functools import lru_cache
from typing import NamedTuple

from . import anglais, francais, mots_vides
from .decoupe import decouper
from .normes import LONGUEUR_LUE, Reperes, replier
from .tables_fr import ACCENTUES

__all__ = ["TROU", "VERSION", "Jeton", "analyser", "formes", "mots", "racines", "variantes"]

VERSION = 1
"""To raise whenever the tokens of any text change: an index built by another version is stale."""

TROU = "_"
"""Stands for a stop word: it is indexed, so that positions hold, and never searched."""

LONGUEUR_BLOC = 60
"""Longest block between spaces that `mots` remembers, in characters: words, not base64."""

_CHIFFRES_SEPARES = re.compile(r"\d[ \u00a0\u202f]\d")


class Jeton(NamedTuple):
    """One word: its root (or `TROU`), its folded unstemmed form, and its extent in the original text."""

    racine: str
    forme: str
    debut: int
    fin: int


def analyser(texte: str, langue: str) -> list[Jeton]:
    """Return the tokens of `texte`; `langue` is "fr" or "en" (any other is analysed as "fr")."""
    vers = Reperes(texte)
    jetons = []
    for mot, debut, fin in decouper(texte, langue):
        racine, forme = _reduire(mot[:LONGUEUR_LUE], langue)
        if forme:
            jetons.append(Jeton(racine, forme, vers(debut), vers(fin)))
    return jetons


def mots(texte: str, langue: str) -> list[tuple[str, str]]:
    """Return the (root, form) pairs of `analyser(texte, langue)` without their extents, several times faster.

    For indexing: blocks between spaces recur, so what they give is remembered. Only a number written with spaces
    (12 000) spans two blocks: a text that may hold one is analysed whole.
    """
    if _CHIFFRES_SEPARES.search(texte):
        return [(jeton.racine, jeton.forme) for jeton in analyser(texte, langue)]
    trouves: list[tuple[str, str]] = []
    for bloc in texte.split():
        trouves += _bloc(bloc, langue) if len(bloc) <= LONGUEUR_BLOC else _paires(bloc, langue)
    return trouves


def _paires(bloc: str, langue: str) -> tuple[tuple[str, str], ...]:
    return tuple((jeton.racine, jeton.forme) for jeton in analyser(bloc, langue))


_bloc = lru_cache(maxsize=100_000)(_paires)


def racines(texte: str, langue: str) -> str:
    """Return the roots of `texte` joined by spaces, holes included."""
    return " ".join(jeton.racine for jeton in analyser(texte, langue))


def formes(texte: str, langue: str) -> str:
    """Return the folded unstemmed forms of `texte` joined by spaces (stop words included)."""
    return " ".join(jeton.forme for jeton in analyser(texte, langue))


def variantes(forme: str, langue: str) -> tuple[str, ...]:
    """Return other roots that `forme` may stand for if the reader typed no accents.

    In French "tache" and « tâche » have different roots; a query of the first may want the second, at a
    lower weight. Empty for most words and for English.
    """
    return () if langue == "en" else francais.variantes(forme)


@lru_cache(maxsize=100_000)
def _reduire(mot: str, langue: str) -> tuple[str, str]:
    """Return (root, form) of one word in lower case; the form is empty if nothing searchable is left."""
    if mot[:1].isdigit() and "." in mot:
        return mot, mot
    forme = replier(mot)
    if not forme:
        return "", ""
    if langue == "en":
        return (TROU if forme in mots_vides.ANGLAIS else anglais.racine(forme)), forme
    if forme in mots_vides.FRANCAIS and mot not in ACCENTUES:
        return TROU, forme
    return francais.racine(mot, forme), forme
