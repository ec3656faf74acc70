"""Writing to an embedded index: one batch is one commit, whole or not at all."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from recherche.moteurs.embarque.erreurs import traduire
from recherche.moteurs.embarque.schema import document_position, vers_tantivy
from recherche.moteurs.forme import CLE_POSITION
from recherche.moteurs.position import Position
from recherche.valeurs.document import Document

MEMOIRE_LOT = 20_000_000  # bytes; tantivy refuses less than 15 MB for its one thread
MEMOIRE_CHANTIER = 120_000_000


def ouvrir(generation: Path, schema: tantivy.Schema) -> tantivy.Index:
    """The index of a generation, created when its folder is new."""
    with traduire("Opening the search index failed"):
        return tantivy.Index(schema, path=str(generation), reuse=True)


def balayer(index: tantivy.Index, generation: Path) -> None:
    """Removes what a writer that was killed left before its commit. The next one gives the same name to the same list
    of deletions, and would be refused for ever. The caller holds the lock."""
    if set(generation.glob("*.del")) <= _suppressions_connues(generation):
        return
    with traduire("Sweeping the search index failed"):
        ecrivain = index.writer(heap_size=MEMOIRE_LOT, num_threads=1)
        try:
            ecrivain.garbage_collect_files()
        finally:
            ecrivain.wait_merging_threads()


def _suppressions_connues(generation: Path) -> set[Path]:
    """The lists of deletions of the last commit."""
    segments = json.loads((generation / "meta.json").read_text())["segments"]
    return {
        generation / f"{segment['segment_id'].replace('-', '')}.{segment['deletes']['opstamp']}.del"
        for segment in segments
        if segment["deletes"]
    }


def ecrire(
    index: tantivy.Index,
    schema: tantivy.Schema,
    facettes: Sequence[str],
    documents: Iterable[Document],
    *,
    supprimer: Iterable[str] = (),
    position: Position | None = None,
    memoire: int = MEMOIRE_LOT,
) -> int:
    """Removes, adds and commits with the position; returns the number of documents added.

    The caller holds the lock. What fails before the commit leaves the index as it was.
    """
    with traduire("Writing to the search index failed"):
        ecrivain = index.writer(heap_size=memoire, num_threads=1)
        try:
            nombre = _remplir(ecrivain, schema, facettes, documents, supprimer)
            if position is not None:
                ecrivain.delete_documents_by_term("cle", CLE_POSITION)
                ecrivain.add_document(document_position(position.vers_json(), schema))
            ecrivain.commit()
        except BaseException:
            ecrivain.rollback()
            raise
        finally:
            ecrivain.wait_merging_threads()  # also releases the lock file of tantivy
    return nombre


def _remplir(
    ecrivain: tantivy.IndexWriter,
    schema: tantivy.Schema,
    facettes: Sequence[str],
    documents: Iterable[Document],
    supprimer: Iterable[str],
) -> int:
    for cle in supprimer:
        ecrivain.delete_documents_by_term("cle", cle)
    nombre = 0
    for document in documents:
        ecrivain.add_document(vers_tantivy(document, schema, facettes))
        nombre += 1
    return nombre
