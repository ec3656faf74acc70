"""Reads the content files."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from ressources import declaration as types

CONTENU = Path(__file__).parent / "contenu"


def lire(dossier: str) -> Iterator[dict]:
    """Yields the data of each file of a sub-folder, in the order of names."""
    for fichier in sorted((CONTENU / dossier).glob("*.yaml")):
        # libyaml's loader, where it is built in, reads five times faster; both are safe ones.
        yield yaml.load(fichier.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def lire_un(chemin: str) -> dict:
    """The data of one file, e.g. `pages/pg-accueil.yaml`."""
    return yaml.safe_load((CONTENU / chemin).read_text())


def fiches() -> list[dict]:
    """All sheets, a folder by declared type: themes first, for they are what the others point at."""
    dossiers = (f"{declare.genre.code}s" for declare in types.fiches())
    return [donnees for dossier in dossiers for donnees in lire(dossier)]
