"""The secret key of a local installation: drawn once, kept in a file that only its owner reads."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def secret_local(fichier: Path) -> str:
    """Returns the key kept in `fichier`, writing a new one there the first time."""
    fichier.parent.mkdir(parents=True, exist_ok=True)
    try:
        descripteur = os.open(fichier, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return fichier.read_text().strip()
    with os.fdopen(descripteur, "w") as sortie:
        cle = get_random_secret_key()
        sortie.write(cle)
    return cle
