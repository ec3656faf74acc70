"""How far two spellings are from one another, and the spellings around a word. Pure.

The distance counts letters added, dropped, replaced, and two neighbours swapped (Damerau-Levenshtein, each letter
touched once).
"""

from collections.abc import Iterator
from string import ascii_lowercase

COURT, LONG = 4, 8
"""Letters from which one edit, two edits, may be forgiven."""


def tolerance(forme: str) -> int:
    """Edits forgiven in a folded form: none under COURT letters, nor in what is not a word."""
    if len(forme) < COURT or not forme.isalpha():
        return 0
    return 2 if len(forme) >= LONG else 1


def a_un_pas(forme: str) -> Iterator[str]:
    """Every spelling one edit away, by the letters a to z; some come twice."""
    for rang in range(len(forme) + 1):
        debut, fin = forme[:rang], forme[rang:]
        if fin:
            yield debut + fin[1:]
        if len(fin) > 1:
            yield debut + fin[1] + fin[0] + fin[2:]
        for lettre in ascii_lowercase:
            yield debut + lettre + fin
            if fin:
                yield debut + lettre + fin[1:]


def lettres(forme: str) -> int:
    """The set of letters as bits: two edits change at most four of them."""
    bits = 0
    for lettre in forme:
        bits |= 1 << (ord(lettre) & 31)
    return bits


def distance(a: str, b: str) -> int:
    """Edits between two spellings."""
    a, b = _sans_bouts_communs(a, b)
    if not a or not b:
        return len(a) + len(b)
    avant: list[int] = []
    ligne = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        suivante = [i]
        for j, y in enumerate(b, start=1):
            cout = min(ligne[j] + 1, suivante[-1] + 1, ligne[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cout = min(cout, avant[j - 2] + 1)
            suivante.append(cout)
        avant, ligne = ligne, suivante
    return ligne[-1]


def au_plus(pas: int, a: str, b: str) -> bool:
    """Whether so few edits, or fewer, stand between two spellings: a yes or no costs much less than a distance."""
    a, b = _sans_bouts_communs(a, b)
    if not a or not b:
        return len(a) + len(b) <= pas
    if not pas or abs(len(a) - len(b)) > pas:
        return False
    reste = pas - 1
    return (
        au_plus(reste, a[1:], b[1:])
        or au_plus(reste, a[1:], b)
        or au_plus(reste, a, b[1:])
        or (a[:2] == b[1::-1] and au_plus(reste, a[2:], b[2:]))
    )


def coeurs(forme: str) -> tuple[str, ...]:
    """Three parts of a spelling with a letter between them: two edits leave one of them whole, even two swaps."""
    tiers = (len(forme) - 2) / 3
    bornes = [(round(i * (tiers + 1)), round(i * (tiers + 1) + tiers)) for i in range(3)]
    return tuple(forme[debut:fin] for debut, fin in bornes)


def _sans_bouts_communs(a: str, b: str) -> tuple[str, str]:
    """What is left of two spellings without their common beginning and end."""
    debut, limite = 0, min(len(a), len(b))
    while debut < limite and a[debut] == b[debut]:
        debut += 1
    fin = 0
    while fin < limite - debut and a[-1 - fin] == b[-1 - fin]:
        fin += 1
    return a[debut : len(a) - fin], b[debut : len(b) - fin]
