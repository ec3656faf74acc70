"""A judged collection in files: {id, title, text} and {id, text} by line, and a table of judgements.

Files may be compressed (.gz). All mistakes are told by file and line number. Documents are streamed: a collection
never stands in memory.
"""

import gzip
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO


class CollectionInvalide(ValueError):
    """A file cannot be read; the message says which, where, and what was expected."""


@dataclass(frozen=True)
class Texte:
    """A document or a question; `titre` is empty for questions and for documents without a title."""

    id: str
    texte: str
    titre: str = ""


def ouvrir(chemin: Path) -> TextIO:
    """The file as UTF-8 text. Raises CollectionInvalide when it is missing or unreadable."""
    if not chemin.is_file():
        raise CollectionInvalide(f"{chemin} : ce fichier n’existe pas.")
    try:
        if chemin.suffix == ".gz":
            return gzip.open(chemin, "rt", encoding="utf-8-sig")
        return chemin.open(encoding="utf-8-sig")
    except OSError as erreur:
        raise CollectionInvalide(f"{chemin} : {erreur.strerror}.") from erreur


def lignes(chemin: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, numbered from 1, without their end."""
    with ouvrir(chemin) as fichier:
        try:
            for numero, ligne in enumerate(fichier, 1):
                if ligne.strip():
                    yield numero, ligne.rstrip("\r\n")
        except (OSError, EOFError, UnicodeDecodeError) as erreur:
            raise CollectionInvalide(f"{chemin} : fichier illisible ({erreur}).") from erreur


def textes(chemin: Path, *, titre: bool = False) -> Iterator[Texte]:
    """The records of a .jsonl file; with `titre`, those of documents."""
    for numero, ligne in lignes(chemin):
        yield _texte(f"{chemin}, ligne {numero}", ligne, titre)


def _texte(lieu: str, ligne: str, titre: bool) -> Texte:
    try:
        valeurs = json.loads(ligne)
    except ValueError as erreur:
        raise CollectionInvalide(f"{lieu} : ce n’est pas du JSON ({erreur}).") from erreur
    if not isinstance(valeurs, dict):
        raise CollectionInvalide(f"{lieu} : un objet est attendu.")
    intitule = _chaine(lieu, valeurs.get("title") or "", "title") if titre else ""
    return Texte(_identifiant(lieu, valeurs), _chaine(lieu, valeurs.get("text"), "text"), intitule)


def _identifiant(lieu: str, valeurs: Mapping[str, object]) -> str:
    """An id that is a number in JSON is the same as its digits in a table."""
    valeur = valeurs.get("id")
    identifiant = str(valeur) if isinstance(valeur, str | int) and not isinstance(valeur, bool) else ""
    if not identifiant.strip():
        raise CollectionInvalide(f"{lieu} : « id » manque.")
    return identifiant


def _chaine(lieu: str, valeur: object, nom: str) -> str:
    if not isinstance(valeur, str):
        raise CollectionInvalide(f"{lieu} : « {nom} » doit être un texte.")
    return valeur.encode("utf-8", "replace").decode()  # JSON can hold halves of characters


def identifiants(chemin: Path) -> set[str]:
    """The ids of a file of documents. Raises CollectionInvalide for a bad line, a duplicate, an empty file."""
    trouves: set[str] = set()
    for document in textes(chemin, titre=True):
        if document.id in trouves:
            raise CollectionInvalide(f"{chemin} : l’identifiant {document.id} est donné deux fois.")
        trouves.add(document.id)
    if not trouves:
        raise CollectionInvalide(f"{chemin} : aucun document.")
    return trouves


def questions(chemin: Path) -> dict[str, str]:
    """Text by id, in the order of the file. Raises CollectionInvalide as `identifiants` does."""
    trouvees: dict[str, str] = {}
    for question in textes(chemin):
        if question.id in trouvees:
            raise CollectionInvalide(f"{chemin} : l’identifiant {question.id} est donné deux fois.")
        trouvees[question.id] = question.texte
    if not trouvees:
        raise CollectionInvalide(f"{chemin} : aucune question.")
    return trouvees


def jugements(chemin: Path, questions: Mapping[str, str], documents: set[str]) -> dict[str, dict[str, float]]:
    """Grades by document, by question. A first line whose third column is no number is a heading.

    Raises CollectionInvalide for a bad line, an id that neither file holds, a pair judged twice.
    """
    trouves: dict[str, dict[str, float]] = {}
    for lieu, question, document, grade in _juges(chemin):
        if question not in questions:
            raise CollectionInvalide(f"{lieu} : la question {question} est inconnue.")
        if document not in documents:
            raise CollectionInvalide(f"{lieu} : le document {document} est inconnu.")
        if document in trouves.setdefault(question, {}):
            raise CollectionInvalide(f"{lieu} : cette paire est déjà jugée.")
        trouves[question][document] = grade
    if not trouves:
        raise CollectionInvalide(f"{chemin} : aucun jugement.")
    return trouves


def _juges(chemin: Path) -> Iterator[tuple[str, str, str, float]]:
    """The place, question, document and grade of each line."""
    for rang, (numero, ligne) in enumerate(lignes(chemin)):
        lieu = f"{chemin}, ligne {numero}"
        colonnes = [colonne.strip() for colonne in ligne.split("\t")]
        if len(colonnes) != 3:
            raise CollectionInvalide(f"{lieu} : trois colonnes séparées par des tabulations sont attendues.")
        if (grade := _grade(colonnes[2])) is not None:
            yield lieu, colonnes[0], colonnes[1], grade
        elif rang:
            raise CollectionInvalide(f"{lieu} : « {colonnes[2]} » n’est pas une note.")


def _grade(texte: str) -> float | None:
    try:
        valeur = float(texte)
    except ValueError:
        return None
    return valeur if math.isfinite(valeur) else None
