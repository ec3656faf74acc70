"""The map as SVG: regions that are links, a pattern for each class of counts, a closer view of the south."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

DONNEES = Path(__file__).parents[1] / "donnees" / "carte.json"
SEUILS = (1, 2, 4)  # a region bears class 1 from one, class 2 from two, class 3 from four
SUD = (56.0, 356.0, 96.0, 60.0)  # x, y, width, height of the closer view: from Gatineau's hills to the Beauce
# Where two names would hide the place they name: a name at some distance, and a line to it.
RENVOIS = {"13": (-52, -36), "06": (-72, 18)}
# Regions of which the closer view shows an end: where their name stands there, in the units of the whole.
BORDS = {"04": (103.0, 364.5), "03": (137.5, 362.5)}
LETTRE = 6.2  # the width of a letter of a name, in units
MARGE = 4


@dataclass(frozen=True)
class Place:
    """What a territory shows: `titre` says it in full, with its counts, to those who do not see the drawing."""

    code: str
    nom: str
    url: str
    titre: str
    total: int

    @property
    def classe(self) -> int:
        """0 to 3, by SEUILS."""
        return sum(self.total >= seuil for seuil in SEUILS)


@cache
def fond() -> dict[str, Any]:
    """The background, as `dessiner_carte` wrote it."""
    return json.loads(DONNEES.read_text())


# One pattern by class: (its side, what it draws); nothing for a territory where nothing is known yet.
_MOTIFS = (
    (6, '<path class="m-fond1" d="M0 0h6v6H0z"/><circle class="m-encre" cx="3" cy="3" r="1"/>'),
    (5, '<path class="m-fond2" d="M0 0h5v5H0z"/><path class="m-ligne" d="M-1 1l2-2M0 5l5-5M4 6l2-2"/>'),
    (4, '<path class="m-fond3" d="M0 0h4v4H0z"/><path class="m-clair" d="M0 2h4M2 0v4"/>'),
)


def motifs(prefixe: str, echelle: float = 1) -> str:
    """The patterns of the classes, as wide on the paper whatever the scale of the view that they fill."""
    taille = f' patternTransform="scale({1 / echelle:.3g})"' if echelle != 1 else ""
    return "".join(
        f'<pattern id="{prefixe}-{rang}" width="{cote}" height="{cote}" patternUnits="userSpaceOnUse"{taille}>'
        f"{motif}</pattern>"
        for rang, (cote, motif) in enumerate(_MOTIFS, 1)
    )


def remplissage(classe: int, prefixe: str = "m") -> str:
    """The fill of a class."""
    return f' fill="url(#{prefixe}-{classe})"' if classe else ' class="m-vide"'


def _region(place: Place, principale: bool, prefixe: str = "m") -> str:
    """A region as a link, its first drawing or a repeat that the keyboard passes over."""
    forme = f'<use href="#r-{place.code}"{remplissage(place.classe, prefixe)}/>'
    if principale:
        dit = escape(place.titre)
        return f'<a href="{escape(place.url)}" aria-label="{dit}"><title>{dit}</title>{forme}</a>'
    return f'<a href="{escape(place.url)}" tabindex="-1" aria-hidden="true">{forme}</a>'


def _dans_le_sud(code: str) -> bool:
    x, y = fond()["regions"][code]["centre"]
    gauche, haut, largeur, hauteur = SUD
    return gauche < x < gauche + largeur and haut < y < haut + hauteur


def _formes() -> str:
    regions = fond()["regions"].items()
    traces = "".join(f'<path id="r-{code}" d="{region["trace"]}"/>' for code, region in regions)
    return f"<defs>{motifs('m')}{traces}</defs>"


def _svg(nom: str, largeur: float, hauteur: float, contenu: str) -> str:
    return (
        f'<svg class="carte-quebec" viewBox="0 0 {largeur:g} {hauteur:g}" role="group"'
        f' aria-label="{escape(nom)}">{contenu}</svg>'
    )


def province(places: Mapping[str, Place], nom: str) -> str:
    """All of Québec; the regions that the closer view shows better are repeats here."""
    dessin = fond()
    regions = "".join(_region(places[code], not _dans_le_sud(code)) for code in dessin["regions"])
    gauche, haut, largeur, hauteur = SUD
    cadre = f'<rect class="m-cadre" x="{gauche}" y="{haut}" width="{largeur}" height="{hauteur}" rx="2"/>'
    comptes = "".join(_nom_ou_compte(places[code]) for code in dessin["regions"] if not _dans_le_sud(code))
    return _svg(nom, dessin["largeur"], dessin["hauteur"], _formes() + regions + comptes + cadre)


def _nom_ou_compte(place: Place) -> str:
    """In the view of all Québec: the name where the region is wide enough for it, else its count alone."""
    region = fond()["regions"][place.code]
    gauche, _haut, droite, _bas = region["boite"]
    nom = _mots(place)
    if len(nom) * LETTRE < droite - gauche:
        return _mot(*region["centre"], nom, "m-nom")
    return _mot(*region["centre"], str(place.total), "m-compte") if place.total else ""


def _mots(place: Place) -> str:
    return f"{place.nom}, {place.total}" if place.total else place.nom


def sud(places: Mapping[str, Place], nom: str) -> str:
    """The south closer, with names."""
    gauche, haut, largeur, hauteur = SUD
    dessin = fond()
    echelle = dessin["largeur"] / largeur
    haute = hauteur * echelle
    boite = f"{gauche:g} {haut:g} {largeur:g} {hauteur:g}"
    regions = "".join(_region(places[code], _dans_le_sud(code), "s") for code in dessin["regions"])
    regions = f"<defs>{motifs('s', echelle)}</defs>{regions}"
    vue = f'<svg class="rapprochee" width="{dessin["largeur"]}" height="{haute:g}" viewBox="{boite}">{regions}</svg>'
    nommees = [code for code in dessin["regions"] if code in BORDS or _dans_le_sud(code)]
    noms = "".join(_nom(places[code], echelle) for code in nommees)
    return _svg(nom, dessin["largeur"], haute, vue + noms)


def _nom(place: Place, echelle: float) -> str:
    x, y = BORDS.get(place.code) or fond()["regions"][place.code]["centre"]
    x, y = (x - SUD[0]) * echelle, (y - SUD[1]) * echelle
    dx, dy = RENVOIS.get(place.code, (0, 0))
    trait = f'<path class="m-renvoi" d="M{x:.0f} {y:.0f}l{dx * 0.8:.0f} {dy * 0.8:.0f}"/>' if dx or dy else ""
    mots = _mots(place)
    demi = len(mots) * LETTRE / 2 + MARGE  # whole within the view, even beside its edge
    return trait + _mot(min(max(x + dx, demi), fond()["largeur"] - demi), y + dy, mots, "m-nom")


def _mot(x: float, y: float, mots: str, classe: str) -> str:
    """A word on the map: seen only, for each link already says it."""
    return (
        f'<text class="{classe}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle" aria-hidden="true">'
        f"{escape(mots)}</text>"
    )


def pastille(classe: int) -> str:
    """The pattern of a class, for the legend and the places beside the map."""
    forme = f'<path d="M1 1h22v14H1z"{remplissage(classe)}/>'
    return f'<svg class="pastille" viewBox="0 0 24 16" aria-hidden="true" focusable="false">{forme}</svg>'


def places_par_code(places: Iterable[Place]) -> dict[str, Place]:
    """By code."""
    return {place.code: place for place in places}
