"""Which words of a query are misspelt, and for what. The engine has the last word: a form that no public document
holds any more is never suggested, whatever the vocabulary remembers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from recherche.aide.jointures import (
    COUPLES_MAX,
    Couple,
    arbres,
    coupes,
    couples,
    graphie,
    jetons_par_morceau,
    partout,
    significative,
)
from recherche.aide.proximite import LONG, tolerance
from recherche.aide.valeurs import Aide, Variante
from recherche.aide.vocabulaire import Vocabulaire
from recherche.analyse import TROU, Jeton, analyser
from recherche.lexique.expressions import Lexique, rogner
from recherche.valeurs.arbre import Noeud, Ou
from recherche.valeurs.requete import Requete

MOTS_MAX = 3  # misspelt words of one query: beyond, it is another language, or no language
CANDIDATES_MAX = 16  # forms whose documents are counted, by word
PROCHES_MAX = 5
RARE = 3
"""Documents that may hold a word's stem while its spelling is still doubted: a foreign label, another typo."""
BIEN_PLUS = 4
"""How many times more documents a close form must have then."""
POIDS = (0.8, 0.5, 0.4, 0.3, 0.3)
"""Of the close forms, best first."""

Compter = Callable[[Sequence[Noeud], str], Sequence[int]]
"""(trees, language) -> documents of each tree: `Moteur.frequences`."""


def aider(requete: Requete, lexique: Lexique, vocabulaire: Vocabulaire, compter: Compter) -> Aide:
    """The help for a query. `compter` is only called when a word is unknown, or two neighbours make a known word: four
    times at most."""
    langue = requete.langue
    if not requete.texte or not vocabulaire.a(langue):
        return Aide(lexique)
    jetons = list(_mots(requete))
    inconnus = [jeton for jeton in jetons if not vocabulaire.connait(jeton.forme, langue)]
    connus = _dans_le_lexique(jetons, requete.texte, lexique)
    soudes = _souder(requete, vocabulaire, connus, compter)
    couverts = {jeton.forme for couple in soudes for jeton in couple.significatives}
    douteux = {
        j.forme: j
        for j in inconnus
        if tolerance(j.forme)
        and j.forme not in connus | couverts
        and not vocabulaire.connait_ailleurs(j.forme)
    }
    proches = _chercher(list(douteux.values())[:MOTS_MAX], langue, vocabulaire, compter)
    variantes = {forme: _variantes(formes, langue) for forme, formes in proches.items()}
    return Aide(
        lexique,
        proches=variantes | _variantes_soudees(soudes, langue),
        inconnus=frozenset(jeton.forme for jeton in inconnus),
        correction=_corriger(requete.texte, _remplacements(jetons, proches, soudes, langue, vocabulaire)),
    )


def _souder(requete: Requete, vocabulaire: Vocabulaire, connus: set[str], compter: Compter) -> list[Couple]:
    """The neighbours typed with a space too many: together they find hardly anything, the word that they make is far
    more frequent. They do not overlap."""
    candidats = [
        c
        for c in couples(requete, vocabulaire)
        if not all(jeton.forme in connus for jeton in c.significatives)
    ][:COUPLES_MAX]
    if not candidats:
        return []
    noeuds = [noeud for c in candidats for noeud in (c.tel_quel(), Ou(arbres(c.forme, requete.langue)))]
    nombres = iter(compter(noeuds, requete.langue))
    retenus: list[Couple] = []
    for couple, separes, soude in zip(candidats, nombres, nombres, strict=True):
        libre = not retenus or retenus[-1].droite.fin <= couple.gauche.debut
        if libre and separes <= RARE and soude >= max(1, separes * BIEN_PLUS):
            retenus.append(couple)
    return retenus


def _variantes_soudees(soudes: Iterable[Couple], langue: str) -> dict[str, tuple[Variante, ...]]:
    """The joined word in the place of each of its parts: what holds it must rank before what holds one part."""
    variantes: dict[str, tuple[Variante, ...]] = {}
    for couple in soudes:
        for jeton in couple.significatives:
            variantes[jeton.forme] = (
                *variantes.get(jeton.forme, ()),
                *_variantes([couple.forme], langue),
            )
    return variantes


