"""From a stretch of a query to its places: each significant word, and what may stand for it in the documents.

A reader of one language searches documents of the same language or, in the second block, of another. The words that
count are those of the reader's language: "de" in a French query must not bring English sheets that hold "de".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recherche.aide.valeurs import Aide, Variante
from recherche.analyse import TROU, Jeton, analyser
from recherche.lexique.expressions import Expression, Groupe

POIDS_SYNONYME = 0.6
POIDS_TRADUCTION = 0.8


@dataclass(frozen=True)
class Place:
    """A word of the query. `rang` is that of its token among those of the documents' language, -1 when the documents
    cannot hold it; `variantes` may stand for it."""

    rang: int
    variantes: tuple[Variante, ...] = ()


@dataclass(frozen=True)
class Lecture:
    """A text read for documents of one language: its tokens there, and its places."""

    jetons: tuple[Jeton, ...]
    places: tuple[Place, ...]
    notion: bool = False
    """Whether all the words are one expression of the editors."""


def lire_texte(texte: str, lecteur: str, documents: str, aide: Aide) -> Lecture:
    """The places of `texte`, typed by a reader of `lecteur`, in documents of `documents` (languages)."""
    jetons = analyser(texte, documents)
    mots = [j for j in (jetons if lecteur == documents else analyser(texte, lecteur)) if j.racine != TROU]
    variantes: list[list[Variante]] = [[] for _ in mots]
    notion = False
    for debut, longueur, trouvees in _expansions(texte, mots, lecteur, documents, aide):
        notion = notion or longueur == len(mots)
        for rang in range(debut, debut + longueur):
            # Each word that the expression replaces is satisfied by it; together they weigh as one.
            variantes[rang] += [replace(v, poids=v.poids / longueur) for v in trouvees]
    if lecteur == documents:
        for rang, mot in enumerate(mots):
            variantes[rang] += aide.proches.get(mot.forme, ())
    rangs = _aligner(mots, jetons)
    places = [Place(rangs[i], tuple(dict.fromkeys(v))) for i, v in enumerate(variantes)]
    pleines = tuple(place for place in places if place.rang >= 0 or place.variantes)
    return Lecture(tuple(jetons), pleines, notion)


def _aligner(mots: Sequence[Jeton], jetons: Sequence[Jeton]) -> list[int]:
    """For each word, the rank of the significant token that stands at the same place of the text, or -1."""
    rangs: Mapping[int, int] = {j.debut: i for i, j in enumerate(jetons) if j.racine != TROU}
    return [rangs.get(mot.debut, -1) for mot in mots]


def _expansions(
    texte: str, mots: Sequence[Jeton], lecteur: str, documents: str, aide: Aide
) -> Iterator[tuple[int, int, list[Variante]]]:
    """(first word, number of words, what may stand for them) of each expression met in the text.

    Expressions of another language than the reader's count only when no document holds their words: "pain" is bread
    to a French reader.
    """
    for langue in aide.lexique.langues:
        lus = mots if langue == lecteur else [j for j in analyser(texte, langue) if j.racine != TROU]
        for rencontre in aide.lexique.rencontres([jeton.racine for jeton in lus], langue):
            pris = lus[rencontre.debut : rencontre.debut + rencontre.longueur]
            if langue != lecteur and not all(jeton.forme in aide.inconnus for jeton in pris):
                continue
            couverts = [i for i, mot in enumerate(mots) if pris[0].debut <= mot.debut < pris[-1].fin]
            racines = tuple(jeton.racine for jeton in pris)
            trouvees = [v for g in rencontre.groupes for v in _variantes(g, langue, racines, documents)]
            if couverts and trouvees:
                yield couverts[0], len(couverts), trouvees


def _variantes(groupe: Groupe, langue: str, racines: tuple[str, ...], documents: str) -> Iterator[Variante]:
    """The other expressions of a group in the documents' language."""
    if groupe.entre_langues and langue == documents:
        return
    poids = POIDS_SYNONYME if langue == documents else POIDS_TRADUCTION
    for expression in groupe.expressions:
        meme = expression.langue == langue and expression.racines == racines
        if expression.langue == documents and expression.racines and not meme:
            yield _variante(expression, poids, ordonnee=not groupe.entre_langues)


def _variante(expression: Expression, poids: float, *, ordonnee: bool) -> Variante:
    jetons = expression.jetons if ordonnee else [j for j in expression.jetons if j.racine != TROU]
    return Variante(tuple(j.racine for j in jetons), tuple(j.forme for j in jetons), poids, ordonnee)


def equivalents(texte: str, lecteur: str, documents: str, aide: Aide) -> tuple[Variante, ...]:
    """What stands for the whole of `texte` in the documents' language; nothing in the reader's own language, where
    quotes and exclusions mean the words as they are."""
    if lecteur == documents:
        return ()
    mots = [jeton for jeton in analyser(texte, lecteur) if jeton.racine != TROU]
    expansions = _expansions(texte, mots, lecteur, documents, aide)
    return tuple(v for _, longueur, trouvees in expansions if longueur == len(mots) for v in trouvees)
