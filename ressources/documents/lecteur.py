"""Reads a PDF in a process of its own: `python -m ressources.documents.lecteur PATH LIMITS`.

A hostile or broken file may loop, swell or crash here without harming the site. Writes one JSON line per
page, flushed at once so that a killed process leaves what it read, then one line with the state.
LIMITS: JSON object with the fields of `extraction.Limites`.
"""

import contextlib
import json
import logging
import resource
import sys
from typing import Any

from ressources.documents.normalisation import normaliser


def main(arguments: list[str]) -> int:
    """Read the file of `arguments[0]`; the state is on the last line, the exit code says nothing more."""
    chemin, limites = arguments[0], json.loads(arguments[1])
    _se_limiter(limites)
    logging.disable()  # pypdf tells each oddity of each file
    try:
        etat, nombre = _lire(chemin, limites)
    except (Exception, RecursionError, MemoryError):
        etat, nombre = "illisible", 0
    _ecrire({"etat": etat, "nombre": nombre})
    return 0


def _se_limiter(limites: dict[str, int]) -> None:
    """Give up time, memory, output size, core files and open files before the file is opened."""
    secondes = limites["secondes_processeur"]
    plafonds = {
        resource.RLIMIT_CPU: (secondes, secondes + 1),
        resource.RLIMIT_AS: (limites["memoire"],) * 2,
        resource.RLIMIT_FSIZE: (limites["sortie"],) * 2,
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (32, 32),
    }
    for nom, valeur in plafonds.items():
        with contextlib.suppress(ValueError, OSError):  # an outer limit is already lower, or absent here
            resource.setrlimit(nom, valeur)


def _lire(chemin: str, limites: dict[str, int]) -> tuple[str, int]:
    """Write each page's text; return the state and the number of pages in the file."""
    from pypdf import PdfReader  # inside the limits

    lecteur = PdfReader(chemin, strict=False)
    if lecteur.is_encrypted and not _ouvrir(lecteur):
        return "chiffre", 0
    nombre, complet, plein = len(lecteur.pages), True, False
    for page in lecteur.pages[: limites["pages"]]:
        texte = _texte(page)
        complet &= len(texte) <= limites["caracteres_par_page"]
        texte = texte[: limites["caracteres_par_page"]]
        plein |= bool(texte)
        _ecrire({"page": texte})
    if nombre > limites["pages"] or not complet:
        return "trop-long", nombre
    return ("lu" if plein else "vide"), nombre


def _ouvrir(lecteur: Any) -> bool:
    """Open a file whose only password forbids editing: anyone may read it, so may the search."""
    try:
        return bool(lecteur.decrypt(""))
    except Exception:  # wrong password or a cipher that needs a library we lack
        return False


def _texte(page: Any) -> str:
    """Return the text of a page, "" when this page alone is broken: the others still count."""
    try:
        return normaliser(page.extract_text() or "")
    except (Exception, RecursionError):
        return ""


def _ecrire(ligne: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(ligne) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
