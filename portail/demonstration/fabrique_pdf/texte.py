"""Typography of the printed texts: French spaces, quotes, and only glyphs that the fonts hold. Pure."""

import re
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

POLICES = Path(__file__).parents[1] / "polices"
FICHIERS = {"atkinson": "atkinson-400.ttf", "atkinsonB": "atkinson-700.ttf", "bricolage": "bricolage-700.ttf"}
INSECABLE, FINE = "\u00a0", "\u202f"
REMPLACEMENTS = str.maketrans({"'": "’", "\u2002": " ", "\u2003": " ", "→": "›", "←": "‹", "\u00ad": ""})


class GlypheAbsent(ValueError):
    """A text holds a character that the site's fonts cannot draw."""


def typographier(texte: str, langue: str) -> str:
    """Return the text with the spaces of its language, checked against the fonts; `**` marks stay."""
    texte = " ".join(str(texte).translate(REMPLACEMENTS).split(" "))
    if langue == "fr":
        texte = re.sub(r"[ \u00a0\u202f]+([;!?])", FINE + r"\1", texte)
        texte = re.sub(r"[ \u202f]+([:»%$])", INSECABLE + r"\1", texte)
        texte = re.sub(r"«[ \u202f]+", "«" + INSECABLE, texte)
    absents = set(texte) - _glyphes() - {"\n"}
    if absents:
        noms = ", ".join(f"{c} (U+{ord(c):04X})" for c in sorted(absents))
        raise GlypheAbsent(f"no glyph for {noms} in: {texte[:80]}")
    return texte


@cache
def _glyphes() -> frozenset[str]:
    """Characters that each of the fonts can draw."""
    jeux = []
    for nom in FICHIERS.values():
        with TTFont(POLICES / nom) as police:
            jeux.append(set(police.getBestCmap()))
    return frozenset(chr(code) for code in set.intersection(*jeux))
