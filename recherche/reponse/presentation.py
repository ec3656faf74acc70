"""From an engine's hit to what a visitor reads: marked title, passages that answer, where they stand."""

from collections.abc import Sequence

from recherche.analyse import TROU
from recherche.moteurs.base import Touche
from recherche.moteurs.passages import Passage, meilleurs
from recherche.reponse.surlignage import contient_suite, extraits, marquer
from recherche.valeurs.arbre import CORPS, PDF, RESUME, TITRE
from recherche.valeurs.cibles import Cibles, Suite
from recherche.valeurs.resultats import Extrait, Fiche

LONGUEUR = 240  # characters of an extract
EXAMINES = 8  # passages that are read to find the one where the words follow one another

AFFICHAGE = {
    "url": "",
    "type": "",
    "annee": None,
    "lieu": "",
    "piliers": [],  # [{"code": "ENF", "nom": …}], dominant first
    "courtepointe": None,  # {"cle": …, "piliers": [codes]}
    "langue_titre": "",  # BCP 47, when the title is in another language than the document
    "duree": "",
    "fiction": False,
}
"""What the templates read of `Document.affichage`; a source gives what it has."""


def fiche(touche: Touche, cibles: Cibles | frozenset[str]) -> Fiche:
    """The hit, the words of the query marked (a plain set is one of stems). The summary always comes first; what it
    lacks is sought elsewhere."""
    document = touche.document
    cherchees = Cibles.des_racines(cibles) if isinstance(cibles, frozenset) else cibles
    return Fiche(
        id=document.id,
        type=str(document.affichage.get("type") or document.type),
        langue=document.langue,
        titre=marquer(document.titre, cherchees, document.langue),
        extraits=tuple(_extraits(touche, cherchees)),
        affichage={**AFFICHAGE, "type": document.type, **document.affichage},
        score=touche.score,
    )


def _extraits(touche: Touche, cibles: Cibles) -> list[Extrait]:
    """The summary; then, for words that title and summary lack, the best passage of the body, of a PDF."""
    document = touche.document
    trouves = (
        [Extrait(RESUME, (marquer(document.resume, cibles, document.langue),))] if document.resume else []
    )
    manquantes = cibles
    for champ in (TITRE, RESUME):
        manquantes = _absentes(touche, [p for p in touche.passages if p.champ == champ], manquantes)
    for champ in (CORPS, PDF):
        passage = _passage(touche, champ, manquantes)
        if passage is None:
            continue
        fragments = extraits(passage.texte(document), cibles, document.langue, LONGUEUR)
        page = document.pages_pdf[passage.rang] if champ == PDF else None
        origine = (page.document, page.page, page.langue) if page else ()
        trouves.append(Extrait(champ, tuple(fragments), *origine))
        manquantes = _absentes(touche, [passage], manquantes)
    return trouves


def _absentes(touche: Touche, passages: Sequence[Passage], cibles: Cibles) -> Cibles:
    """What these passages do not show."""
    return cibles.absentes(lambda suite: any(_montre(touche, passage, suite) for passage in passages))


def _passage(touche: Touche, champ: str, manquantes: Cibles) -> Passage | None:
    """The passage of this field that shows the most of what is missing, words in sequence where they are asked for."""
    candidats = meilleurs((p for p in touche.passages if p.champ == champ), manquantes.toutes)
    suites = [suite for place in manquantes.places for suite in place]
    return next((p for p in candidats[:EXAMINES] if any(_montre(touche, p, suite) for suite in suites)), None)


def _montre(touche: Touche, passage: Passage, suite: Suite) -> bool:
    """Whether this stem, or these stems in sequence, would be marked in the passage."""
    if not all(passage.porte(racine) for racine in suite if racine != TROU):
        return False
    document = touche.document
    return len(suite) == 1 or contient_suite(passage.texte(document), frozenset({suite}), document.langue)
