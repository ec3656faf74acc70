"""Ways out of an empty list: what emptied it, each with the count that the engine gives once it is dropped.

Nothing is guessed: each way out is the same search, run again without one thing. At most ESSAIS_MAX of them, within
what is left of the visitor's time; an engine that fails meanwhile takes away ways out, never the answer.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from recherche import liens
from recherche.aide.syntaxe import Morceau, lire
from recherche.moteurs import ErreurMoteur, Moteur
from recherche.moteurs.echeance import limiter
from recherche.question.planification import Plan
from recherche.registre import Registre, Valeurs
from recherche.valeurs.arbre import Tout
from recherche.valeurs.requete import Requete
from recherche.valeurs.resultats import Issue, ValeurFacette, Vide

journal = logging.getLogger(__name__)

ESSAIS_MAX = 8  # searches run again
SECONDES = 0.6  # that they may take in all
TEXTES_MAX = 3  # of them, words or phrases: the filters must have their turn
POPULAIRES = 6  # values offered

Compter = Callable[[Requete], int]


def decrire(moteur: Moteur, requete: Requete, actuel: Registre, valeurs: Valeurs, compter: Compter) -> Vide:
    """What the empty page of `requete` offers. `compter` runs a search and returns its total."""
    issues: list[Issue] = []
    populaires: tuple[ValeurFacette, ...] = ()
    try:
        with limiter(SECONDES):
            populaires = _populaires(moteur, requete, actuel, valeurs)
            for issue in islice(_candidates(requete, valeurs), ESSAIS_MAX):
                if not _superflue(issue, issues) and (total := compter(issue.requete)):
                    issues.append(replace(issue, total=total))
    except ErreurMoteur as erreur:
        journal.info("Some ways out of an empty page are missing: %s", erreur)
    return Vide(tuple(issues), populaires)


def _superflue(issue: Issue, trouvees: list[Issue]) -> bool:
    """Dropping everything is offered only where dropping one thing does not do."""
    return issue.genre == "filtres" and any(autre.genre == "filtre" for autre in trouvees)


def _candidates(requete: Requete, valeurs: Valeurs) -> Iterator[Issue]:
    """The same search with one thing dropped, the lightest change first; their totals are not known yet."""
    yield from islice(_par_le_texte(requete), TEXTES_MAX)
    for facette in requete.choix:
        sans = {f: codes for f, codes in requete.filtres.items() if f != facette}
        noms = _noms(valeurs, facette, requete.choix[facette])
        yield Issue("filtre", liens.avec_filtres(requete, sans), 0, facette, noms)
    if len(requete.choix) > 1:
        yield Issue("filtres", liens.sans_filtres(requete), 0)
    if requete.choix and requete.texte:
        yield Issue("mots", _avec_texte(requete, ""), 0)
    if requete.fixes and requete.texte:
        yield Issue("page", replace(liens.avec_filtres(requete, {}), fixes=frozenset()), 0)


def _noms(valeurs: Valeurs, facette: str, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The labels of the chosen values."""
    return tuple((v.libelle, v.langue_libelle) for v in valeurs.get(facette, ()) if v.code in codes)


def _par_le_texte(requete: Requete) -> Iterator[Issue]:
    """Each excluded word or phrase dropped, each quoted phrase as plain words."""
    morceaux = lire(requete.texte)
    for rang, morceau in enumerate(morceaux):
        if not (morceau.exclu or morceau.phrase):
            continue
        remplacement = "" if morceau.exclu else morceau.texte.strip()
        autres = [remplacement if i == rang else _ecrire(autre) for i, autre in enumerate(morceaux)]
        if texte := " ".join(" ".join(autres).split()):
            genre = "exclu" if morceau.exclu else "phrase"
            yield Issue(genre, _avec_texte(requete, texte), 0, noms=((morceau.texte.strip(), ""),))


def _ecrire(morceau: Morceau) -> str:
    """A stretch of a query as one types it."""
    texte = f'"{morceau.texte.strip()}"' if morceau.phrase else morceau.texte.strip()
    return f"-{texte}" if morceau.exclu else texte


def _avec_texte(requete: Requete, texte: str) -> Requete:
    return replace(requete, texte=texte, page=1)


def _populaires(
    moteur: Moteur, requete: Requete, actuel: Registre, valeurs: Valeurs
) -> tuple[ValeurFacette, ...]:
    """The values of the registry's popular facet that hold the most public documents in the reader's language.

    Asked of the index each time: one count, so nothing to invalidate, and what is unpublished is never offered.
    """
    facette = actuel.populaire
    if not facette:
        return ()
    plan = Plan(Tout(), requete.langue, {}, (facette,), "date", 0, 0)
    comptes = moteur.rechercher(plan).comptes.get(facette, {})
    connues = [valeur for valeur in valeurs.get(facette, ()) if comptes.get(valeur.code)]
    premieres = sorted(connues, key=lambda valeur: -comptes[valeur.code])[:POPULAIRES]
    return tuple(
        ValeurFacette(v.code, v.libelle, comptes[v.code], False, langue_libelle=v.langue_libelle)
        for v in premieres
    )
