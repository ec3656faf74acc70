"""Makes the PDFs and rasters of the demonstration beforehand, without the database.

`make run` does it in a process beside while the database is being made; the loader makes by itself whatever is
not there yet.
"""

from collections.abc import Iterator
from pathlib import Path

from portail.demonstration.fabrique_images import rasteriser
from portail.demonstration.fabrique_pdf import fabriquer
from portail.demonstration.lecture import lire, lire_un

DESSINS = Path(__file__).parent / "dessins"
LARGEUR = 1400


def pdf(nom: str, piliers: list[str]) -> bytes:
    """The PDF made from contenu/pdf/<nom>.yaml."""
    return fabriquer(lire_un(f"pdf/{nom}.yaml"), piliers)


def png(nom: str) -> bytes:
    """The raster of the drawing dessins/<nom>.svg."""
    return rasteriser((DESSINS / f"{nom}.svg").read_text(), LARGEUR)


def travaux() -> Iterator[tuple[str, list[str]]]:
    """(PDF name, pillars of the sheet that attaches it), in the order in which the loader asks for them."""
    for donnees in lire("outils"):
        for joint in donnees.get("documents") or []:
            yield joint["pdf"], donnees.get("piliers", [])


def poser(dossier: Path, nom: str, contenu: bytes) -> None:
    """Writes a whole file at once: the loader must never read half of one."""
    provisoire = dossier / f".{nom}"
    provisoire.write_bytes(contenu)
    provisoire.replace(dossier / nom)


def prefabriquer(dossier: Path) -> None:
    """Fills `dossier` with all the drawings, then all the PDFs."""
    dossier.mkdir(parents=True, exist_ok=True)
    for dessin in sorted(DESSINS.glob("*.svg")):
        poser(dossier, f"{dessin.stem}.png", png(dessin.stem))
    for nom, piliers in dict.fromkeys((nom, tuple(p)) for nom, p in travaux()):
        poser(dossier, f"{nom}.pdf", pdf(nom, list(piliers)))
