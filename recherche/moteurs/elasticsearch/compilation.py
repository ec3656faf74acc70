"""The query tree and a plan as the body of a search. User text never meets a query parser."""

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from recherche.moteurs.forme import champ_facette
from recherche.question.planification import Plan
from recherche.valeurs.arbre import Bonus, Et, Noeud, Ou, Phrase, Poids, Sauf, Terme, Tout

VALEURS_MAX = 60_000  # buckets of an aggregation: all values are counted, never the ten most frequent
RIEN: dict[str, Any] = {"match_none": {}}
ORDRES = {
    "pertinence": [{"_score": "desc"}, {"date": "desc"}, {"id": "asc"}],
    "date": [{"date": "desc"}, {"id": "asc"}],
    "titre": [{"tri_titre": "asc"}, {"cle_titre": "asc"}, {"id": "asc"}],
}


def compiler(noeud: Noeud) -> dict[str, Any]:  # noqa: C901 - one case by kind of node
    """The query that scores like the tree."""
    match noeud:
        case Terme(champ, mot):
            return {"term": {champ: {"value": mot}}}
        case Phrase(champ, mots):
            return {"match_phrase": {champ: {"query": " ".join(mots), "analyzer": "whitespace"}}}
        case Poids(contenu, facteur):
            return {"bool": {"should": [compiler(contenu)], "minimum_should_match": 1, "boost": facteur}}
        case Ou(noeuds, minimum):
            branches = [compiler(branche) for branche in noeuds]
            return {"bool": {"should": branches, "minimum_should_match": minimum}} if branches else RIEN
        case Bonus(base, bonus):
            suites = [compiler(branche) for branche in bonus]
            return {"bool": {"must": [compiler(base)], "should": suites, "minimum_should_match": 0}}
        case Et(noeuds):
            return {"bool": {"must": [compiler(branche) for branche in noeuds]}}
        case Sauf(base, exclus):
            sans = [compiler(branche) for branche in exclus]
            return {"bool": {"must": [compiler(base)], "must_not": sans}}
        case Tout():
            return {"match_all": {}}


def corps(plan: Plan, facettes: Sequence[str]) -> dict[str, Any]:
    """The body of the search: the words and the language in `query`, the choices in `post_filter`, so that each
    facet counts what the others' choices leave."""
    choix = _choix(plan.filtres, facettes)
    demande: dict[str, Any] = {
        "query": _requete(plan),
        "from": plan.debut,
        "size": plan.taille,
        "sort": ORDRES[plan.tri],
        "track_total_hits": True,
        "_source": ["charge"],
    }
    if choix:
        demande["post_filter"] = {"bool": {"filter": list(choix.values())}}
    comptes = _comptes([code for code in plan.facettes if code in facettes], choix)
    if comptes:
        demande["aggs"] = comptes
    return demande


def corps_frequences(arbres: Sequence[Noeud], langue: str) -> dict[str, Any]:
    """The body that counts the documents of each tree, in one call; the aggregations are named by rank."""
    filtres = {str(rang): compiler(arbre) for rang, arbre in enumerate(arbres)}
    return {
        "query": {"bool": {"filter": [{"term": {"langue": langue}}]}},
        "size": 0,
        "track_total_hits": False,
        "aggs": {"arbres": {"filters": {"filters": filtres}}},
    }


def preference(plan: Plan) -> str:
    """Pages of one search read the same copies: replicas count deleted documents each in their own way."""
    return f"r{zlib.crc32(repr(plan.arbre).encode('utf-8', 'surrogatepass')):08x}"


def _requete(plan: Plan) -> dict[str, Any]:
    filtres: list[dict[str, Any]] = [{"term": {"langue": plan.langue}}]
    if plan.cles:
        filtres.append({"terms": {"cle": list(plan.cles)}})
    return {"bool": {"must": [compiler(plan.arbre)], "filter": filtres}}


def _choix(filtres: Mapping[str, tuple[str, ...]], facettes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The filter of each facet that has a choice; an unknown facet lets nothing by."""
    return {
        code: {"terms": {champ_facette(code): list(valeurs)}} if code in facettes else RIEN
        for code, valeurs in filtres.items()
    }


def _comptes(facettes: Sequence[str], choix: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """One filter for the facets without a choice, named "libres", and one for each facet with one."""
    libres = [code for code in facettes if code not in choix]
    groupes = {"libres": libres} if libres else {}
    groupes |= {f"choisie:{code}": [code] for code in facettes if code in choix}
    return {
        nom: {
            "filter": {"bool": {"filter": [f for code, f in choix.items() if [code] != codes]}},
            "aggs": {code: _valeurs(code) for code in codes},
        }
        for nom, codes in groupes.items()
    }


def _valeurs(code: str) -> dict[str, Any]:
    return {"terms": {"field": champ_facette(code), "size": VALEURS_MAX, "shard_size": VALEURS_MAX}}
