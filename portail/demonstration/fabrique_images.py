"""Rasters of our own drawings and quilts, for where Wagtail or social networks want pixels."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from pathlib import Path

import resvg_py
from PIL import Image

from ressources.images.courtepointe import TUILE, courtepointe

POLICES = sorted(str(p) for p in (Path(__file__).parent / "polices").glob("*.ttf"))
COLONNES = 8  # of a cover
TEINTES = 128  # flat drawings: their few colours and the edges between them


def rasteriser(svg: str, largeur: int) -> bytes:
    """Return the PNG of a drawing of ours, `largeur` pixels wide, in its own proportions.

    The same drawing gives the same bytes on every machine: only our own fonts are used. ValueError for an
    unreadable SVG. Not for drawings of strangers: an SVG may be as slow to draw as its author wishes.
    """
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=largeur,
        font_files=POLICES,
        skip_system_fonts=True,
        sans_serif_family="Atkinson Hyperlegible Next",
    )
    return _alleger(bytes(png))


def couverture_png(cle: str, piliers: Sequence[str] = (), largeur: int = 1200, hauteur: int = 630) -> bytes:
    """Return the PNG of the quilt of a sheet, for cards on social networks: `largeur` x `hauteur` pixels."""
    rangs = ceil(COLONNES * hauteur / largeur)
    svg = courtepointe(cle, piliers, COLONNES, rangs)
    entier = f'viewBox="0 0 {COLONNES * TUILE} {rangs * TUILE}"'
    visible = COLONNES * TUILE * hauteur / largeur
    haut = (rangs * TUILE - visible) / 2  # the outer rows lose as much at the top as at the bottom
    cadre = f'viewBox="0 {haut:g} {COLONNES * TUILE} {visible:g}" width="{largeur}" height="{hauteur}"'
    return rasteriser(svg.replace(entier, cadre, 1), largeur)


def _alleger(png: bytes) -> bytes:
    """Keep a palette: half the weight, no difference to the eye in flat colours."""
    tampon = BytesIO()
    with Image.open(BytesIO(png)) as image:
        # Our drawings have an opaque ground: no alpha to keep.
        reduite = image.convert("RGB").quantize(TEINTES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        reduite.save(tampon, "PNG")
    return tampon.getvalue()
