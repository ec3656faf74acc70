"""The fields of the embedded index, and a document as tantivy wants it."""

import hashlib
import json
from collections.abc import Sequence

import tantivy

from recherche import analyse
from recherche.moteurs.forme import (
    CLE_POSITION,
    VIDE,
    champ_facette,
    charger_document,
    cle_titre,
    codes_facettes,
    decharger,
    textes,
    tri_date,
    tri_titre,
)
from recherche.moteurs.passages import Passage, analyser_document
from recherche.valeurs.arbre import CHAMPS
from recherche.valeurs.document import Document, empreinte

FACETTES = "facettes"
"""Every code of every facet, with its facet: one column is counted three times faster than eleven."""
SEPARATEUR = "\x1f"
FORMAT = 3  # to raise when the way documents are stored changes without a change of fields


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
    fabrique.add_text_field(FACETTES, fast=True, tokenizer_name="raw", index_option="basic")
    fabrique.add_integer_field("date", fast=True)
    fabrique.add_integer_field("tri_titre", fast=True)
    fabrique.add_bytes_field("charge", stored=True)
    return fabrique.build()


def version(facettes: Sequence[str]) -> str:
    """Changes whenever an index built before would answer wrongly."""
    description = json.dumps([analyse.VERSION, FORMAT, tantivy.__version__, CHAMPS, sorted(facettes)])
    return hashlib.sha256(description.encode()).hexdigest()[:16]


def vers_tantivy(document: Document, schema: tantivy.Schema, facettes: Sequence[str]) -> tantivy.Document:
    """The document to add. The schema given to from_dict checks types: a wrong one would panic the writer."""
    analyses = list(analyser_document(document))
    valeurs = textes(analyses)
    valeurs |= {"id": document.id, "cle": document.cle, "langue": document.langue}
    codes = codes_facettes(document, facettes)
    valeurs |= {champ_facette(facette): liste for facette, liste in codes.items()}
    valeurs[FACETTES] = [f"{facette}{SEPARATEUR}{code}" for facette, liste in codes.items() for code in liste]
    valeurs |= {
        "date": tri_date(document),
        "tri_titre": tri_titre(cle_titre(document)),
        "empreinte": empreinte(document),
        "charge": charger_document(document, [passage for passage, _ in analyses]),
    }
    return tantivy.Document.from_dict(valeurs, schema)


def depuis_tantivy(trouve: tantivy.Document) -> tuple[Document, tuple[Passage, ...]]:
    """The document as it was given to be indexed, and its passages."""
    return decharger(trouve.get_first("charge"))


def document_position(texte: str, schema: tantivy.Schema) -> tantivy.Document:
    """The special document; it bears the sentinels too, so that all engines count alike."""
    valeurs = dict.fromkeys(CHAMPS, VIDE) | {"id": CLE_POSITION, "cle": CLE_POSITION, "langue": "_"}
    return tantivy.Document.from_dict(
        valeurs | {"date": 0, "tri_titre": 0, "empreinte": "", "charge": texte.encode()}, schema
    )
