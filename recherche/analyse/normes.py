"""Character-level normalisation: one canonical spelling, with a way back to the original offsets."""

import unicodedata
from bisect import bisect_left
from itertools import accumulate

APOSTROPHES = "’ʼ′‘‛`´＇ʹ"
POINTS_MEDIANS = "·•‧∙⋅・"
TIRETS = "‐‑‒–—−"
IGNORABLES = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Invisible characters that may sit inside a word (soft hyphen, zero-width joiners)."""

MARQUES = "".join(c for c in map(chr, range(0x300, 0x10000)) if unicodedata.category(c)[0] == "M")
"""Combining marks of the basic plane: they belong to the word that they follow."""

LONGUEUR_MAX = 64
"""Longest token kept, in characters (Elasticsearch refuses terms above 32 766 bytes)."""

LONGUEUR_LUE = 4 * LONGUEUR_MAX
"""Longest spelling read, marks and invisible characters included: the memory of words stays bounded."""

_UN_POUR_UN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(POINTS_MEDIANS, "·")
    | dict.fromkeys(TIRETS, "-")
    | {"_": " ", "İ": "I"}
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ı": "i", "ł": "l", "đ": "d"})


def canonique(texte: str) -> str:
    """Return NFC `texte` with apostrophes, hyphens and middle dots unified, character for character.

    The result has the length of NFC(`texte`), so offsets in one are offsets in the other.
    """
    return unicodedata.normalize("NFC", texte).translate(_UN_POUR_UN)


def replier(mot: str) -> str:
    """Fold one word: no case, ligature, accent or invisible character; only letters and digits stay."""
    if mot.isascii() and mot.isalnum():
        return mot.lower()[:LONGUEUR_MAX]
    plat = unicodedata.normalize("NFKD", mot.casefold().translate(_LIGATURES)).casefold()
    return "".join(c for c in plat if c.isalnum())[:LONGUEUR_MAX]


class Reperes:
    """Turn offsets in NFC(`texte`) into offsets in `texte` itself.

    Decomposition is additive (each character expands by itself), so the decomposed length of a
    prefix identifies the same place in both spellings.
    """

    def __init__(self, texte: str) -> None:
        self._identite = unicodedata.is_normalized("NFC", texte)
        if not self._identite:
            self._origine = _longueurs_cumulees(texte)
            self._nfc = _longueurs_cumulees(unicodedata.normalize("NFC", texte))

    def __call__(self, position: int) -> int:
        """Return the offset in the original text of the character boundary `position`."""
        if self._identite:
            return position
        return bisect_left(self._origine, self._nfc[position])


def _longueurs_cumulees(texte: str) -> list[int]:
    return list(accumulate((len(unicodedata.normalize("NFD", c)) for c in texte), initial=0))
