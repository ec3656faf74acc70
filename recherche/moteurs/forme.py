"""What all engines store of a document, in the same form: tokens by field, sort keys, and what is given back."""

import json
import zlib
from collections.abc import Sequence
from functools import lru_cache

from recherche import analyse
from recherche.moteurs.passages import Mots, Passage, depuis_liste, vers_liste
from recherche.valeurs.arbre import CHAMPS, CORPS, EXACT, MOTS_CLES, RESUME, TITRE
from recherche.valeurs.document import Document, depuis_json, vers_json

VIDE = "\u2205"
"""Token of an empty field: engines count documents by field, so each field stands in each document."""

CLE_POSITION = "_:position"
"""Key of the special document that holds the position; its language is no language, so no search meets it."""

CHAMPS_EXACTS = (TITRE, RESUME, MOTS_CLES, CORPS)
_ALPHABET = {lettre: rang for rang, lettre in enumerate(" 0123456789abcdefghijklmnopqrstuvwxyz")}
_LONGUEUR_TRI = 12  # 37 ** 12 is the highest power that fits in 63 bits


def champ_facette(code: str) -> str:
    """The field of a facet."""
    return f"f_{code}"


def codes_facettes(document: Document, facettes: Sequence[str]) -> dict[str, list[str]]:
    """The codes of each of these facets, each once."""
    return {facette: sorted(set(document.facettes.get(facette, ()))) for facette in facettes}


def cle_titre(document: Document) -> str:
    """What titles are sorted by: folded words, without elided articles."""
    return analyse.formes(document.titre, document.langue)


def tri_titre(cle: str) -> int:
    """The first characters of a sort key as an integer of the same order."""
    connus = [lettre for lettre in cle if lettre in _ALPHABET]
    lettres = "".join(connus)[:_LONGUEUR_TRI].ljust(_LONGUEUR_TRI)
    total = 0
    for lettre in lettres:
        total = total * len(_ALPHABET) + _ALPHABET[lettre]
    return total


def tri_date(document: Document) -> int:
    """The day as an integer; 0, the oldest, without a date."""
    return document.date.toordinal() if document.date else 0


def textes(analyses: Sequence[tuple[Passage, Mots]]) -> dict[str, str]:
    """What each field holds: its tokens joined by spaces, or the sentinel of an empty field."""
    return {champ: texte or VIDE for champ, texte in jetons_par_champ(analyses).items()}


def jetons_par_champ(analyses: Sequence[tuple[Passage, Mots]]) -> dict[str, str]:
    """The text of each field: tokens joined by spaces; `exact` holds the forms of all but the PDFs."""
    mots: dict[str, list[str]] = {champ: [] for champ in CHAMPS}
    for passage, trouves in analyses:
        mots[passage.champ] += [racine for racine, _ in trouves]
        if passage.champ in CHAMPS_EXACTS:
            mots[EXACT] += [forme for _, forme in trouves]
    return {champ: " ".join(liste) for champ, liste in mots.items()}


def charger_document(document: Document, passages: Sequence[Passage]) -> bytes:
    """The document and its passages, compressed; the canonical JSON is kept as it is."""
    suite = json.dumps(vers_liste(passages), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(f"{vers_json(document)}\n{suite}".encode(), 6)


@lru_cache(maxsize=200)
def decharger(charge: bytes) -> tuple[Document, tuple[Passage, ...]]:
    """The document as it was given to be indexed, and its passages. The last ones are kept: pages of results share
    their hits, and nobody changes a document."""
    document, _, passages = zlib.decompress(charge).partition(b"\n")
    return depuis_json(document), depuis_liste(json.loads(passages))
