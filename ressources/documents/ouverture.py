"""A PDF that asks for a password is of no use to a visitor: refused when it is uploaded, as the guide says."""

import tempfile
from pathlib import Path, PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from ressources.documents.extraction import Limites, extraire

PREMIERE_PAGE = Limites(secondes_processeur=5, secondes=10, pages=1)


def verifier_ouverture(fichier: File) -> None:
    """Raises ValidationError for a PDF that nobody can open without its password; reads its first page, no more."""
    if PurePath(fichier.name or "").suffix.lower() != ".pdf":
        return
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copie:
        fichier.seek(0)
        for morceau in fichier.chunks():
            copie.write(morceau)
        copie.flush()
        fichier.seek(0)
        if extraire(Path(copie.name), PREMIERE_PAGE).etat == "chiffre":
            raise ValidationError(
                _(
                    "Ce PDF demande un mot de passe pour s’ouvrir. Enregistrez-en une copie sans mot de passe."
                ),
                code="chiffre",
            )
