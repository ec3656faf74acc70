"""The diagram of the theory of change, drawn as SVG: columns of linked boxes, arrows between columns.

Colours come from CSS classes (light and dark), a pattern of its own marks each column, so that colour is never
alone. No text measure is at hand on the server: widths are estimated, a little large.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LARGEUR, ECART, MARGE = 1216, 34, 13  # user units: one is a pixel on a screen of 1280
CORPS, INTERLIGNE = 15.5, 20
CHASSE = 0.53  # mean width of a letter of the text face, in em
ENTETE, BANDE, ENTRE, HAUT_GROUPE = 68, 44, 12, 26
MOTIFS = (
    '<circle cx="5" cy="5" r="2.2"/>',
    '<path d="M0 5h10"/>',
    '<path d="M5 0v10M0 5h10"/>',
    '<path d="M0 10 10 0"/>',
    '<path d="M0 0h10v10H0z"/>',
)


@dataclass(frozen=True)
class Boite:
    """A box: its label, where it leads, the heading that it shares with its neighbours ("" for none)."""

    libelle: str
    url: str
    groupe: str = ""


@dataclass(frozen=True)
class Colonne:
    """A column of boxes under a title."""

    titre: str
    boites: tuple[Boite, ...]


@dataclass(frozen=True)
class _Cadre:
    """Where a column stands: its left edge, the width of its boxes, the letters that a line holds."""

    x: float
    largeur: float

    @property
    def lettres(self) -> int:
        return int((self.largeur - 2 * MARGE) / (CORPS * CHASSE))


def _lignes(texte: str, cadre: _Cadre) -> list[str]:
    # Words are never cut: the longest stands alone on its line.
    return wrap(texte, cadre.lettres, break_long_words=False) or [""]


def _texte(lignes: Sequence[str], x: float, y: float, classe: str = "") -> str:
    suite = "".join(
        f'<tspan x="{x:g}" dy="{INTERLIGNE if i else 0}">{escape(ligne)}</tspan>'
        for i, ligne in enumerate(lignes)
    )
    return f'<text class="{classe or "th-texte"}" x="{x:g}" y="{y:g}">{suite}</text>'


def _hauteur_boite(boite: Boite, cadre: _Cadre) -> float:
    return len(_lignes(boite.libelle, cadre)) * INTERLIGNE + 2 * MARGE - 4


def _hauteur_groupe(groupe: str, cadre: _Cadre) -> float:
    return (len(_lignes(groupe, cadre)) - 1) * INTERLIGNE + HAUT_GROUPE if groupe else 0


def _blocs(colonne: Colonne, cadre: _Cadre) -> list[tuple[str, Boite, float, float]]:
    """(heading to write or "", box, height of the heading, height of the box), from top to bottom."""
    blocs, precedent = [], ""
    for boite in colonne.boites:
        groupe = boite.groupe if boite.groupe != precedent else ""
        precedent = boite.groupe
        blocs.append((groupe, boite, _hauteur_groupe(groupe, cadre), _hauteur_boite(boite, cadre)))
    return blocs


def _hauteur(blocs: list) -> float:
    return sum(h_groupe + h_boite for _g, _b, h_groupe, h_boite in blocs) + ENTRE * (len(blocs) - 1)


def _boite(boite: Boite, cadre: _Cadre, y: float, hauteur: float) -> str:
    texte = _texte(_lignes(boite.libelle, cadre), cadre.x + MARGE, y + MARGE + CORPS - 4)
    return (
        f'<a class="th-lien" href="{escape(boite.url)}">'
        f'<rect class="th-boite" x="{cadre.x:g}" y="{y:g}" width="{cadre.largeur:g}" height="{hauteur:g}" rx="9"/>'
        f"{texte}</a>"
    )


def _entete(rang: int, colonne: Colonne, cadre: _Cadre) -> str:
    """The title of a column over its band of pattern."""
    lignes = _lignes(f"{rang + 1}. {colonne.titre}", cadre)
    return (
        f'<rect class="th-bande" x="{cadre.x:g}" y="{BANDE}" width="{cadre.largeur:g}" height="10" '
        f'fill="url(#th-motif-{rang})"/>' + _texte(lignes, cadre.x, 16 if len(lignes) > 1 else 36, "th-titre")
    )


def _fleche(x: float, y: float) -> str:
    return f'<path class="th-fleche" d="M{x + 6:g} {y:g}h{ECART - 14}m-8 -8 8 8-8 8"/>'


def _colonne(rang: int, colonne: Colonne, cadre: _Cadre, hauteur: float) -> str:
    blocs = _blocs(colonne, cadre)
    y = ENTETE + (hauteur - _hauteur(blocs)) / 2
    morceaux = [_entete(rang, colonne, cadre)]
    for groupe, boite, h_groupe, h_boite in blocs:
        if groupe:
            morceaux.append(_texte(_lignes(groupe, cadre), cadre.x, y + CORPS, "th-groupe"))
        morceaux.append(_boite(boite, cadre, y + h_groupe, h_boite))
        y += h_groupe + h_boite + ENTRE
    return "".join(morceaux)


def _motif(rang: int) -> str:
    dessin = MOTIFS[rang % len(MOTIFS)]
    return (
        f'<pattern id="th-motif-{rang}" width="10" height="10" patternUnits="userSpaceOnUse">'
        f'<g class="th-motif">{dessin}</g></pattern>'
    )


def dessiner(colonnes: Sequence[Colonne], titre: str, description: str) -> SafeString:
    """Returns the diagram as inline SVG, or an empty text without a column. All texts are escaped."""
    if not colonnes:
        return SafeString("")
    nombre = len(colonnes)
    largeur = (LARGEUR - ECART * (nombre - 1)) / nombre
    cadres = [_Cadre(round(rang * (largeur + ECART), 1), round(largeur, 1)) for rang in range(nombre)]
    hauteur = max(_hauteur(_blocs(colonne, cadre)) for colonne, cadre in zip(colonnes, cadres, strict=True))
    corps = "".join(_colonne(rang, colonne, cadres[rang], hauteur) for rang, colonne in enumerate(colonnes))
    fleches = "".join(_fleche(cadre.x + cadre.largeur, ENTETE + hauteur / 2) for cadre in cadres[:-1])
    return mark_safe(  # noqa: S308 - every text went through escape()
        f'<svg class="th-schema" viewBox="0 0 {LARGEUR} {ENTETE + hauteur + 4:g}" role="group" '
        f'aria-labelledby="th-titre" aria-describedby="th-description">'
        f'<title id="th-titre">{escape(titre)}</title><desc id="th-description">{escape(description)}</desc>'
        f"<defs>{''.join(_motif(rang) for rang in range(nombre))}</defs>{corps}{fleches}</svg>"
    )
