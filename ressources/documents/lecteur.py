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
    except Exception as erreur:
        # AES without the library that reads it: locked for us, though not broken.
        etat, nombre = ("chiffre" if _manque_chiffre(erreur) else "illisible"), 0
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
    # A password that only forbids editing is empty for readers: anyone may read, so may the search.
    if lecteur.is_encrypted and not lecteur.decrypt(""):
        return "chiffre", 0
    nombre = len(lecteur.pages)
    constats = {
        _lire_page(page, limites["caracteres_par_page"]) for page in lecteur.pages[: limites["pages"]]
    }
    if nombre > limites["pages"]:
        constats.add("trop-long")
    for etat in ("trop-long", "lu", "illisible"):  # what one page is enough to say, in this order
        if etat in constats:
            return etat, nombre
    return "vide", nombre


def _lire_page(page: Any, longueur: int) -> str:
    """Write the text of a page, cut at `longueur` characters, and return what was met.

    A page broken alone is written empty: the others still count, and page numbers hold.
    """
    try:
        texte = normaliser(page.extract_text() or "")
    except Exception as erreur:
        if _manque_chiffre(erreur):
            raise
        _ecrire({"page": ""})
        return "illisible"
    _ecrire({"page": texte[:longueur]})
    if len(texte) > longueur:
        return "trop-long"
    return "lu" if texte else "vide"


def _manque_chiffre(erreur: BaseException) -> bool:
    return type(erreur).__name__ == "DependencyError"


def _ecrire(ligne: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(ligne) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
