"""The four ways to draw figures. Every scale starts at 0, every mark bears its value."""

from collections.abc import Callable
from itertools import count
from textwrap import wrap

from ressources.graphiques.trace import (
    CORPS,
    LARGEUR,
    LIGNE,
    definitions,
    ecrit,
    identifiant,
    nombre,
    paragraphe,
    rectangle,
    svg,
    texte,
)
from ressources.graphiques.valeurs import Barre, Dessin, Groupe

EPAISSEUR = 26  # of a bar
RESERVE = 76  # at the right, for the value of the longest bar
SERRES = 70  # between two dots whose words would touch
BORD = 24  # from an end of the scale, where centred words would be cut
ESPACE = 14  # between two groups
PAS = 11  # between two counted dots
PAR_RANG = 30  # counted dots in a row
MARQUES_MAX = 300  # of them for one figure: more, and nobody counts


def _barre(dessin: Dessin, barre: Barre, y: float, debut: float = 0) -> str:
    """A bar on its track, from zero, its value at its end; a value that has no number stands alone."""
    piste = LARGEUR - RESERVE - debut
    trace = rectangle(debut, y, piste, EPAISSEUR, "g-piste")
    if barre.nombre is None:
        return trace + texte(debut + 7, y + EPAISSEUR - 8, barre.texte, "g-valeur")
    rang = dessin.series.index(barre.serie)
    zero, bout = (debut + piste * dessin.place(valeur) for valeur in (0, barre.nombre))
    if barre.nombre:
        motif = identifiant(dessin.cle, rang)
        trace += rectangle(
            min(zero, bout), y, max(abs(bout - zero), 1), EPAISSEUR, f"g-{rang % 3 + 1}", motif
        )
    if dessin.bornes[0] < 0 or not barre.nombre:
        trace += f'<path class="g-axe" d="M{nombre(zero)} {nombre(y - 2)}v{EPAISSEUR + 4}"/>'
    return trace + texte(max(zero, bout) + 7, y + EPAISSEUR - 8, barre.texte, "g-valeur")


def barres(dessin: Dessin) -> tuple[str, float]:
    """One bar by figure, its label above it: nothing to look up in a legend."""
    trace, y = "", 0.0
    for groupe in dessin.groupes:
        mots, y = paragraphe(y, groupe.etiquette)
        trace += mots
        for barre in groupe.barres:
            trace += _barre(dessin, barre, y)
            y += EPAISSEUR + 4
        y += ESPACE
    return trace, y - ESPACE


def groupees(dessin: Dessin) -> tuple[str, float]:
    """A bar by series in each group, the series written before its bar."""
    trace, y = definitions(dessin.cle, len(dessin.series)), 0.0
    for groupe in dessin.groupes:
        mots, y = paragraphe(y, groupe.etiquette)
        trace += mots
        for barre in groupe.barres:
            trace += texte(0, y + EPAISSEUR - 8, barre.serie, "g-serie") + _barre(dessin, barre, y, 46)
            y += EPAISSEUR + 4
        y += ESPACE
    return trace, y - ESPACE


def _point(barre: Barre, x: float, y: float, ancre: str, dernier: bool) -> str:
    """A ring for what came first, a disc for the last: shape tells them apart; year beneath, value above."""
    bord = {"start": x - 8, "end": x + 8}.get(ancre, x)
    return (
        f'<circle class="{"g-fin" if dernier else "g-debut"}" cx="{nombre(x)}" cy="{nombre(y)}" r="8"/>'
        + texte(bord, y - 14, barre.texte, "g-valeur", ancre)
        + texte(bord, y + 26, barre.serie, "g-serie", ancre)
    )


def _ancres(places: list[float]) -> list[str]:
    """Where the words of each dot hang: outwards when two dots are close, inwards near an end of the scale."""
    if len(places) > 1 and places[-1] - places[0] < SERRES:
        return ["end", *["middle"] * (len(places) - 2), "start"]
    return ["start" if x < BORD else "end" if x > LARGEUR - BORD else "middle" for x in places]


def _axe(dessin: Dessin, places: list[float], y: float) -> str:
    """The scale, its two ends said where no dot stands in the way."""
    bas, haut = dessin.bornes
    trace = f'<path class="g-axe" d="M10 {nombre(y)}H{LARGEUR - 10}"/>'
    if bas < 0:
        trace += f'<path class="g-axe" d="M{nombre(_abscisse(dessin, 0))} {nombre(y - 6)}v12"/>'
    if min(places) > 2 * BORD:
        trace += texte(2, y + 26, ecrit(bas), "g-serie")
    if max(places) < LARGEUR - 2 * BORD:
        trace += texte(LARGEUR - 2, y + 26, ecrit(haut), "g-serie", "end")
    return trace


