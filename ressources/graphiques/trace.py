"""The hand that draws: SVG elements as text, patterns that replace colour, words that wrap.

Lengths are in units of a drawing LARGEUR wide, shown between 300 and 450 CSS pixels: 15 units read on a phone.
"""

from html import escape
from textwrap import wrap

LARGEUR = 340
CORPS = 15  # size of the words
LIGNE = 19  # between two lines
CARACTERES = 42  # that fit in the whole width


def nombre(valeur: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{valeur:.1f}".rstrip("0").rstrip(".")


def ecrit(valeur: float) -> str:
    """A number to read: thousands apart, as both languages may write them."""
    texte = f"{valeur:,.0f}" if float(valeur).is_integer() else f"{valeur:,.2f}".rstrip("0")
    return texte.replace(",", "\u202f")


def rectangle(x: float, y: float, largeur: float, hauteur: float, classe: str, fond: str = "") -> str:
    """A rectangle; `fond` is the id of the pattern that fills it, over the colour of its class."""
    place = f'x="{nombre(x)}" y="{nombre(y)}" width="{nombre(largeur)}" height="{nombre(hauteur)}"'
    plein = f'<rect class="{classe}" {place} rx="3"/>'
    return plein + (f'<rect {place} rx="3" fill="url(#{fond})"/>' if fond else "")


def texte(x: float, y: float, mots: str, classe: str = "", ancre: str = "start") -> str:
    """A line of text. Escaped here and nowhere else."""
    attributs = (f' class="{classe}"' if classe else "") + (
        f' text-anchor="{ancre}"' if ancre != "start" else ""
    )
    return f'<text x="{nombre(x)}" y="{nombre(y)}"{attributs}>{escape(mots, quote=False)}</text>'


def paragraphe(y: float, mots: str, classe: str = "") -> tuple[str, float]:
    """A text wrapped in the whole width; returns it with the height where the next thing may begin."""
    lignes = wrap(mots, CARACTERES, break_long_words=False) or [""]
    tracees = [texte(0, y + CORPS + rang * LIGNE, ligne, classe) for rang, ligne in enumerate(lignes)]
    return "".join(tracees), y + len(lignes) * LIGNE + 4


# What tells the second and third series apart without any colour.
_HACHURE = '<path class="g-motif" d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke-width="2"/>'
_POINTILLE = '<circle class="g-point" cx="4" cy="4" r="2"/>'
MOTIFS = ("", _HACHURE, _POINTILLE)


def identifiant(cle: str, rang: int) -> str:
    """The id of the pattern of the `rang`-th series; "" for the first, which is plain."""
    return f"{cle}-m{rang % len(MOTIFS)}" if rang % len(MOTIFS) else ""


def definitions(cle: str, series: int) -> str:
    """The patterns that this many series need."""
    motifs = [
        f'<pattern id="{identifiant(cle, rang)}" width="8" height="8" patternUnits="userSpaceOnUse">{motif}</pattern>'
        for rang, motif in enumerate(MOTIFS[:series])
        if motif
    ]
    return f"<defs>{''.join(motifs)}</defs>" if motifs else ""


def svg(cle: str, titre: str, description: str, hauteur: float, contenu: str) -> str:
    """The whole drawing, named and described for those who do not see it."""
    return (
        f'<svg class="trace" viewBox="0 0 {LARGEUR} {nombre(hauteur)}" role="img"'
        f' aria-labelledby="{cle}-t {cle}-d">'
        f'<title id="{cle}-t">{escape(titre, quote=False)}</title>'
        f'<desc id="{cle}-d">{escape(description, quote=False)}</desc>{contenu}</svg>'
    )
