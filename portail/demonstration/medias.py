"""Documents and drawings of the demonstration, made at load time; each once, by its key."""

from collections.abc import Callable
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from portail.demonstration.lecture import lire_un
from portail.demonstration.prefabrique import DESSINS, pdf, png
from ressources.models import DocumentPortail, ImagePortail


def _fabrique(nom: str, faire: Callable[[], bytes]) -> bytes:
    """The file made beforehand by `prefabrique`, or made now."""
    fichier = settings.DOSSIER_VAR / "fabrique" / nom
    return fichier.read_bytes() if fichier.exists() else faire()


def document(nom: str, piliers: list[str]) -> DocumentPortail:
    """The PDF made from contenu/pdf/<nom>.yaml; an existing one (maybe replaced by an editor) is kept."""
    if existant := DocumentPortail.objects.filter(cle_chargement=nom).first():
        return existant
    donnees = lire_un(f"pdf/{nom}.yaml")
    contenu = _fabrique(f"{nom}.pdf", lambda: pdf(nom, piliers))
    nouveau = DocumentPortail.objects.create(
        title=donnees["titre"],
        langue=donnees["langue"],
        genre=DocumentPortail.Genre.OUTIL,
        auteurs="Passe-savoirs",
        resume_fr=donnees["resume"]["fr"],
        resume_en=donnees["resume"]["en"],
        cle_chargement=nom,
        file=ContentFile(contenu, name=f"{nom}.pdf"),
    )
    nouveau.get_file_size(), nouveau.get_file_hash()  # each keeps what it reads, as the upload form does
    return nouveau


def dessin(nom: str, langue: str) -> ImagePortail:
    """The raster of a drawing of ours: its version in `langue` when labels make one, else the only one."""
    if (DESSINS / f"{nom}.{langue}.svg").exists():
        nom = f"{nom}.{langue}"
    cle = f"dessin-{nom}"
    if existant := ImagePortail.objects.filter(cle_chargement=cle).first():
        return existant
    fichier = ImageFile(BytesIO(_fabrique(f"{nom}.png", lambda: png(nom))), name=f"{nom}.png")
    return ImagePortail.objects.create(
        title=nom, file=fichier, cle_chargement=cle, credit="Passe-savoirs, CC BY 4.0"
    )
