"""English roots: a few irregulars, then Snowball."""

import Stemmer

from .irreguliers import ANGLAIS

_SNOWBALL = Stemmer.Stemmer("english", maxCacheSize=0)


def racine(forme: str) -> str:
    """Return the root of a folded English form."""
    return _SNOWBALL.stemWord(ANGLAIS.get(forme, forme))
