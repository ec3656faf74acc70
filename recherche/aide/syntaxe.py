"""What people may write in the search box beyond words: "phrases" and -exclusions. Pure, and never an error:
what is not well formed is ordinary text."""

import re
from dataclasses import dataclass

_MOTIF = re.compile(
    r"(?P<moins>(?<!\S)[-\u2010\u2011\u2212])?"
    r"(?:\"(?P<droits>[^\"]*)\"|«(?P<chevrons>[^«»]*)»|“(?P<courbes>[^“”]*)”)"
    r"|(?<!\S)[-\u2010\u2011\u2212](?P<mot>\w[^\s\"«»“”]*)"
)


@dataclass(frozen=True)
class Morceau:
    """A stretch of a query. `debut` is the offset of `texte` in the query; `phrase` says that it stood between
    quotes, `exclu` that what holds it is not wanted."""

    texte: str
    debut: int
    phrase: bool = False
    exclu: bool = False


def lire(texte: str) -> tuple[Morceau, ...]:
    """The stretches of a query, in order. Unbalanced quotes, a dash alone or inside a word are ordinary text."""
    morceaux, place = [], 0
    for trouve in _MOTIF.finditer(texte):
        morceaux.append(Morceau(texte[place : trouve.start()], place))
        groupe = trouve.lastgroup or "mot"
        exclu = groupe == "mot" or bool(trouve["moins"])
        morceaux.append(Morceau(trouve[groupe], trouve.start(groupe), groupe != "mot", exclu))
        place = trouve.end()
    morceaux.append(Morceau(texte[place:], place))
    return tuple(morceau for morceau in morceaux if morceau.texte.strip())
