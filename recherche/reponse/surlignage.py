"""Highlights: mark in a text the words whose root was searched, and cut the extracts that show them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from django.utils.safestring import SafeString, mark_safe

from recherche.analyse import TROU, Jeton, analyser
from recherche.valeurs.cibles import Cibles

ELLIPSE = "…"
LONGUEUR_MEMOIRE = 60
"""Longest block between spaces kept in memory, in characters: words, not base64."""
BLOCS_MAX = 200
"""Distinct blocks searched one by one in a text; beyond, the text is analysed whole."""


class AvecTexte(Protocol):
    """Anything that carries a text, such as the page of a document."""

    @property
    def texte(self) -> str:
        """The plain text."""


Page = TypeVar("Page", bound=AvecTexte)


class _Fenetre(NamedTuple):
    debut: int
    fin: int


def marquer(texte: str, cibles: Cibles | frozenset[str], langue: str) -> SafeString:
    """Return the whole text escaped, each word that is searched wrapped in <mark>; a plain set is one of roots."""
    return _habiller(texte, _touches(texte, cibles, langue), _Fenetre(0, len(texte)))


def extraits(
    texte: str, cibles: Cibles | frozenset[str], langue: str, longueur: int = 240, nombre: int = 1
) -> list[SafeString]:
    """Return up to `nombre` extracts of about `longueur` characters around the densest hits, in text order.

    Escaped and marked; the beginning of the text when nothing matches, an empty list for an empty text.
    """
    touches = _touches(texte, cibles, langue)
    fenetres = _choisir(touches, longueur, nombre) or [_Fenetre(0, 0)]
    coupees = [_etendre(texte, fenetre, longueur) for fenetre in fenetres]
    return [_extrait(texte, touches, fenetre) for fenetre in coupees if fenetre.fin > fenetre.debut]


def meilleure_page(pages: Iterable[Page], racines: frozenset[str], langue: str) -> Page | None:
    """Return the page with the most distinct roots found (the earliest on a tie), None if there is none."""
    meilleure, record = None, -1
    for page in pages:
        distinctes = len({jeton.racine for jeton in _touches(page.texte, racines, langue)})
        if distinctes > record:
            meilleure, record = page, distinctes
    return meilleure


def contient_suite(texte: str, suites: frozenset[tuple[str, ...]], langue: str) -> bool:
    """Whether one of these sequences of roots stands in the text."""
    return bool(_rangs_des_suites([jeton.racine for jeton in analyser(texte, langue)], suites))


def _rangs_des_suites(racines: Sequence[str], suites: frozenset[tuple[str, ...]]) -> set[int]:
    """Return the ranks of the tokens that are part of a sequence, those of stop words left out."""
    trouves: set[int] = set()
    for suite in suites:
        for rang in range(len(racines) - len(suite) + 1):
            if tuple(racines[rang : rang + len(suite)]) == suite:
                trouves |= {rang + i for i, racine in enumerate(suite) if racine != TROU}
    return trouves


def _touches(texte: str, cibles: Cibles | frozenset[str], langue: str) -> list[Jeton]:
    """Return the tokens of `texte` to mark, in order."""
    if isinstance(cibles, frozenset):
        return _touches_des_racines(texte, cibles, langue)
    if not cibles.suites:
        return _touches_des_racines(texte, cibles.racines, langue)
    jetons = analyser(texte, langue)
    rangs = _rangs_des_suites([jeton.racine for jeton in jetons], cibles.suites)
    return [jeton for rang, jeton in enumerate(jetons) if rang in rangs or jeton.racine in cibles.racines]


def _touches_des_racines(texte: str, racines: frozenset[str], langue: str) -> list[Jeton]:
    """Return the tokens whose root is searched, in order.

    Blocks between spaces recur within and across the pages of a result, so their tokens are cached;
    only a number written with spaces (12 000) spans several blocks and needs the whole text, as does a
    text made of many spellings of the words searched (a search for each would be quadratic).
    """
    if not racines:
        return []
    if any(len(racine) > 3 and racine[0].isdigit() for racine in racines):
        return [jeton for jeton in analyser(texte, langue) if jeton.racine in racines]
    blocs = [
        bloc
        for bloc in set(texte.split())
        if not racines.isdisjoint((_memoire if len(bloc) <= LONGUEUR_MEMOIRE else _racines)(bloc, langue))
    ]
    if len(blocs) > BLOCS_MAX:
        return [jeton for jeton in analyser(texte, langue) if jeton.racine in racines]
    trouves: list[Jeton] = []
    for bloc in blocs:
        jetons = [jeton for jeton in _jetons(bloc, langue) if jeton.racine in racines]
        for place in _places(texte, bloc):
            trouves += [Jeton(r, forme, debut + place, fin + place) for r, forme, debut, fin in jetons]
    return sorted(trouves, key=attrgetter("debut"))


def _racines(bloc: str, langue: str) -> tuple[str, ...]:
    return tuple(jeton.racine for jeton in analyser(bloc, langue))


_memoire = lru_cache(maxsize=30_000)(_racines)


@lru_cache(maxsize=2_000)
def _jetons(bloc: str, langue: str) -> tuple[Jeton, ...]:
    """The words that are searched recur in all the hits of a page."""
    return tuple(analyser(bloc, langue))


def _places(texte: str, bloc: str) -> Iterator[int]:
    """Yield the offsets at which `bloc` stands between spaces."""
    place = texte.find(bloc)
    while place >= 0:
        fin = place + len(bloc)
        if not texte[place - 1 : place].strip() and not texte[fin : fin + 1].strip():
            yield place
        place = texte.find(bloc, fin)


def _choisir(touches: Sequence[Jeton], longueur: int, nombre: int) -> list[_Fenetre]:
    """Pick the windows with the most distinct roots, then the most hits; they do not overlap."""
    notes = []
    fin = 0
    for rang, premier in enumerate(touches):
        fin = max(fin, rang)
        while fin < len(touches) and touches[fin].fin - premier.debut <= longueur:
            fin += 1
        groupe = touches[rang : max(fin, rang + 1)]
        notes.append((-len({j.racine for j in groupe}), -len(groupe), premier.debut, groupe[-1].fin))
    choisies: list[_Fenetre] = []
    for *_, debut, bout in sorted(notes):
        if len(choisies) == nombre:
            break
        if all(bout + longueur <= autre.debut or debut >= autre.fin + longueur for autre in choisies):
            choisies.append(_Fenetre(debut, bout))
    return sorted(choisies)


def _etendre(texte: str, noyau: _Fenetre, longueur: int) -> _Fenetre:
    """Widen `noyau` to `longueur` with a little context before it, and cut at word boundaries."""
    marge = max(0, longueur - (noyau.fin - noyau.debut))
    debut = max(0, noyau.debut - marge // 3)
    fin = min(len(texte), max(noyau.fin, debut + longueur))
    debut = max(0, min(debut, fin - longueur)) if fin == len(texte) else debut
    if debut:
        debut = next((i for i in range(debut, noyau.debut) if texte[i - 1].isspace()), noyau.debut)
    if fin < len(texte):
        fin = next((i for i in range(fin, max(noyau.fin, debut), -1) if texte[i].isspace()), noyau.fin or fin)
    return _Fenetre(debut, fin)


def _extrait(texte: str, touches: Sequence[Jeton], fenetre: _Fenetre) -> SafeString:
    avant = f"{ELLIPSE} " if texte[: fenetre.debut].strip() else ""
    apres = f" {ELLIPSE}" if texte[fenetre.fin :].strip() else ""
    return mark_safe(f"{avant}{_habiller(texte, touches, fenetre).strip()}{apres}")  # noqa: S308


def _habiller(texte: str, touches: Sequence[Jeton], fenetre: _Fenetre) -> SafeString:
    """Escape the window of `texte` and wrap the hits inside it."""
    morceaux, ici = [], fenetre.debut
    for jeton in touches:
        if jeton.debut < ici or jeton.fin > fenetre.fin:
            continue
        morceaux += [
            escape(texte[ici : jeton.debut]),
            "<mark>",
            escape(texte[jeton.debut : jeton.fin]),
            "</mark>",
        ]
        ici = jeton.fin
    morceaux.append(escape(texte[ici : fenetre.fin]))
    return mark_safe("".join(morceaux))  # noqa: S308 - every piece above is escaped
