"""From a query to a plan that any engine executes. Pure: same query, same plan.

The weights come from trials on public French collections (docs/decisions/0008): scoring the fields apart and adding
them is worth as much as all the French analysis; a title boost of 2 or more already costs; requiring every
word ruins questions.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recherche.analyse import TROU, Jeton, analyser
from recherche.arbre import (
    CORPS,
    EXACT,
    MOTS_CLES,
    PDF,
    RESUME,
    TITRE,
    Bonus,
    Noeud,
    Ou,
    Phrase,
    Poids,
    Terme,
    Tout,
)
from recherche.requete import TAILLE, Filtres, Requete

POIDS_TITRE = 1.3
POIDS_EXACT = 0.3
POIDS_PHRASE = 0.3
CHAMPS_PHRASE = (TITRE, RESUME, CORPS, PDF)
SUFFISANT = 10 * TAILLE  # hits of the strict tree from which it is kept: ten pages, more than anybody reads
PAIRES_MAX = 6  # beyond, a question is long enough to rank by its words


@dataclass(frozen=True)
class Plan:
    """What an engine executes. `facettes` are the codes to count; each count leaves out the facet's own
    choice.

    Order: `tri` is "pertinence" (score, then date), "date" (newest first) or "titre"; the id breaks all ties.
    """

    arbre: Noeud
    langue: str
    filtres: Filtres
    facettes: tuple[str, ...]
    tri: str
    debut: int
    taille: int
    racines: frozenset[str] = frozenset()
    cles: tuple[str, ...] = ()
    """When given, only the documents of these keys."""
    arbre_large: Noeud | None = None
    """The same words, any of which suffices: for queries of several words that few documents match strictly."""


def minimum(nombre: int) -> int:
    """How many words of a query a document must hold: all of one or two, then 70 % rounded down ("2<70%")."""
    return nombre if nombre <= 2 else max(2, nombre * 7 // 10)


def arbre_mot(racine: str, forme: str) -> Noeud:
    """A word: its stem in each field, and its very form; synonyms and close spellings will join this list."""
    return Ou(
        (
            Poids(Terme(TITRE, racine), POIDS_TITRE),
            *(Terme(champ, racine) for champ in (RESUME, MOTS_CLES, CORPS, PDF)),
            Poids(Terme(EXACT, forme), POIDS_EXACT),
        )
    )


def paires(jetons: Sequence[Jeton]) -> list[tuple[str, ...]]:
    """Neighbouring significant words with the holes between them: ("développement", "_", "enfant")."""
    rangs = [rang for rang, jeton in enumerate(jetons) if jeton.racine != TROU]
    suites = (tuple(jeton.racine for jeton in jetons[a : b + 1]) for a, b in pairwise(rangs))
    return list(dict.fromkeys(suites))[:PAIRES_MAX]


def un_seul(nombre: int) -> int:
    """Any word suffices."""
    return min(nombre, 1)


def arbre_texte(jetons: Sequence[Jeton], exigence: Callable[[int], int] = minimum) -> Noeud:
    """The tree of a text. Only stop words ("être ou avoir"): their exact forms are searched. No word:
    nothing.

    A word that stands twice counts twice, as in BM25.
    """
    pleins = [jeton for jeton in jetons if jeton.racine != TROU]
    if not pleins:
        formes = tuple(Terme(EXACT, jeton.forme) for jeton in jetons)
        return Ou(formes, exigence(len(formes)))
    mots = tuple(arbre_mot(jeton.racine, jeton.forme) for jeton in pleins)
    base = Ou(mots, exigence(len(mots)))
    suites = [Phrase(champ, suite) for suite in paires(jetons) for champ in CHAMPS_PHRASE]
    return Bonus(base, tuple(Poids(suite, POIDS_PHRASE) for suite in suites)) if suites else base


def planifier(requete: Requete, facettes: tuple[str, ...], langue: str = "") -> Plan:
    """The plan of a query in its own language, or in `langue` (the second block), over these facets.

    Filters on facets that are not in `facettes` are dropped.
    """
    langue = langue or requete.langue
    jetons = analyser(requete.texte, langue) if requete.texte else []
    pleines = [jeton.racine for jeton in jetons if jeton.racine != TROU]
    filtres = {facette: codes for facette, codes in requete.filtres.items() if facette in facettes}
    return Plan(
        arbre=arbre_texte(jetons) if requete.texte else Tout(),
        langue=langue,
        filtres=filtres,
        facettes=facettes,
        tri=requete.tri_effectif,
        debut=requete.debut,
        taille=requete.taille,
        racines=frozenset(pleines),
        arbre_large=arbre_texte(jetons, un_seul) if len(pleines) > 1 else None,
    )


def parmi(plan: Plan, cles: Iterable[str]) -> Plan:
    """The same search among the documents of these keys only."""
    uniques = tuple(dict.fromkeys(cles))
    return replace(second_bloc(plan, len(uniques)), cles=uniques)


def comptage(plan: Plan) -> Plan:
    """Counts what the words alone find. Filters are left out: a choice must not change the meaning of the words,
    or narrowing could show more. So are bonuses, which find nothing."""
    arbre = plan.arbre.base if isinstance(plan.arbre, Bonus) else plan.arbre
    return replace(plan, arbre=arbre, tri="date", filtres={}, facettes=(), debut=0, taille=0)


def elargir(plan: Plan, total: int) -> Plan:
    """The plan to execute when its words, strictly, find `total` documents in its language.

    On public French questions, keeping 70 % of the words whatever they find costs a fifth of nDCG@10, and two words
    that must both stand find nothing two times in five. Being strict is for shortening lists that are too long to be
    read, never for shortening short ones (docs/decisions/0013).
    """
    if plan.arbre_large is None or total >= SUFFISANT:
        return plan
    return replace(plan, arbre=plan.arbre_large)


def second_bloc(plan: Plan, taille: int) -> Plan:
    """The same plan reduced to its first hits, without any count of facets."""
    return replace(plan, facettes=(), debut=0, taille=taille)
