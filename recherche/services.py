"""The one door of the search for views: a query in, results out, whatever the state of the engine."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.conf import settings

from recherche.aide import Aide, aider
from recherche.aide.memoire import Connaissances, connaissances
from recherche.indexation.vidage import rattraper_retard
from recherche.moteurs import Brut, Moteur, charger
from recherche.moteurs.garde import MoteurSuspendu, garde
from recherche.question.planification import Plan, comptage, elargir, parmi, planifier, second_bloc
from recherche.registre import Facette, Registre, Valeur, Valeurs, registre
from recherche.reponse import vides
from recherche.reponse.presentation import fiche
from recherche.valeurs.requete import PROFONDEUR_MAX, Requete, figer
from recherche.valeurs.resultats import AutreLangue, FacetteComptee, Resultats, ValeurFacette, nombre_pages

journal = logging.getLogger(__name__)

FICHES_AUTRE_LANGUE = 3
CANDIDATES = 12  # hits of the other language among which those to show are chosen


def rechercher(requete: Requete) -> Resultats:
    """The page of hits that `requete` asks for, with all the facets and the block of the other language.

    Never raises because of an engine: the registry's fallback answers then, and `degrade` says so.
    """
    actuel = registre()
    valeurs = actuel.valeurs(requete.langue)
    propre = replace(requete, filtres=connus(requete, valeurs))
    try:
        moteur = charger()
        savoir = connaissances() if requete.texte else Connaissances()
        with garde(moteur):
            rattraper_retard(moteur)
            aide = aider(propre, savoir.lexique, savoir.vocabulaire, moteur.frequences)
            return repondre(moteur, propre, actuel, valeurs, aide)
    except MoteurSuspendu as erreur:
        journal.info("%s The database answers instead", erreur)
        return _degrader(propre, actuel, valeurs)
    except Exception:  # whatever an engine does, the visitor gets an answer
        journal.exception("The search engine failed; the database answers instead")
        return _degrader(propre, actuel, valeurs)


def connus(requete: Requete, valeurs: Valeurs) -> Mapping[str, tuple[str, ...]]:
    """The filters whose values exist; others (a mistyped or withdrawn code) are ignored in silence.

    What the address fixes is kept as it is: an unknown preset must not open the whole list.
    """
    existants = {facette: {valeur.code for valeur in liste} for facette, liste in valeurs.items()}
    return figer(
        {
            facette: [c for c in codes if facette in requete.fixes or c in existants.get(facette, ())]
            for facette, codes in requete.filtres.items()
        }
    )


def repondre(
    moteur: Moteur, requete: Requete, actuel: Registre, valeurs: Valeurs, aide: Aide | None = None
) -> Resultats:
    """The answer of this engine, itself: raises what the engine raises. For `rechercher`, and to evaluate aside.

    `aide` is that of this very query (`recherche.aide.aider`); none by default.
    """
    aide = aide or Aide()
    plan, brut = _chercher(moteur, planifier(requete, actuel.codes_facettes, aide=aide))
    resultats = Resultats(
        total=brut.total,
        fiches=tuple(fiche(touche, plan.cibles) for touche in brut.touches),
        facettes=_facettes(requete, actuel.facettes, valeurs, brut.comptes),
        suggestion=_suggestion(moteur, requete, actuel, aide),
        autre_langue=_autre_langue(moteur, requete, plan, aide),
        page=requete.page,
        pages=nombre_pages(brut.total, requete.taille, PROFONDEUR_MAX),
        limite=brut.total > PROFONDEUR_MAX,
    )
    if brut.total or requete.page > 1:
        return resultats
    vide = vides.decrire(moteur, requete, actuel, valeurs, lambda autre: _total(moteur, autre, actuel, aide))
    return replace(resultats, vide=vide)


def _total(moteur: Moteur, requete: Requete, actuel: Registre, aide: Aide) -> int:
    """How many hits a search has, counted as `_repondre` does."""
    plan = planifier(requete, actuel.codes_facettes, aide=aide)
    return _chercher(moteur, second_bloc(plan, 0))[1].total


def _suggestion(moteur: Moteur, requete: Requete, actuel: Registre, aide: Aide) -> str:
    """The query as it should have been written, when that finds something under the same filters."""
    if not aide.correction or requete.page > 1:
        return ""
    corrigee = replace(requete, texte=aide.correction)
    return aide.correction if _total(moteur, corrigee, actuel, Aide(aide.lexique)) else ""


def _chercher(moteur: Moteur, plan: Plan) -> tuple[Plan, Brut]:
    """The plan that was executed, widened when its words find too little, and what it finds."""
    if plan.arbre_large is None:
        return plan, moteur.rechercher(plan)
    compte = moteur.rechercher(comptage(plan))
    choisi = elargir(plan, compte.total)
    if choisi is not plan or plan.filtres:
        return choisi, moteur.rechercher(choisi)
    if not plan.taille:
        return plan, compte
    return plan, replace(moteur.rechercher(replace(plan, facettes=())), comptes=compte.comptes)


def _facettes(
    requete: Requete, facettes: Sequence[Facette], valeurs: Valeurs, comptes: Mapping[str, Mapping[str, int]]
) -> tuple[FacetteComptee, ...]:
    """Every facet that the address does not fix, with all its values, zeros included."""
    return tuple(
        FacetteComptee(
            facette.code,
            str(facette.libelle),
            tuple(
                _valeur(valeur, comptes.get(facette.code, {}), requete.filtres.get(facette.code, ()))
                for valeur in valeurs.get(facette.code, ())
            ),
        )
        for facette in facettes
        if facette.code not in requete.fixes
    )


def _valeur(valeur: Valeur, comptes: Mapping[str, int], choisies: Sequence[str]) -> ValeurFacette:
    return ValeurFacette(
        code=valeur.code,
        libelle=valeur.libelle,
        compte=comptes.get(valeur.code, 0),
        choisie=valeur.code in choisies,
        parent=valeur.parent,
        langue_libelle=valeur.langue_libelle,
    )


def _autre_langue(moteur: Moteur, requete: Requete, plan: Plan, aide: Aide) -> AutreLangue | None:
    """What the other language finds. Records that the reader's own language finds too are counted, not shown;
    without words there is nothing to rank, so only the total is given."""
    autres = [code for code, _ in settings.LANGUAGES if code != requete.langue]
    if not autres or requete.page > 1:
        return None
    corrigee = replace(requete, texte=aide.correction or requete.texte)
    autre = second_bloc(
        planifier(corrigee, plan.facettes, autres[0], aide), CANDIDATES if requete.texte else 0
    )
    autre, trouve = _chercher(moteur, autre)
    if not trouve.total:
        return None
    connues = _cles_trouvees(moteur, plan, trouve)
    nouvelles = [touche for touche in trouve.touches if touche.document.cle not in connues]
    fiches = tuple(fiche(touche, autre.cibles) for touche in nouvelles[:FICHES_AUTRE_LANGUE])
    return AutreLangue(autres[0], trouve.total, fiches)


def _cles_trouvees(moteur: Moteur, plan: Plan, autre: Brut) -> set[str]:
    """Among the records found in the other language, those that the reader's language finds."""
    if not autre.touches:
        return set()
    ici = parmi(plan, (touche.document.cle for touche in autre.touches))
    return {touche.document.cle for touche in moteur.rechercher(ici).touches}


def _degrader(requete: Requete, actuel: Registre, valeurs: Valeurs) -> Resultats:
    """The fallback's answer; facets keep their values and choices: the visitor's filters stay visible."""
    try:
        resultats = actuel.secours(requete)
    except Exception:
        journal.exception("The fallback of the search failed too")
        resultats = Resultats(page=requete.page)
    facettes = resultats.facettes or _facettes(requete, actuel.facettes, valeurs, {})
    return replace(resultats, facettes=facettes, degrade=True)
