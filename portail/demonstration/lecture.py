"""Reads the content files."""

from collections.abc import Iterator
from pathlib import Path

import yaml

DOSSIERS = ("thematiques", "outils", "initiatives", "actions", "bilans")
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
    """All sheets: themes first, for they are what the others point at."""
    return [donnees for dossier in DOSSIERS for donnees in lire(dossier)]
