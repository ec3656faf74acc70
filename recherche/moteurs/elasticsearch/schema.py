"""The mapping of an index, its version, and a document as it is sent and read."""

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import Any

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
from recherche.moteurs.position import Position
from recherche.valeurs.arbre import CHAMPS
from recherche.valeurs.document import Document, empreinte

FORMAT = 2  # to raise when the way documents are stored changes without a change of mapping
LONGUEUR_TRI = 500  # characters of a title that count in the order; a keyword holds 32 766 bytes
RENDUS = ("empreinte", "charge")
"""The only fields kept in `_source`: the tokens are searched, never read again."""


def correspondance(facettes: Sequence[str]) -> dict[str, Any]:
    """The mapping: texts as space-separated tokens of our analysis, codes raw, dates and titles sortable.

    An unknown field is refused. BM25 with k1 1.2 and b 0.75 is the default, as in the embedded engine.
    """
    texte = {"type": "text", "analyzer": "whitespace"}
    muet = {"index": False, "doc_values": False}
    return {
        "dynamic": "strict",
        "_source": {"includes": list(RENDUS)},
        "properties": {
            **dict.fromkeys(CHAMPS, texte),
            **{champ_facette(code): {"type": "keyword"} for code in sorted(facettes)},
            "id": {"type": "keyword"},
            "cle": {"type": "keyword", "doc_values": False},
            "langue": {"type": "keyword", "doc_values": False},
            "date": {"type": "integer", "index": False},
            "tri_titre": {"type": "long", "index": False},
            "cle_titre": {"type": "keyword", "index": False},
            "empreinte": {"type": "keyword", **muet},
            "charge": {"type": "binary"},
        },
    }


def version(facettes: Sequence[str]) -> str:
    """Changes whenever an index built before would answer wrongly."""
    description = json.dumps([analyse.VERSION, FORMAT, correspondance(facettes)], sort_keys=True)
    return hashlib.sha256(description.encode()).hexdigest()[:16]


def vers_source(document: Document, facettes: Sequence[str]) -> dict[str, Any]:
    """What is sent for a document."""
    analyses = list(analyser_document(document))
    cle = cle_titre(document)
    return {
        **textes(analyses),
        **{champ_facette(code): codes for code, codes in codes_facettes(document, facettes).items()},
        "id": document.id,
        "cle": document.cle,
        "langue": document.langue,
        "date": tri_date(document),
        "tri_titre": tri_titre(cle),
        "cle_titre": cle[:LONGUEUR_TRI],
        "empreinte": empreinte(document),
        "charge": base64.b64encode(charger_document(document, [p for p, _ in analyses])).decode(),
    }


def depuis_source(source: dict[str, Any]) -> tuple[Document, tuple[Passage, ...]]:
    """The document as it was given to be indexed, and its passages."""
    return decharger(base64.b64decode(source["charge"], validate=True))


def source_position(position: Position) -> dict[str, Any]:
    """The special document; it bears the sentinels too, so that all engines count alike."""
    charge = base64.b64encode(position.vers_json().encode()).decode()
    return {
        **dict.fromkeys(CHAMPS, VIDE),
        **{"id": CLE_POSITION, "cle": CLE_POSITION, "langue": "_", "date": 0, "tri_titre": 0},
        **{"empreinte": "", "charge": charge},
    }


def position_de(source: dict[str, Any]) -> Position:
    """The position that `source_position` wrote."""
    return Position.depuis_json(base64.b64decode(source["charge"], validate=True).decode())