def _mots(requete: Requete) -> Iterable[Jeton]:
    """The significant words of a query."""
    for jetons in jetons_par_morceau(requete):
        yield from (jeton for jeton in jetons if jeton.racine != TROU)


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
    """The living close forms of each word that documents hardly hold, even inflected: one edit away or, where no
    document holds it at all, two."""
    if not mots:
        return {}
    nombres = dict(
        zip((m.forme for m in mots), compter([partout(m.racine) for m in mots], langue), strict=True)
    )
    rares = {forme: nombre for forme, nombre in nombres.items() if nombre <= RARE}
    voisins = {f: coupes(f, langue, vocabulaire) + vocabulaire.a_un_pas(f, langue) for f in rares}
    trouves = _vivants(voisins, langue, compter, rares)
    reste = [f for f in rares if not trouves[f] and not rares[f] and len(f) >= LONG]
    trouves |= _vivants({f: vocabulaire.a_deux_pas(f, langue) for f in reste}, langue, compter, rares)
    return {forme: proches for forme, proches in trouves.items() if proches}


def _vivants(
    candidats: Mapping[str, Sequence[str]], langue: str, compter: Compter, rares: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """For each word the forms that documents hold now: same first letter first, then the most frequent, then those
    that only PDFs hold. Of a word whose stem a few documents hold, only forms that are far more frequent."""
    retenus = {
        mot: sorted((f for f in formes if significative(f, langue)), key=lambda f: f[0] != mot[0])
        for mot, formes in candidats.items()
    }
    retenus = {mot: liste[:CANDIDATES_MAX] for mot, liste in retenus.items()}
    formes = sorted({forme for liste in retenus.values() for forme in liste})
    comptes = iter(compter([a for forme in formes for a in arbres(forme, langue)], langue) if formes else ())
    nombres = dict(zip(formes, zip(comptes, comptes, strict=True), strict=True))
    return {mot: _ordonner(mot, liste, nombres, rares[mot] * BIEN_PLUS) for mot, liste in retenus.items()}


def _ordonner(
    mot: str, formes: Sequence[str], nombres: Mapping[str, tuple[int, int]], minimum: int
) -> tuple[str, ...]:
    """`nombres` are the documents of each form outside PDFs, and of its stem in PDFs."""
    vivantes = [forme for forme in formes if max(nombres[forme]) >= max(1, minimum)]
    return tuple(sorted(vivantes, key=lambda f: (f[0] != mot[0], *(-n for n in nombres[f]), f))[:PROCHES_MAX])


def _variantes(formes: Sequence[str], langue: str) -> tuple[Variante, ...]:
    """The close forms, stemmed, or sequences of them; those of the same stems count once."""
    trouvees: dict[tuple[str, ...], Variante] = {}
    for forme, poids in zip(formes, POIDS, strict=False):
        jetons = rogner(analyser(forme, langue))
        racines = tuple(jeton.racine for jeton in jetons)
        if racines:
            trouvees.setdefault(racines, Variante(racines, tuple(j.forme for j in jetons), poids))
    return tuple(trouvees.values())


def _remplacements(
    jetons: Sequence[Jeton],
    proches: Mapping[str, Sequence[str]],
    soudes: Sequence[Couple],
    langue: str,
    vocabulaire: Vocabulaire,
) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of what is misspelt in the query, with its best spelling."""
    for couple in soudes:
        yield couple.gauche.debut, couple.droite.fin, graphie(couple.forme, langue, vocabulaire)
    for jeton in jetons:
        if jeton.forme in proches:
            yield jeton.debut, jeton.fin, graphie(proches[jeton.forme][0], langue, vocabulaire)


def _corriger(texte: str, remplacements: Iterable[tuple[int, int, str]]) -> str:
    """The query with these stretches replaced, all the rest as it was typed; nothing to correct: an empty text."""
    corrige = texte
    for debut, fin, bon in sorted(remplacements, reverse=True):
        corrige = corrige[:debut] + bon + corrige[fin:]
    return corrige if corrige != texte else ""
