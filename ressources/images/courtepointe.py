"""Sews a patchwork quilt (courtepointe) as SVG: the same key always gives the same quilt.

Each pillar owns a shape and a colour, so colour never speaks alone. A sheet's quilt is sewn from its own
pillars, the first one dominant. Patches of one colour share one path: 16 paths at most, no id to collide.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

TUILE = 48  # side of a tile, in SVG units
COULEURS = {  # vivid, pale
    "ENF": ("#E4573D", "#F9D9CE"),
    "PAR": ("#2A6DB8", "#D3E4F5"),
    "CDV": ("#2F8557", "#D2EBDB"),
    "AGE": ("#EDAE2B", "#FCEBC5"),
}
SIGNES = {  # viewBox 0 0 24 24
    "ENF": '<circle cx="12" cy="12" r="11"/>',
    "PAR": '<path d="M1 23V12a11 11 0 0 1 22 0v11h-6V12a5 5 0 0 0-10 0v11z"/>',
    "CDV": '<path d="M2 23V10L12 1l10 9v13z"/>',
    "AGE": '<path d="M12 1a11 11 0 0 1 11 11 11 11 0 0 1-11 11A11 11 0 0 1 1 12h11z"/>',
}
SIGNE_NEUTRE = '<path d="M2 2h20v20H2z"/>'

Pas = tuple[float, ...]  # (dx, dy) a straight line; (rayon, grand, sens, dx, dy) a circular arc
Trace = tuple[tuple[float, float], tuple[Pas, ...]]  # starting point in the tile, then relative steps
Chemin = tuple[str, bool, str]  # pillar, vivid (else pale), path data

_DEMI = (24, 0, 1, 48, 0)
FORMES: dict[str, tuple[Trace, ...]] = {
    "ENF": (
        ((7, 24), ((17, 0, 1, 34, 0), (17, 0, 1, -34, 0))),
        ((0, 0), ((48, 0), (0, 24), (24, 0, 1, -48, 0))),
        ((0, 24), (_DEMI, (24, 0, 1, -48, 0))),
    ),
    "PAR": (
        ((0, 48), ((48, 0, 1, 48, -48), (0, 48))),
        ((0, 48), ((0, -24), _DEMI, (0, 24), (-14, 0), (0, -24), (10, 0, 0, -20, 0), (0, 24))),
    ),
    "CDV": (
        ((0, 48), ((24, -42), (24, 42))),
        ((0, 0), ((48, 0), (-48, 48))),
        ((6, 48), ((0, -26), (18, -16), (18, 16), (0, 26))),
    ),
    "AGE": (
        ((24, 0), ((24, 0, 1, 24, 24), (24, 0, 1, -24, 24), (24, 0, 1, -24, -24), (24, 0))),
        ((0, 0), ((24, 0, 1, 24, 24), (24, 0, 1, 24, -24), (0, 48), (-48, 0))),
    ),
}


def hasard(cle: str) -> Iterator[int]:
    """Yield an endless, reproducible stream of integers 0-255 for the key."""
    graine = cle.encode("utf-8", "surrogatepass")
    while True:
        graine = hashlib.sha256(graine).digest()
        yield from graine


def _tourner(dx: float, dy: float, quarts: int) -> tuple[float, float]:
    for _ in range(quarts):
        dx, dy = -dy, dx
    return dx, dy


def _nombres(*valeurs: float) -> str:
    """Join numbers the short SVG way: a minus sign separates by itself."""
    return " ".join(f"{v:g}" for v in valeurs).replace(" -", "-")


def _pas(pas: Pas, quarts: int) -> str:
    dx, dy = _tourner(pas[-2], pas[-1], quarts)
    if len(pas) == 5:
        return "a" + _nombres(pas[0], pas[0], 0, pas[1], pas[2], dx, dy)
    if dy == 0:
        return "h" + _nombres(dx)
    return "v" + _nombres(dy) if dx == 0 else "l" + _nombres(dx, dy)


@lru_cache(maxsize=64)
def _forme_tournee(pilier: str, numero: int, quarts: int) -> tuple[float, float, str]:
    """Return the starting point in the tile, then the relative path, of a shape turned by quarter turns."""
    (x, y), pas = FORMES[pilier][numero]
    dx, dy = _tourner(x - TUILE / 2, y - TUILE / 2, quarts)
    return dx + TUILE / 2, dy + TUILE / 2, "".join(_pas(p, quarts) for p in pas) + "z"


def carres(
    cle: str, piliers: Sequence[str] = (), colonnes: int = 6, rangs: int = 4
) -> Iterator[tuple[int, int, str, bool, int, int]]:
    """Yield each square of a quilt: column, row, pillar, vivid ground or not, shape number, quarter turns."""
    de = hasard(cle)
    siens = [p for p in piliers if p in COULEURS]
    palette = siens or list(COULEURS)
    for y in range(rangs):
        for x in range(colonnes):
            dominant = bool(siens) and next(de) % 5 < 2
            pilier = palette[0] if dominant else palette[next(de) % len(palette)]
            fond_vif = next(de) % 3 == 0
            yield x, y, pilier, fond_vif, next(de) % len(FORMES[pilier]), next(de) % 4


def chemins(
    cle: str, piliers: Sequence[str] = (), colonnes: int = 6, rangs: int = 4
) -> tuple[list[Chemin], list[Chemin]]:
    """Return the grounds then the shapes of a quilt, one path by colour: pillar, vivid or pale, path data."""
    fonds: dict[tuple[str, bool], list[str]] = defaultdict(list)
    dessus: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for x, y, pilier, fond_vif, numero, quarts in carres(cle, piliers, colonnes, rangs):
        fonds[pilier, fond_vif].append(f"M{_nombres(x * TUILE, y * TUILE)}h48v48h-48z")
        dx, dy, trace = _forme_tournee(pilier, numero, quarts)
        dessus[pilier, not fond_vif].append(f"M{_nombres(x * TUILE + dx, y * TUILE + dy)}{trace}")
    return _par_couleur(fonds), _par_couleur(dessus)


def _par_couleur(morceaux: dict[tuple[str, bool], list[str]]) -> list[Chemin]:
    return [(pilier, vif, "".join(d)) for (pilier, vif), d in sorted(morceaux.items())]


def classe(pilier: str, vif: bool) -> str:
    """Return the CSS class of a fill: `q-enf` vivid, `q-enf-p` pale."""
    return f"q-{pilier.lower()}" + ("" if vif else "-p")


def _traits(chemins_: list[Chemin]) -> str:
    return "".join(
        f'<path class="{classe(p, vif)}" fill="{COULEURS[p][0 if vif else 1]}" d="{d}"/>'
        for p, vif, d in chemins_
    )


def courtepointe(cle: str, piliers: Sequence[str] = (), colonnes: int = 6, rangs: int = 4) -> str:
    """Return the SVG text of a quilt of `colonnes` x `rangs` tiles, decorative for assistive technology.

    `piliers`: codes, the first one dominant; unknown codes are ignored; none means all four in equal parts.
    `cle` only seeds the drawing and never reaches the output.
    """
    fonds, dessus = chemins(cle, piliers, colonnes, rangs)
    # Grounds are squares on a grid: without antialiasing no seam of paper shows between two of them.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="courtepointe" viewBox="0 0 {colonnes * TUILE} '
        f'{rangs * TUILE}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">'
        f'<g shape-rendering="crispEdges">{_traits(fonds)}</g>{_traits(dessus)}</svg>'
    )


def forme(code: str) -> str:
    """Return a pillar's sign as SVG, in the colour of the text; a plain square for an unknown code."""
    connu = code in SIGNES
    nom = f"forme forme-{code.lower()}" if connu else "forme"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{nom}" viewBox="0 0 24 24" fill="currentColor" '
        f'aria-hidden="true" focusable="false">{SIGNES.get(code, SIGNE_NEUTRE)}</svg>'
    )
