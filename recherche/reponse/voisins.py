"""Documents that resemble another, asked of the engine: its telling words, any of which counts, as one wide search.

The words are those of its title, keywords (with the labels of its classifications) and summary. BM25 already weighs
the rarest most, so no frequency is asked of the engine, and any engine that runs plans answers alike.
"""

import logging
from collections.abc import Iterable
from dataclasses import replace

from django.core.cache import cache

from recherche.analyse import TROU, analyser
from recherche.moteurs import Moteur, charger
from recherche.moteurs.garde import MoteurSuspendu, garde
from recherche.question.planification import Plan
from recherche.valeurs.arbre import CORPS, MOTS_CLES, RESUME, TITRE, Noeud, Ou, Poids, Terme, Tout
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Filtres

journal = logging.getLogger(__name__)

CANDIDATES = 16  # kept by document and language: some may be shown already, or be withdrawn meanwhile
MOTS_MAX = 60
PART_MIN = 0.3  # of the words that a neighbour holds at least
POIDS = {TITRE: 1.0, RESUME: 1.0, MOTS_CLES: 1.0, CORPS: 0.5}
DUREE = 600  # seconds that an answer is kept: a new sheet waits that long to be recommended
DUREE_ECHEC = 30
SECONDES = 0.5  # that the page may wait for an answer that is not kept

Paire = tuple[str, str]


def proches(cle: str, langue: str, autres: Iterable[str] = (), filtres: Filtres | None = None) -> list[Paire]:
    """The (key, language) of the documents nearest to `cle` among those of `filtres`, those of `langue` first, then
    those of `autres`, each key once. It may hold what was withdrawn since: check before showing.

    Kept by document and language: a caller gives the same filters each time. Empty when the engine fails or does
    not know the document; never raises because of an engine.
    """
    memoire = f"voisins:{langue}:{cle}"
    connus: list[Paire] | None = cache.get(memoire)
    if connus is not None:
        return connus
    try:
        trouves = _demander(cle, (langue, *autres), filtres or {})
    except MoteurSuspendu:
        return []
    except Exception:
        journal.warning("No similar records for %s: the search engine failed", cle, exc_info=True)
        cache.set(memoire, [], DUREE_ECHEC)
        return []
    cache.set(memoire, trouves, DUREE)
    return trouves


def _demander(cle: str, langues: Iterable[str], filtres: Filtres) -> list[Paire]:
    moteur = charger()
    paires: list[Paire] = []
    with garde(moteur, SECONDES):
        for langue in langues:
            if len(paires) < CANDIDATES:
                vues = {cle, *(autre for autre, _ in paires)}
                paires += [
                    (autre, langue) for autre in _dans(moteur, cle, langue, filtres) if autre not in vues
                ]
    return paires[:CANDIDATES]


def _dans(moteur: Moteur, cle: str, langue: str, filtres: Filtres) -> list[str]:
    """The keys nearest to a document among those of its language; none when it has no text there."""
    propre = moteur.rechercher(_plan(Tout(), langue, 1, (cle,))).touches
    if not propre or not (mots := mots_parlants(propre[0].document)):
        return []
    touches = moteur.rechercher(replace(_plan(arbre(mots), langue, CANDIDATES + 1), filtres=filtres)).touches
    return [touche.document.cle for touche in touches]


def _plan(noeud: Noeud, langue: str, taille: int, cles: tuple[str, ...] = ()) -> Plan:
    return Plan(noeud, langue, {}, (), "pertinence", 0, taille, cles=cles)


def mots_parlants(document: Document) -> list[str]:
    """The stems of title, keywords and summary, each once, in this order, at most MOTS_MAX."""
    textes = (document.titre, document.mots_cles, document.resume)
    racines = [jeton.racine for texte in textes for jeton in analyser(texte, document.langue)]
    return list(dict.fromkeys(racine for racine in racines if racine != TROU and len(racine) > 1))[:MOTS_MAX]


def arbre(mots: list[str]) -> Noeud:
    """Any of the words in any field, but a fair part of them: one word in common makes no neighbour."""
    branches = tuple(
        Ou(tuple(Poids(Terme(champ, mot), poids) for champ, poids in POIDS.items())) for mot in mots
    )
    return Ou(branches, max(min(2, len(branches)), int(len(branches) * PART_MIN)))