def _abscisse(dessin: Dessin, valeur: float) -> float:
    return 10 + (LARGEUR - 20) * dessin.place(valeur)


def _evolution(dessin: Dessin, groupe: Groupe, y: float) -> str:
    connues = [barre for barre in groupe.barres if barre.nombre is not None]
    if not connues:
        return texte(0, y + 5, ", ".join(barre.texte for barre in groupe.barres), "g-valeur")
    places = [_abscisse(dessin, barre.nombre) for barre in connues]
    trace = _axe(dessin, places, y)
    if len(places) > 1:
        trace += f'<path class="g-trait" d="M{nombre(places[0])} {nombre(y)}H{nombre(places[-1])}"/>'
    trio = zip(connues, places, _ancres(places), strict=True)
    return trace + "".join(
        _point(barre, x, y, ancre, rang == len(places) - 1) for rang, (barre, x, ancre) in enumerate(trio)
    )


def points(dessin: Dessin) -> tuple[str, float]:
    """On one scale, where each group stood each year."""
    trace, y = "", 0.0
    for groupe in dessin.groupes:
        mots, y = paragraphe(y, groupe.etiquette)
        trace += mots + _evolution(dessin, groupe, y + 34)
        y += 34 + LIGNE + ESPACE + 8
    return trace, y - ESPACE


def _semis(total: int, y: float, classe: str) -> tuple[str, float]:
    """`total` counted dots, as one path; returns it with the height beneath."""
    if not total:
        return "", y
    marques = "".join(
        f"M{nombre(rang % PAR_RANG * PAS + 1)} {nombre(y + rang // PAR_RANG * PAS + 5)}h8v8h-8z"
        for rang in range(total)
    )
    rangs = -(-total // PAR_RANG)
    return f'<path class="{classe}" d="{marques}"/>', y + rangs * PAS + 6


def _par_marque(dessin: Dessin) -> int:
    """How many things a mark stands for: 1, else the first of 2, 5, 10, 20, 50 … that keeps marks countable."""
    plus_grand = max(dessin.nombres, default=0)
    paliers = (chiffre * 10**rang for rang in count() for chiffre in (1, 2, 5))
    return next(palier for palier in paliers if plus_grand <= palier * MARQUES_MAX)


def unites(dessin: Dessin) -> tuple[str, float]:
    """A patch of the quilt for each thing counted, or for as many as the drawing says: no axis is needed."""
    trace, y, par_marque = "", 0.0, _par_marque(dessin)
    for rang, groupe in enumerate(dessin.groupes):
        for barre in groupe.barres:
            trace += texte(0, y + CORPS + 3, barre.texte, "g-valeur g-grand")
            mots, y = _a_droite(y, groupe.etiquette, min(max(58, 12 * len(barre.texte) + 10), LARGEUR / 2))
            semis, y = _semis(round(max(barre.nombre or 0, 0) / par_marque), y, f"g-{rang % 3 + 1}")
            trace += mots + semis
        y += ESPACE
    if par_marque == 1:
        return trace, y - ESPACE
    trace += f'<path class="g-1" d="M1 {nombre(y + 5)}h8v8h-8z"/>' + texte(
        15, y + 14, f"= {ecrit(par_marque)}", "g-serie"
    )
    return trace, y + LIGNE


def _a_droite(y: float, mots: str, x: float) -> tuple[str, float]:
    """The label of a count, beside it."""
    lignes = wrap(mots, int((LARGEUR - x) / 7.6)) or [""]
    trace = "".join(texte(x, y + CORPS + rang * LIGNE, ligne) for rang, ligne in enumerate(lignes))
    return trace, y + len(lignes) * LIGNE + 3


FORMES: dict[str, Callable[[Dessin], tuple[str, float]]] = {
    "barres": barres,
    "groupees": groupees,
    "points": points,
    "unites": unites,
}


def dessiner(forme: str, dessin: Dessin) -> str:
    """The SVG of a chart, escaped and ready to print. KeyError for a form that does not exist."""
    trace, hauteur = FORMES[forme](dessin)
    return svg(dessin.cle, dessin.titre, dessin.description, hauteur + 6, trace)
