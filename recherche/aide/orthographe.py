"""Which words of a query are misspelt, and for what. The engine has the last word: a form that no public document
holds any more is never suggested, whatever the vocabulary remembers."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from recherche.aide.lexique import Lexique
from recherche.aide.proximite import LONG, tolerance
from recherche.aide.syntaxe import lire
from recherche.aide.valeurs import Aide, Variante
from recherche.aide.vocabulaire import Vocabulaire
from recherche.analyse import TROU, Jeton, analyser
from recherche.arbre import CORPS, EXACT, MOTS_CLES, PDF, RESUME, TITRE, Noeud, Ou, Terme
from recherche.requete import Requete

MOTS_MAX = 3  # misspelt words of one query: beyond, it is another language, or no language
CANDIDATES_MAX = 16  # forms whose documents are counted, by word
PROCHES_MAX = 5
POIDS = (0.8, 0.5, 0.4, 0.3, 0.3)
"""Of the close forms, best first."""

Compter = Callable[[Sequence[Noeud], str], Sequence[int]]
"""(trees, language) -> documents of each tree: `Moteur.frequences`."""


def aider(requete: Requete, lexique: Lexique, vocabulaire: Vocabulaire, compter: Compter) -> Aide:
    """The help for a query. `compter` is only called when a word is unknown, twice at most."""
    langue = requete.langue
    if not requete.texte or not vocabulaire.a(langue):
        return Aide(lexique)
    jetons = list(_mots(requete))
    inconnus = [jeton for jeton in jetons if not vocabulaire.connait(jeton.forme, langue)]
    connus = _dans_le_lexique(jetons, requete.texte, lexique)
    douteux = {
        j.forme: j
        for j in inconnus
        if tolerance(j.forme) and j.forme not in connus and not vocabulaire.connait_ailleurs(j.forme)
    }
    proches = _chercher(list(douteux.values())[:MOTS_MAX], langue, vocabulaire, compter)
    return Aide(
        lexique,
        proches={forme: _variantes(formes, langue) for forme, formes in proches.items()},
        inconnus=frozenset(jeton.forme for jeton in inconnus),
        correction=_corriger(requete.texte, jetons, proches, langue, vocabulaire),
    )


def _mots(requete: Requete) -> Iterable[Jeton]:
    """The significant words of a query, those excluded left out; offsets in the query."""
    for morceau in lire(requete.texte):
        if not morceau.exclu:
            for racine, forme, debut, fin in analyser(morceau.texte, requete.langue):
                if racine != TROU:
                    yield Jeton(racine, forme, debut + morceau.debut, fin + morceau.debut)


def _dans_le_lexique(jetons: Sequence[Jeton], texte: str, lexique: Lexique) -> set[str]:
    """The forms that are part of an expression of the editors: a rare acronym is no mistake."""
    formes: set[str] = set()
    for langue in lexique.langues:
        lus = [jeton for jeton in analyser(texte, langue) if jeton.racine != TROU]
        for rencontre in lexique.rencontres([jeton.racine for jeton in lus], langue):
            formes |= {j.forme for j in lus[rencontre.debut : rencontre.debut + rencontre.longueur]}
    return formes


def _chercher(
    mots: Sequence[Jeton], langue: str, vocabulaire: Vocabulaire, compter: Compter
) -> dict[str, tuple[str, ...]]:
    """The living close forms of each word that no document holds even inflected: one edit away or, in default, two."""
    if not mots:
        return {}
    absents = [
        mot
        for mot, nombre in zip(mots, compter([_partout(mot.racine) for mot in mots], langue), strict=True)
        if not nombre
    ]
    trouves = _vivants({m.forme: vocabulaire.a_un_pas(m.forme, langue) for m in absents}, langue, compter)
    reste = [m.forme for m in absents if not trouves[m.forme] and len(m.forme) >= LONG]
    trouves |= _vivants({f: vocabulaire.a_deux_pas(f, langue) for f in reste}, langue, compter)
    return {forme: proches for forme, proches in trouves.items() if proches}


def _partout(racine: str) -> Noeud:
    return Ou(tuple(Terme(champ, racine) for champ in (TITRE, RESUME, MOTS_CLES, CORPS, PDF)))


def _vivants(
    candidats: Mapping[str, Sequence[str]], langue: str, compter: Compter
) -> dict[str, tuple[str, ...]]:
    """For each word the forms that documents hold now: same first letter first, then the most frequent."""
    retenus = {
        mot: sorted((f for f in formes if _significative(f, langue)), key=lambda f: f[0] != mot[0])
        for mot, formes in candidats.items()
    }
    retenus = {mot: liste[:CANDIDATES_MAX] for mot, liste in retenus.items()}
    formes = sorted({forme for liste in retenus.values() for forme in liste})
    nombres = dict(
        zip(formes, compter([Terme(EXACT, forme) for forme in formes], langue), strict=True) if formes else ()
    )
    return {mot: _ordonner(mot, liste, nombres) for mot, liste in retenus.items()}


def _significative(forme: str, langue: str) -> bool:
    return any(jeton.racine != TROU for jeton in analyser(forme, langue))


def _ordonner(mot: str, formes: Sequence[str], nombres: Mapping[str, int]) -> tuple[str, ...]:
    vivantes = [forme for forme in formes if nombres[forme]]
    return tuple(sorted(vivantes, key=lambda f: (f[0] != mot[0], -nombres[f], f))[:PROCHES_MAX])


def _variantes(formes: Sequence[str], langue: str) -> tuple[Variante, ...]:
    """The close forms, stemmed; those of one stem count once."""
    poids: dict[str, tuple[str, float]] = {}
    for forme, valeur in zip(formes, POIDS, strict=False):
        for jeton in analyser(forme, langue):
            if jeton.racine != TROU:
                poids.setdefault(jeton.racine, (jeton.forme, valeur))
    return tuple(Variante((racine,), (forme,), valeur) for racine, (forme, valeur) in poids.items())


def _corriger(
    texte: str,
    jetons: Sequence[Jeton],
    proches: Mapping[str, Sequence[str]],
    langue: str,
    vocabulaire: Vocabulaire,
) -> str:
    """The query with the best spelling of each misspelt word, all the rest as it was typed; nothing to correct:
    an empty text."""
    corrige = texte
    for jeton in reversed(jetons):
        if jeton.forme in proches:
            graphie = vocabulaire.graphie(proches[jeton.forme][0], langue)
            corrige = corrige[: jeton.debut] + graphie + corrige[jeton.fin :]
    return corrige if corrige != texte else ""
