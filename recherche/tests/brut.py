"""The search as plain Python over lists: slow, obvious, and the reference for the engines."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from recherche.analyse import TROU, analyser
from recherche.moteurs.passages import analyser_document
from recherche.question.planification import SUFFISANT, minimum, un_seul
from recherche.valeurs.document import Document

Choix = Mapping[str, tuple[str, ...]]


def garde(document: Document, choix: Choix, sauf: str = "") -> bool:
    """OR inside a facet, AND across."""
    return all(
        set(codes) & set(document.facettes.get(f, ())) for f, codes in choix.items() if codes and f != sauf
    )


def contient(document: Document, texte: str, exigence: Callable[[int], int] = minimum) -> bool:
    """Whether enough of the words stand in the document, by stem."""
    mots = [jeton.racine for jeton in analyser(texte, document.langue) if jeton.racine != TROU]
    racines = frozenset().union(*(passage.mots.split() for passage, _ in analyser_document(document)))
    return sum(mot in racines for mot in mots) >= exigence(len(mots))


def trouver(documents: list[Document], texte: str) -> list[Document]:
    """What the words alone find: strictly, or widely when that is too little."""
    if not texte:
        return documents
    stricts = [d for d in documents if contient(d, texte)]
    if len(stricts) >= SUFFISANT or len(texte.split()) < 2:
        return stricts
    return [d for d in documents if contient(d, texte, un_seul)]


def comptes(
    documents: Iterable[Document], texte: str, langue: str, choix: Choix, facettes: Iterable[str]
) -> tuple[int, dict[str, Counter[str]]]:
    """The total, and the counts of every facet without its own choice."""
    trouves = trouver([d for d in documents if d.langue == langue], texte)
    par_facette = {
        facette: Counter(
            code for d in trouves if garde(d, choix, sauf=facette) for code in d.facettes.get(facette, ())
        )
        for facette in facettes
    }
    return sum(garde(d, choix) for d in trouves), par_facette
