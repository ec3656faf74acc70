"""The picture that goes with a shared link: the sheet's quilt, its title, the site's name. 1200 x 630, PNG."""

import hashlib
from functools import lru_cache
from html import escape
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from PIL import ImageFont
from wagtail.models import Page

from portail.demonstration.fabrique_images import POLICES, rasteriser
from ressources.images.courtepointe import COULEURS, TUILE, courtepointe

LARGEUR, HAUTEUR = 1200, 630
VERSION = 1  # raise when the drawing changes: addresses carry it
MARGE, CORPS, LIGNES_MAX = 64, 62, 4
BANDE = 5  # columns of the quilt, at the right
PAPIER, ENCRE, DOUX = "#FBF8F2", "#1C2430", "#4A5361"


def marque(page: Page) -> str:
    """A short hash of what the picture shows: another title, another address, so caches may keep it for ever."""
    dit = [str(VERSION), page.title, settings.SITE_NOM, *_piliers(page)]
    return hashlib.sha256("\x00".join(dit).encode()).hexdigest()[:10]


def adresse_vignette(page: Page) -> str:
    """The path of the picture of a page."""
    arguments = [page.locale.language_code, page.translation_key, marque(page)]
    return reverse("vignette", args=arguments)


def vignette(page: Any) -> bytes:
    """The PNG of a page's picture."""
    piliers = _piliers(page)
    quilt = courtepointe(str(page.translation_key), piliers, BANDE, 7)
    hauteur_quilt = 7 * TUILE * 2
    gauche = LARGEUR - BANDE * TUILE * 2
    lignes = couper(page.title, gauche - 2 * MARGE)
    couleur = COULEURS.get(piliers[0] if piliers else "", (ENCRE,))[0]
    with override(page.locale.language_code):
        genre = str(page.specific_class._meta.verbose_name) if page.specific_class else ""
    texte = "".join(
        f'<text x="{MARGE}" y="{210 + rang * 76}" font-family="Bricolage Grotesque" font-weight="700"'
        f' font-size="{CORPS}" fill="{ENCRE}">{escape(ligne)}</text>'
        for rang, ligne in enumerate(lignes)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LARGEUR} {HAUTEUR}" width="{LARGEUR}"'
        f' height="{HAUTEUR}" font-family="Atkinson Hyperlegible Next">'
        f'<rect width="{LARGEUR}" height="{HAUTEUR}" fill="{PAPIER}"/>'
        f'<svg x="{gauche}" y="0" width="{LARGEUR - gauche}" height="{hauteur_quilt}"'
        f' viewBox="0 0 {BANDE * TUILE} {7 * TUILE}">{quilt}</svg>'
        f'<rect x="{MARGE}" y="96" width="56" height="8" fill="{couleur}"/>'
        f'<text x="{MARGE + 72}" y="110" font-size="28" fill="{DOUX}">{escape(genre.capitalize())}</text>'
        f'{texte}<text x="{MARGE}" y="{HAUTEUR - 56}" font-size="34" font-weight="700" fill="{ENCRE}">'
        f"{escape(settings.SITE_NOM)}</text></svg>"
    )
    return rasteriser(svg, LARGEUR)


def couper(titre: str, largeur: float) -> list[str]:
    """A title in lines that fit in `largeur` pixels, four at most; an ellipsis says that something is missing."""
    lignes = [""]
    for mot in titre.split():
        essai = f"{lignes[-1]} {mot}".strip()
        if _police().getlength(essai) <= largeur or not lignes[-1]:
            lignes[-1] = essai
        else:
            lignes.append(mot)
    if len(lignes) <= LIGNES_MAX:
        return lignes
    derniere = lignes[LIGNES_MAX - 1]
    while derniere and _police().getlength(derniere + "…") > largeur:
        derniere = derniere.rpartition(" ")[0]
    return [*lignes[: LIGNES_MAX - 1], derniere + "…"]


@lru_cache(maxsize=1)
def _police() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(next(p for p in POLICES if "bricolage" in p), CORPS)


def _piliers(page: Any) -> list[str]:
    return [pilier.code for pilier in page.piliers_ordonnes] if hasattr(page, "piliers_ordonnes") else []
