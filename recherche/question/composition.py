"""From a query that was read to its tree. Pure.

The weights come from trials on public French collections (docs/decisions/0008): scoring the fields apart and adding
them is worth as much as all the French analysis; a title boost of 2 or more already costs; requiring every
word ruins questions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recherche.aide.places import Lecture, Place, equivalents, lire_texte
from recherche.aide.syntaxe import Morceau, lire
from recherche.aide.valeurs import Aide, Variante
from recherche.analyse import TROU, Jeton, analyser
from recherche.lexique.expressions import rogner
from recherche.valeurs.arbre import (
    CORPS,
    EXACT,
    MOTS_CLES,
    PDF,
    RESUME,
    TITRE,
    Bonus,
    Et,
    Noeud,
    Ou,
    Phrase,
    Poids,
    Sauf,
    Terme,
    Tout,
)
from recherche.valeurs.cibles import Cibles, Suite

POIDS_TITRE = 1.3
POIDS_EXACT = 0.3
POIDS_PHRASE = 0.3
CHAMPS_TEXTE = (TITRE, RESUME, MOTS_CLES, CORPS, PDF)
CHAMPS_PHRASE = (TITRE, RESUME, CORPS, PDF)
PAIRES_MAX = 6  # beyond, a question is long enough to rank by its words

Exigence = Callable[[int], int]
"""Of so many words, how many a document must hold."""


@dataclass(frozen=True)
class Citation:
    """Words between quotes, or to exclude: their tokens, trimmed, and what stands for them in another language."""

    jetons: tuple[Jeton, ...]
    variantes: tuple[Variante, ...]


@dataclass(frozen=True)
class Demande:
    """A query read for documents of one language."""

    libres: tuple[Lecture, ...] = ()
    phrases: tuple[Citation, ...] = ()
    exclus: tuple[Citation, ...] = ()

    @property
    def notion(self) -> bool:
        """Whether the free words are one expression of the editors: its words then mean little one by one."""
        return len(self.libres) == 1 and self.libres[0].notion

    @property
    def places(self) -> tuple[tuple[Lecture, Place], ...]:
        """The places of the free words."""
        return tuple((lecture, place) for lecture in self.libres for place in lecture.places)


def lire_demande(texte: str, lecteur: str, documents: str, aide: Aide) -> Demande:
    """Reads what a reader of `lecteur` typed, for documents of `documents` (languages)."""
    morceaux = lire(texte)
    return Demande(
        tuple(lire_texte(m.texte, lecteur, documents, aide) for m in morceaux if not (m.phrase or m.exclu)),
        tuple(_citer(m, lecteur, documents, aide) for m in morceaux if m.phrase and not m.exclu),
        tuple(_citer(m, lecteur, documents, aide) for m in morceaux if m.exclu),
    )


def _citer(morceau: Morceau, lecteur: str, documents: str, aide: Aide) -> Citation:
    jetons = tuple(analyser(morceau.texte, documents))
    return Citation(rogner(jetons) or jetons, equivalents(morceau.texte, lecteur, documents, aide))


def composer(demande: Demande, exigence: Exigence) -> Noeud:
    """The tree. Phrases are required and exclusions enforced, whatever is asked of the free words."""
    exclus = tuple(noeud for citation in demande.exclus for noeud in _exclure(citation))
    phrases = [_arbre_citation(citation) for citation in demande.phrases]
    libres = _arbre_libre(demande, exigence)
    if not phrases:
        base = libres or (Tout() if demande.exclus else Ou((), 0))
    else:
        requis = [libres, *phrases] if libres and demande.places else phrases
        base = Et(tuple(requis)) if len(requis) > 1 else requis[0]
    return Sauf(base, exclus) if exclus else base


def _arbre_libre(demande: Demande, exigence: Exigence) -> Noeud | None:
    """The tree of the words outside quotes; None without any.

    Only stop words ("être ou avoir"): their exact forms are searched. A word that stands twice counts twice, as in
    BM25.
    """
    places = demande.places
    if not places:
        formes = tuple(Terme(EXACT, jeton.forme) for lecture in demande.libres for jeton in lecture.jetons)
        return Ou(formes, exigence(len(formes))) if formes else None
    base = Ou(tuple(_arbre_place(lecture, place) for lecture, place in places), exigence(len(places)))
    suites = [
        Phrase(champ, suite)
        for suite in [suite for lecture in demande.libres for suite in _paires_de(lecture)][:PAIRES_MAX]
        for champ in CHAMPS_PHRASE
    ]
    return Bonus(base, tuple(Poids(suite, POIDS_PHRASE) for suite in suites)) if suites else base


def arbre_mot(racine: str, forme: str) -> Noeud:
    """A word: its stem in each field, and its very form."""
    return Ou(
        (
            Poids(Terme(TITRE, racine), POIDS_TITRE),
            *(Terme(champ, racine) for champ in (RESUME, MOTS_CLES, CORPS, PDF)),
            Poids(Terme(EXACT, forme), POIDS_EXACT),
        )
    )


def _arbre_place(lecture: Lecture, place: Place) -> Noeud:
    """The word and what may stand for it; their scores add up."""
    propre = lecture.jetons[place.rang] if place.rang >= 0 else None
    autres = [
        Poids(_arbre_variante(variante), variante.poids)
        for variante in place.variantes
        if propre is None or variante.racines != (propre.racine,)
    ]
    if propre is None:
        return Ou(tuple(autres))
    mot = arbre_mot(propre.racine, propre.forme)
    return Ou((mot, *autres)) if autres else mot


def _arbre_variante(variante: Variante) -> Noeud:
    """Weighs about as much as one word, whatever its length: the word that was typed must rank first."""
    if len(variante.racines) == 1:
        return arbre_mot(variante.racines[0], variante.formes[0])
    mots = tuple(_mots(variante.racines, variante.formes))
    if variante.ordonnee:
        phrases = Ou(tuple(Phrase(champ, variante.racines) for champ in CHAMPS_TEXTE))
        return Poids(Bonus(phrases, tuple(Poids(mot, POIDS_PHRASE) for mot in mots)), 1 / len(mots))
    return Poids(Et(mots), 1 / len(mots))


def _mots(racines: Sequence[str], formes: Sequence[str]) -> Iterator[Noeud]:
    """Each significant word, once. Beside a phrase they also rank what says it often, and they give Elasticsearch the
    statistics of every field: a shard without any word of a phrase leaves them out, and scores would differ."""
    for racine, forme in dict(zip(racines, formes, strict=True)).items():
        if racine != TROU:
            yield arbre_mot(racine, forme)


def _arbre_citation(citation: Citation) -> Noeud:
    """The words side by side in one field, in this order, inflections aside; the very forms rank first."""
    noeuds = [_cote_a_cote(citation.jetons)] if citation.jetons else []
    noeuds += [Poids(_arbre_variante(variante), variante.poids) for variante in citation.variantes]
    return noeuds[0] if len(noeuds) == 1 else Ou(tuple(noeuds))


def _cote_a_cote(jetons: Sequence[Jeton]) -> Noeud:
    racines, formes = tuple(j.racine for j in jetons), tuple(j.forme for j in jetons)
    if racines[0] == TROU:  # stop words only: stems say nothing of them
        return Bonus(_suite(EXACT, formes), tuple(Terme(EXACT, forme) for forme in dict.fromkeys(formes)))
    if len(jetons) == 1:
        return arbre_mot(racines[0], formes[0])
    titre = Poids(Phrase(TITRE, racines), POIDS_TITRE)
    base = Ou((titre, *(Phrase(champ, racines) for champ in CHAMPS_TEXTE if champ != TITRE)))
    return Bonus(base, (Poids(Phrase(EXACT, formes), POIDS_EXACT), *_mots(racines, formes)))


def _suite(champ: str, mots: tuple[str, ...]) -> Noeud:
    return Phrase(champ, mots) if len(mots) > 1 else Terme(champ, mots[0])


def _exclure(citation: Citation) -> Iterator[Noeud]:
    """What must not be found; a stop word excludes nothing, or hardly anything would be left."""
    suites = [tuple(jeton.racine for jeton in citation.jetons)] if citation.jetons else []
    for suite in [*suites, *(variante.racines for variante in citation.variantes)]:
        if suite[0] != TROU:
            yield Ou(tuple(_suite(champ, suite) for champ in CHAMPS_TEXTE))


def _paires_de(lecture: Lecture) -> list[Suite]:
    return suites(lecture.jetons, [place.rang for place in lecture.places if place.rang >= 0])


def paires(jetons: Sequence[Jeton]) -> list[Suite]:
    """Neighbouring significant words with the holes between them: ("développement", "_", "enfant")."""
    return suites(jetons, [rang for rang, jeton in enumerate(jetons) if jeton.racine != TROU])[:PAIRES_MAX]


def suites(jetons: Sequence[Jeton], rangs: Sequence[int]) -> list[Suite]:
    """The stems from each of these ranks to the next, each sequence once."""
    trouvees = (tuple(jeton.racine for jeton in jetons[a : b + 1]) for a, b in pairwise(rangs))
    return list(dict.fromkeys(trouvees))


def cibles(demande: Demande) -> Cibles:
    """What hits must show."""
    places = [frozenset(_suites_de_place(lecture, place)) for lecture, place in demande.places]
    places += [frozenset(_suites_de_citation(citation)) for citation in demande.phrases]
    return Cibles(tuple(place for place in dict.fromkeys(places) if place))


def _suites_de_place(lecture: Lecture, place: Place) -> Iterator[Suite]:
    if place.rang >= 0:
        yield (lecture.jetons[place.rang].racine,)
    for variante in place.variantes:
        yield from _suites_de_variante(variante)


def _suites_de_citation(citation: Citation) -> Iterator[Suite]:
    racines = tuple(jeton.racine for jeton in citation.jetons)
    if racines and racines[0] != TROU:
        yield racines
    for variante in citation.variantes:
        yield from _suites_de_variante(variante)


def _suites_de_variante(variante: Variante) -> Iterator[Suite]:
    if variante.ordonnee:
        yield variante.racines
    else:
        yield from ((racine,) for racine in variante.racines)
