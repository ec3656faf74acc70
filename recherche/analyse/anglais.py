"""English roots: irregular forms, British and American spellings together, then Snowball."""

import re

import Stemmer

from .tables_en import LEMMES, RACINES

_SNOWBALL = Stemmer.Stemmer("english", maxCacheSize=0)
_REGLES = [
    (re.compile(r"(?<=\w\w\w)is(?=ations?$|ational$|e$|e[sdr]$|ers$|ing$)"), "iz"),
    (re.compile(r"(?<=\w\w)lys(?=e$|e[sd]$|ing$)"), "lyz"),
    (re.compile(r"^(behavi|col|neighb|lab|hon|fav|flav|harb|hum|endeav)our"), r"\1or"),
]


def racine(forme: str) -> str:
    """Return the root of a folded English form."""
    mot = LEMMES.get(forme, forme)
    for motif, par in _REGLES:
        mot = motif.sub(par, mot)
    return RACINES.get(mot) or _SNOWBALL.stemWord(mot)
