"""The query tree as tantivy queries. User text never meets tantivy's own query parser."""

from collections.abc import Iterable, Mapping, Sequence

import tantivy
from tantivy import Occur, Query

from recherche.moteurs.forme import champ_facette
from recherche.question.planification import Plan
from recherche.valeurs.arbre import Bonus, Et, Noeud, Ou, Phrase, Poids, Sauf, Terme, Tout


def compiler(noeud: Noeud, schema: tantivy.Schema) -> Query:  # noqa: C901 - one case by kind of node
    """The query that scores like the tree."""
    match noeud:
        case Terme(champ, mot):
            return Query.term_query(schema, champ, mot)
        case Phrase(champ, mots):
            return Query.phrase_query(schema, champ, list(mots))
        case Poids(contenu, facteur):
            return Query.boost_query(compiler(contenu, schema), facteur)
        case Ou(noeuds, minimum):
            branches = [(Occur.Should, compiler(branche, schema)) for branche in noeuds]
            return (
                Query.boolean_query(branches, minimum_number_should_match=minimum)
                if branches
                else Query.empty_query()
            )
        case Bonus(base, bonus):
            suites = [(Occur.Should, compiler(branche, schema)) for branche in bonus]
            return Query.boolean_query([(Occur.Must, compiler(base, schema)), *suites])
        case Et(noeuds):
            return Query.boolean_query([(Occur.Must, compiler(branche, schema)) for branche in noeuds])
        case Sauf(base, exclus):
            sans = [(Occur.MustNot, compiler(branche, schema)) for branche in exclus]
            return Query.boolean_query([(Occur.Must, compiler(base, schema)), *sans])
        case Tout():
            return Query.all_query()


def filtrer(requete: Query, filtres: Iterable[Query]) -> Query:
    """The same documents and scores, restricted."""
    muets = [(Occur.Must, Query.const_score_query(filtre, 0.0)) for filtre in filtres]
    return Query.boolean_query([(Occur.Must, requete), *muets])


def filtres(plan: Plan, schema: tantivy.Schema, facettes: Sequence[str], sauf: str = "") -> list[Query]:
    """The language, the keys and the choices of each facet but `sauf`; an unknown facet lets nothing by."""
    choix: Mapping[str, tuple[str, ...]] = {f: codes for f, codes in plan.filtres.items() if f != sauf}
    inconnues = [Query.empty_query() for facette in choix if facette not in facettes]
    connues = [
        Query.term_set_query(schema, champ_facette(facette), list(codes))
        for facette, codes in choix.items()
        if facette in facettes
    ]
    cles = [Query.term_set_query(schema, "cle", list(plan.cles))] if plan.cles else []
    return [Query.term_query(schema, "langue", plan.langue), *cles, *connues, *inconnues]
