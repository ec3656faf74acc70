"""The fields of the embedded index, and a document as tantivy wants it."""

import hashlib
import json
import zlib
from collections.abc import Sequence

import tantivy

from recherche import analyse
from recherche.arbre import CHAMPS, CORPS, EXACT, RESUME, TITRE
from recherche.document import Document, depuis_json, empreinte, vers_json
from recherche.passages import Passage, analyser_document, depuis_liste, vers_liste

VIDE = "\u2205"
"""Token of an empty field: engines count documents by field, so each field stands in each document."""

CLE_POSITION = "_:position"
"""Key of the special document that holds the position; its language is no language, so no search meets it."""

CHAMPS_EXACTS = (TITRE, RESUME, CORPS)
FORMAT = 1  # to raise when the way documents are stored changes without a change of fields
_ALPHABET = {lettre: rang for rang, lettre in enumerate(" 0123456789abcdefghijklmnopqrstuvwxyz")}
_LONGUEUR_TRI = 12  # 37 ** 12 is the highest power that fits in 63 bits


def champ_facette(code: str) -> str:
    """The field of a facet."""
    return f"f_{code}"


def schema(facettes: Sequence[str]) -> tantivy.Schema:
    """Texts as space-separated tokens of our analysis; codes raw; dates and titles as sortable integers."""
    fabrique = tantivy.SchemaBuilder()
    for champ in CHAMPS:
        fabrique.add_text_field(champ, tokenizer_name="whitespace", index_option="position")
    for champ in ("id", "cle", "empreinte"):
        fabrique.add_text_field(champ, stored=True, tokenizer_name="raw", index_option="basic")
    fabrique.add_text_field("langue", tokenizer_name="raw", index_option="basic")
    for code in facettes:
        fabrique.add_text_field(champ_facette(code), fast=True, tokenizer_name="raw", index_option="basic")
    fabrique.add_integer_field("date", fast=True)
    fabrique.add_integer_field("tri_titre", fast=True)
    fabrique.add_bytes_field("charge", stored=True)
    return fabrique.build()


def version(facettes: Sequence[str]) -> str:
    """Changes whenever an index built before would answer wrongly."""
    description = json.dumps([analyse.VERSION, FORMAT, tantivy.__version__, CHAMPS, sorted(facettes)])
    return hashlib.sha256(description.encode()).hexdigest()[:16]


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


def vers_tantivy(document: Document, schema: tantivy.Schema, facettes: Sequence[str]) -> tantivy.Document:
    """The document to add. The schema given to from_dict checks types: a wrong one would panic the writer."""
    analyses = list(analyser_document(document))
    valeurs = {champ: texte or VIDE for champ, texte in jetons_par_champ(analyses).items()}
    valeurs |= {"id": document.id, "cle": document.cle, "langue": document.langue}
    valeurs |= {champ_facette(code): sorted(set(document.facettes.get(code, ()))) for code in facettes}
    valeurs |= {
        "date": document.date.toordinal() if document.date else 0,
        "tri_titre": tri_titre(cle_titre(document)),
        "empreinte": empreinte(document),
        "charge": _charge(document, [passage for passage, _ in analyses]),
    }
    return tantivy.Document.from_dict(valeurs, schema)


def jetons_par_champ(analyses: Sequence[tuple[Passage, list[analyse.Jeton]]]) -> dict[str, str]:
    """The text of each field: tokens joined by spaces; `exact` holds the forms of title, summary and body."""
    mots: dict[str, list[str]] = {champ: [] for champ in CHAMPS}
    for passage, jetons in analyses:
        mots[passage.champ].extend(jeton.racine for jeton in jetons)
        if passage.champ in CHAMPS_EXACTS:
            mots[EXACT].extend(jeton.forme for jeton in jetons)
    return {champ: " ".join(liste) for champ, liste in mots.items()}


def _charge(document: Document, passages: Sequence[Passage]) -> bytes:
    """The document and its passages, compressed; the canonical JSON is kept as it is."""
    suite = json.dumps(vers_liste(passages), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(f"{vers_json(document)}\n{suite}".encode(), 6)


def depuis_tantivy(trouve: tantivy.Document) -> tuple[Document, tuple[Passage, ...]]:
    """The document as it was given to be indexed, and its passages."""
    document, _, passages = zlib.decompress(trouve.get_first("charge")).partition(b"\n")
    return depuis_json(document), depuis_liste(json.loads(passages))


def document_position(texte: str, schema: tantivy.Schema) -> tantivy.Document:
    """The special document; it bears the sentinels too, so that all engines count alike."""
    valeurs = dict.fromkeys(CHAMPS, VIDE) | {"id": CLE_POSITION, "cle": CLE_POSITION, "langue": "_"}
    return tantivy.Document.from_dict(
        valeurs | {"date": 0, "tri_titre": 0, "empreinte": "", "charge": texte.encode()}, schema
    )
