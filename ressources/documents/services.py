"""Text of a document for the search, and kept in step with its file."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wagtail.documents.models import AbstractDocument

from ressources.documents.extraction import ILLISIBLE, TextePdf, extraire
from ressources.models.documents import TexteDocument

VERSION = 2  # raise it when extraction or normalisation reads better: texts are then read anew on demand
MORCEAU = 256 * 1024


def texte_de(document: AbstractDocument) -> tuple[str, ...]:
    """Return the text of each page of the document, () when it has none; reads the file only when needed.

    Trusts Wagtail's `file_hash`, so that indexing a site whose files are on another host opens no file; with
    `select_related("texte")`, no query either.
    """
    connu = getattr(document, "texte", None)
    if connu and connu.version == VERSION and connu.empreinte == document.file_hash:
        return tuple(connu.pages)
    return tuple(actualiser(document).pages)


def actualiser(document: AbstractDocument, *, forcer: bool = False) -> TexteDocument:
    """Bring the stored text in step with the document's file; `forcer` reads a known file again.

    To be called after each save of a document, once the transaction is committed: a reading may take seconds,
    during which SQLite would let nobody write. A missing file gives an unreadable text, kept nowhere.
    """
    try:
        with _fichier_local(document) as chemin:
            empreinte = _empreinte(chemin)
            connu = _connu(document)
            if connu and not forcer and (connu.empreinte, connu.version) == (empreinte, VERSION):
                connu.document = document
                return connu
            texte = (None if forcer else _deja_lu(empreinte)) or extraire(chemin)
    except (OSError, ValueError):
        return TexteDocument(document=document, etat=ILLISIBLE.etat)
    return _retenir(document, empreinte, texte)


def _connu(document: AbstractDocument) -> TexteDocument | None:
    """Return the stored text, past the one that the instance may have in memory."""
    return TexteDocument.objects.filter(document_id=document.pk).first()


def _deja_lu(empreinte: str) -> TextePdf | None:
    """Return the text of the same file attached elsewhere (a French and an English sheet often share one)."""
    jumeau = TexteDocument.objects.filter(empreinte=empreinte, version=VERSION).first()
    return TextePdf(tuple(jumeau.pages), jumeau.etat) if jumeau else None


def _retenir(document: AbstractDocument, empreinte: str, texte: TextePdf) -> TexteDocument:
    valeurs = {"empreinte": empreinte, "version": VERSION, "etat": texte.etat, "pages": list(texte.pages)}
    retenu, _ = TexteDocument.objects.update_or_create(document_id=document.pk, defaults=valeurs)
    retenu.document = document  # the instance in hand forgets its former text
    return retenu


def _empreinte(chemin: Path) -> str:
    somme = hashlib.sha1(usedforsecurity=False)  # the same function as Wagtail's own file_hash
    with chemin.open("rb") as fichier:
        while morceau := fichier.read(MORCEAU):
            somme.update(morceau)
    return somme.hexdigest()


@contextmanager
def _fichier_local(document: AbstractDocument) -> Iterator[Path]:
    """Give the path of the file, copied here for the time of the reading when it lives on another host."""
    if document.is_stored_locally():
        yield Path(document.file.path)
        return
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copie:
        with document.open_file() as source:
            while morceau := source.read(MORCEAU):
                copie.write(morceau)
        copie.flush()
        yield Path(copie.name)
