"""Reads a PDF in a process of its own: `python -m ressources.documents.lecteur PATH LIMITS`.

A hostile or broken file may loop, swell or crash here without harming the site. Writes one JSON line per
page, flushed at once so that a killed process leaves what it read, then one line with the state.
LIMITS: JSON object with the fields of `extraction.Limites`.
"""

import contextlib
import json
import logging
import resource
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

from ressources.documents.normalisation import normaliser


def main(arguments: list[str]) -> int:
    """Read the file of `arguments[0]`; the state is on the last line, the exit code says nothing more."""
    chemin, limites = arguments[0], json.loads(arguments[1]) | {"debut": time.process_time()}
    _se_limiter(limites)
    logging.disable()  # pypdf tells each oddity of each file
    try:
        etat, nombre = _lire(chemin, limites)
    except Exception as erreur:
        # AES without the library that reads it: locked for us, though not broken.
        etat, nombre = ("chiffre" if _manque_chiffre(erreur) else "illisible"), 0
    _ecrire({"etat": etat, "nombre": nombre})
    return 0


def _se_limiter(limites: dict[str, Any]) -> None:
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


class PageTropLourde(BaseException):
    """A page took its share of time. No `except Exception` of a library may swallow it."""


def _lire(chemin: str, limites: dict[str, Any]) -> tuple[str, int]:
    """Write each page's text; return the state and the number of pages in the file."""
    from pypdf import PdfReader  # inside the limits

    lecteur = PdfReader(chemin, strict=False)
    # A password that only forbids editing is empty for readers: anyone may read, so may the search.
    if lecteur.is_encrypted and not lecteur.decrypt(""):
        return "chiffre", 0
    nombre = len(lecteur.pages)
    if _est_dynamique(lecteur):
        return "formulaire", nombre
    constats = {_lire_page(page, limites) for page in lecteur.pages[: limites["pages"]]}
    if nombre > limites["pages"]:
        constats.add("trop-long")
    return _resumer(constats), nombre


def _resumer(constats: set[str]) -> str:
    """The state of a file, from what was met on its pages."""
    lu = constats & {"lu", "trop-long"}
    if lu and constats & {"lourde", "illisible"}:
        return "partiel"
    if constats & {"trop-long", "lourde"}:
        return "trop-long"
    return next((etat for etat in ("lu", "illisible") if etat in constats), "vide")


def _est_dynamique(lecteur: Any) -> bool:
    """Whether the pages are made by a form of another kind (XFA), of which the file holds but a notice: an XFA form
    that has pages of its own has their fields too."""
    formulaire = lecteur.trailer["/Root"].get("/AcroForm")
    formulaire = formulaire.get_object() if formulaire is not None else {}
    return "/XFA" in formulaire and not formulaire.get("/Fields", [])


def _lire_page(page: Any, limites: dict[str, Any]) -> str:
    """Write the text of a page, cut at a number of characters, and return what was met.

    A page broken alone, or too heavy, is written empty: the others still count, and page numbers hold.
    """
    longueur = limites["caracteres_par_page"]
    try:
        with _au_plus(_part(limites)):
            texte = normaliser(page.extract_text() or "")
    except (PageTropLourde, MemoryError):
        _ecrire({"page": ""})
        return "lourde"
    except Exception as erreur:
        if _manque_chiffre(erreur):
            raise
        _ecrire({"page": ""})
        return "illisible"
    _ecrire({"page": texte[:longueur]})
    if len(texte) > longueur:
        return "trop-long"
    return "lu" if texte else "vide"


def _part(limites: dict[str, Any]) -> float:
    """The seconds that one more page may take, of what is left to the whole reading."""
    reste = 0.75 * limites["secondes_processeur"] - (time.process_time() - limites["debut"])
    return max(0.05, min(limites["secondes_par_page"], reste))


@contextlib.contextmanager
def _au_plus(secondes: float) -> Iterator[None]:
    """Raises PageTropLourde in the block once the process has worked this long in it."""

    def interrompre(*_args: Any) -> None:
        raise PageTropLourde

    signal.signal(signal.SIGPROF, interrompre)
    signal.setitimer(signal.ITIMER_PROF, secondes)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _manque_chiffre(erreur: BaseException) -> bool:
    return type(erreur).__name__ == "DependencyError"


def _ecrire(ligne: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(ligne) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
