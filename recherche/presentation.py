"""From an engine's hit to what a visitor reads: marked title, passages that answer, where they stand."""

from recherche.arbre import CORPS, PDF, RESUME, TITRE
from recherche.moteurs.base import Touche
from recherche.passages import meilleur
from recherche.resultats import Extrait, Fiche
from recherche.surlignage import extraits, marquer

LONGUEUR = 240  # characters of an extract

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


def fiche(touche: Touche, racines: frozenset[str]) -> Fiche:
    """The hit, its query words marked. The summary always comes first; what it lacks is sought elsewhere."""
    document = touche.document
    return Fiche(
        id=document.id,
        type=str(document.affichage.get("type") or document.type),
        langue=document.langue,
        titre=marquer(document.titre, racines, document.langue),
        extraits=tuple(_extraits(touche, racines)),
        affichage={**AFFICHAGE, "type": document.type, **document.affichage},
        score=touche.score,
    )


def _extraits(touche: Touche, racines: frozenset[str]) -> list[Extrait]:
    """The summary; then, for words that title and summary lack, the best passage of the body, of a PDF."""
    document = touche.document
    trouves = (
        [Extrait(RESUME, (marquer(document.resume, racines, document.langue),))] if document.resume else []
    )
    manquantes = racines - _racines(touche, TITRE) - _racines(touche, RESUME)
    for champ in (CORPS, PDF):
        passage = (
            meilleur((p for p in touche.passages if p.champ == champ), manquantes) if manquantes else None
        )
        if passage is None:
            continue
        fragments = extraits(passage.texte(document), racines, document.langue, LONGUEUR)
        page = document.pages_pdf[passage.rang] if champ == PDF else None
        origine = (page.document, page.page, page.langue) if page else ()
        trouves.append(Extrait(champ, tuple(fragments), *origine))
        manquantes -= passage.racines
    return trouves


def _racines(touche: Touche, champ: str) -> frozenset[str]:
    """All the stems of a field."""
    return frozenset().union(*(passage.racines for passage in touche.passages if passage.champ == champ))
