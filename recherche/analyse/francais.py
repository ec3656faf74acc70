"""French roots: irregulars, then Snowball."""

import Stemmer

from .irreguliers import FRANCAIS

_SNOWBALL = Stemmer.Stemmer("french", maxCacheSize=0)


def racine(mot: str, forme: str) -> str:
    """Return the root of a French word, given in lower case and folded."""
    return _SNOWBALL.stemWord(FRANCAIS.get(forme, forme))
