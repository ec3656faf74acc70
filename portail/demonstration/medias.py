"""Documents and drawings of the demonstration, made at load time; each once, by its key."""

from functools import cache
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from portail.demonstration.fabrique_images import rasteriser
from portail.demonstration.fabrique_pdf import fabriquer
from portail.demonstration.lecture import lire_un
from ressources.models import DocumentPortail, ImagePortail

DESSINS = Path(__file__).parent / "dessins"
LARGEUR = 1400


def document(nom: str, piliers: list[str]) -> DocumentPortail:
    """The PDF made from contenu/pdf/<nom>.yaml; an existing one (maybe replaced by an editor) is kept."""
    if existant := DocumentPortail.objects.filter(cle_chargement=nom).first():
        return existant
    donnees = lire_un(f"pdf/{nom}.yaml")
    contenu = fabriquer(donnees, piliers)
    return DocumentPortail.objects.create(
        title=donnees["titre"],
        langue=donnees["langue"],
        cle_chargement=nom,
        file=ContentFile(contenu, name=f"{nom}.pdf"),
    )


@cache
def _png(chemin: Path) -> bytes:
    return rasteriser(chemin.read_text(), LARGEUR)


def dessin(nom: str, langue: str) -> ImagePortail:
    """The raster of a drawing of ours: its version in `langue` when labels make one, else the only one."""
    chemin = DESSINS / f"{nom}.{langue}.svg"
    if not chemin.exists():
        chemin = DESSINS / f"{nom}.svg"
    cle = f"dessin-{chemin.stem}"
    if existant := ImagePortail.objects.filter(cle_chargement=cle).first():
        return existant
    fichier = ImageFile(BytesIO(_png(chemin)), name=f"{chemin.stem}.png")
    return ImagePortail.objects.create(
        title=chemin.stem, file=fichier, cle_chargement=cle, credit="Passe-savoirs, CC BY 4.0"
    )
