"""From boundaries in degrees to short SVG paths, once: `manage.py dessiner_carte` keeps the result in git.

Québec Lambert (EPSG:32198: parallels 46 and 60, origin 44 N 68.5 W), on a sphere: the drawing is 340 units wide for
1500 km, so the ellipsoid would not show.
"""

from itertools import pairwise
from math import cos, log, pi, radians, sin, tan
from typing import Any

LARGEUR = 340
DECIMALES = 1  # 0.1 unit is 450 m
RAYON = 6371.0
_P1, _P2, _LAT0, _LON0 = radians(46), radians(60), radians(44), radians(-68.5)
_N = log(cos(_P1) / cos(_P2)) / log(tan(pi / 4 + _P2 / 2) / tan(pi / 4 + _P1 / 2))
_F = cos(_P1) * tan(pi / 4 + _P1 / 2) ** _N / _N
_RHO0 = RAYON * _F / tan(pi / 4 + _LAT0 / 2) ** _N

Point = tuple[float, float]
Anneau = list[Point]


def projeter(longitude: float, latitude: float) -> Point:
    """Kilometres east and south of the origin, from degrees."""
    rho = RAYON * _F / tan(pi / 4 + radians(latitude) / 2) ** _N
    angle = _N * (radians(longitude) - _LON0)
    return rho * sin(angle), rho * cos(angle) - _RHO0


def anneaux(geometrie: dict[str, Any]) -> list[Anneau]:
    """The projected rings of a GeoJSON Polygon or MultiPolygon."""
    coordonnees = geometrie["coordinates"]
    polygones = coordonnees if geometrie["type"] == "MultiPolygon" else [coordonnees]
    return [[projeter(x, y) for x, y, *_ in anneau] for polygone in polygones for anneau in polygone]


def aire(anneau: Anneau) -> float:
    """Signed area of a closed ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(anneau)) / 2


def centre(anneau: Anneau) -> Point:
    """A point well inside a ring: the middle of its widest crossing, at the heights near its own middle."""
    hauts = [y for _x, y in anneau]
    bas, etendue = min(hauts), max(hauts) - min(hauts)
    essais = (_traversee(anneau, bas + etendue * part / 20) for part in range(6, 15))
    return max(essais, key=lambda essai: essai[0])[1]


def _traversee(anneau: Anneau, y: float) -> tuple[float, Point]:
    """The width of the widest crossing at height `y`, and its middle."""
    coupes = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(anneau)
        if (y1 > y) != (y2 > y)
    )
    largeurs = [(b - a, ((a + b) / 2, y)) for a, b in zip(coupes[::2], coupes[1::2], strict=False)]
    return max(largeurs, default=(0.0, (0.0, y)))


def _court(valeur: float) -> str:
    return f"{valeur:.{DECIMALES}f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0"


def trace(anneaux_en_unites: list[Anneau]) -> str:
    """An SVG path in relative steps, each rounded from where the last one ended: shared borders stay shared."""
    morceaux = []
    for anneau in anneaux_en_unites:
        points = list(dict.fromkeys((round(x, DECIMALES), round(y, DECIMALES)) for x, y in anneau))
        if len(points) < 3:
            continue
        pas = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
        suite = "".join(f"{_joint(_court(dx), True)}{_joint(_court(dy))}" for dx, dy in pas)
        morceaux.append(f"M{_court(points[0][0])} {_court(points[0][1])}l{suite.lstrip()}z")
    return "".join(morceaux)


def _joint(nombre: str, premier: bool = False) -> str:
    """A space only where a sign does not already part two numbers."""
    return nombre if nombre.startswith("-") else f" {nombre}"


def fond(regions: list[dict[str, Any]]) -> dict[str, Any]:
    """From GeoJSON features (`code`, `nom`) to {largeur, hauteur, regions: {code: {trace, centre, boite}}} in units."""
    projetees = {r["properties"]["code"]: anneaux(r["geometry"]) for r in regions}
    points = [point for suite in projetees.values() for anneau in suite for point in anneau]
    gauche, haut = min(x for x, _ in points), min(y for _, y in points)
    echelle = (LARGEUR - 2) / (max(x for x, _ in points) - gauche)
    hauteur = (max(y for _, y in points) - haut) * echelle + 2

    def unites(anneau: Anneau) -> Anneau:
        return [((x - gauche) * echelle + 1, (y - haut) * echelle + 1) for x, y in anneau]

    return {
        "largeur": LARGEUR,
        "hauteur": round(hauteur, 1),
        "regions": {code: _region([unites(a) for a in suite]) for code, suite in sorted(projetees.items())},
    }


def _region(suite: list[Anneau]) -> dict[str, Any]:
    principal = max(suite, key=lambda anneau: abs(aire(anneau)))
    x, y = centre(principal)
    boite = [min(p[0] for p in principal), min(p[1] for p in principal)]
    boite += [max(p[0] for p in principal), max(p[1] for p in principal)]
    return {
        "trace": trace(suite),
        "centre": [round(x, 1), round(y, 1)],
        "boite": [round(v, 1) for v in boite],
    }
