"""A document cut into passages whose stems are known, so that a search finds what to show without analysing
again.

Analysing whole sheets and their PDFs for each hit would cost hundreds of milliseconds per page of results.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from recherche.analyse import TROU, mots
from recherche.valeurs.arbre import CORPS, MOTS_CLES, PDF, RESUME, TITRE
from recherche.valeurs.document import Document

LONGUEUR = 800  # characters of a passage of the body, about


@dataclass(frozen=True)
class Passage:
    """A stretch of one field; `rang` is the index of the PDF page in `Document.pages_pdf` (0 elsewhere).

    `mots` are its stems, sorted, between spaces. Kept as one text: a page of results has hundreds of passages, and most
    are only asked whether they hold this or that stem.
    """

    champ: str
    rang: int
    debut: int
    fin: int
    mots: str

    @cached_property
    def _entourees(self) -> str:
        """The stems, each between two spaces."""
        return f" {self.mots} "

    def porte(self, racine: str) -> bool:
        """Whether this stem stands in the passage."""
        return f" {racine} " in self._entourees

    def portees(self, racines: Iterable[str]) -> frozenset[str]:
        """Those of these stems that stand in the passage."""
        mots = self._entourees
        return frozenset([racine for racine in racines if f" {racine} " in mots])

    def texte(self, document: Document) -> str:
        """The words of the passage."""
        if self.champ == PDF:
            return document.pages_pdf[self.rang].texte
        return str(getattr(document, self.champ))[self.debut : self.fin]


def couper(texte: str, longueur: int = LONGUEUR) -> Iterator[tuple[int, int]]:
    """Extents of about `longueur` characters, ended at a line that ends in the second half, or a space."""
    debut = 0
    while debut < len(texte):
        fin = min(debut + longueur, len(texte))
        if fin < len(texte):
            coupe = texte.rfind("\n", debut + longueur // 2, fin)
            coupe = coupe if coupe > 0 else texte.rfind(" ", debut + 1, fin)
            fin = coupe if coupe > 0 else fin
        yield debut, fin
        debut = fin


def morceaux(document: Document) -> Iterator[tuple[str, int, int, int, str]]:
    """The (field, rank, start, end, text) of all passages, field by field in reading order."""
    for champ in (TITRE, RESUME, MOTS_CLES):
        texte = getattr(document, champ)
        yield champ, 0, 0, len(texte), texte
    for debut, fin in couper(document.corps):
        yield CORPS, 0, debut, fin, document.corps[debut:fin]
    for rang, page in enumerate(document.pages_pdf):
        yield PDF, rang, 0, len(page.texte), page.texte


Mots = list[tuple[str, str]]
"""The (root, form) of each word."""


def analyser_document(document: Document) -> Iterator[tuple[Passage, Mots]]:
    """Each passage with its words."""
    for champ, rang, debut, fin, texte in morceaux(document):
        trouves = mots(texte, document.langue)
        racines = {racine for racine, _ in trouves} - {TROU}
        yield Passage(champ, rang, debut, fin, " ".join(sorted(racines))), trouves


def meilleur(passages: Iterable[Passage], racines: frozenset[str]) -> Passage | None:
    """The passage that holds the most of these stems, the first one on a tie; None when none holds any."""
    return next(iter(meilleurs(passages, racines)), None)


def meilleurs(passages: Iterable[Passage], racines: frozenset[str]) -> list[Passage]:
    """The passages that hold some of these stems, those that hold the most first, then in reading order."""
    notes = [(len(passage.portees(racines)), passage) for passage in passages]
    return [passage for note, passage in sorted(notes, key=lambda paire: -paire[0]) if note]


def vers_liste(passages: Iterable[Passage]) -> list[list[object]]:
    """JSON to store with the document."""
    return [[p.champ, p.rang, p.debut, p.fin, p.mots] for p in passages]


def depuis_liste(listes: Iterable[Sequence[object]]) -> tuple[Passage, ...]:
    """The passages that `vers_liste` wrote."""
    return tuple(
        Passage(str(champ), int(str(rang)), int(str(debut)), int(str(fin)), str(mots))
        for champ, rang, debut, fin, mots in listes
    )
