"""Text of a PDF, read by a process with limits: no file, however made, stops or fills the site."""

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Literal, get_args

Etat = Literal["lu", "partiel", "vide", "chiffre", "formulaire", "illisible", "trop-long"]
RACINE = Path(__file__).resolve().parents[2]
ENTETE = 1024  # a PDF's signature stands within its first 1024 bytes


@dataclass(frozen=True)
class Limites:
    """What a reading may use: seconds, bytes, pages, characters. Pages that are each too heavy are passed over until
    three quarters of the processor's time are spent."""

    secondes_processeur: int = 20
    secondes: int = 30
    secondes_par_page: float = 4.0
    memoire: int = 768 * 1024 * 1024
    sortie: int = 16 * 1024 * 1024
    pages: int = 500
    caracteres_par_page: int = 20_000


@dataclass(frozen=True)
class TextePdf:
    """The text of a PDF.

    `pages`: one text per page read, "" for a page without text. `nombre`: pages in the file, 0 when unknown.
    `etat`: "lu", "partiel" (a page at least could not be read, others were), "vide" (no text at all: scanned pictures),
    "chiffre" (needs a password), "formulaire" (its pages are drawn by one reader only: all that others see is a
    notice), "illisible" (broken, or no PDF), "trop-long" (a limit was met: `pages` holds what was read before it).
    """

    pages: tuple[str, ...]
    etat: Etat
    nombre: int = 0


ILLISIBLE = TextePdf((), "illisible")


def extraire(chemin: Path, limites: Limites | None = None) -> TextePdf:
    """Return the text of the file at `chemin`; never raises for a bad, hostile or missing file."""
    limites = limites or Limites()
    try:
        if not _est_pdf(chemin):
            return ILLISIBLE
        with tempfile.TemporaryFile() as sortie:
            interrompu = _lancer(chemin, limites, sortie)
            sortie.seek(0)
            return _comprendre(sortie.read(limites.sortie), interrompu)
    except (OSError, ValueError):  # file gone, no process to be had, path with a NUL
        return ILLISIBLE


def _est_pdf(chemin: Path) -> bool:
    with chemin.open("rb") as fichier:
        return b"%PDF-" in fichier.read(ENTETE)


def _lancer(chemin: Path, limites: Limites, sortie: IO[bytes]) -> bool:
    """Run the reader; return whether it was stopped by the clock or by a limit of the system."""
    commande = [sys.executable, "-X", "utf8", "-m", "ressources.documents.lecteur"]
    commande += [str(chemin.resolve()), json.dumps(asdict(limites))]
    try:
        # An empty environment: the reader must hold neither the site's secrets nor its database address.
        fini = subprocess.run(  # noqa: S603 - our own module; the path is an argument, never a shell word
            commande,
            cwd=RACINE,
            env={},
            stdin=subprocess.DEVNULL,
            stdout=sortie,
            stderr=subprocess.DEVNULL,
            timeout=limites.secondes,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return fini.returncode != 0


def _comprendre(sortie: bytes, interrompu: bool) -> TextePdf:
    """Turn the reader's lines into a value; a reading cut short keeps the pages it wrote whole."""
    pages: list[str] = []
    for ligne in sortie.splitlines():
        try:
            objet = json.loads(ligne)
        except ValueError:  # the line during which the process was stopped
            break
        if "page" in objet:
            pages.append(objet["page"])
        elif objet.get("etat") in get_args(Etat):
            return TextePdf(tuple(pages), objet["etat"], objet["nombre"])
    return TextePdf(tuple(pages), "trop-long") if interrompu and pages else ILLISIBLE
