"""Reading the embedded index: one searcher answers a whole plan, so that hits and counts agree."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import tantivy

from recherche.moteurs.base import Brut, ToucheDifferee
from recherche.moteurs.embarque.compilation import compiler, filtrer, filtres
from recherche.moteurs.embarque.erreurs import traduire
from recherche.moteurs.embarque.schema import FACETTES, SEPARATEUR, depuis_tantivy
from recherche.moteurs.forme import CLE_POSITION, champ_facette, cle_titre
from recherche.moteurs.passages import Passage
from recherche.moteurs.position import Position
from recherche.question.planification import Plan
from recherche.valeurs.arbre import condition
from recherche.valeurs.document import Document

VALEURS_MAX = 60_000  # buckets of an aggregation: all values are counted, never the ten most frequent
Adresse = tantivy.DocAddress
Rang = tuple[float, Adresse]
ORDRES = {
    "pertinence": {},
    "date": {"order_by_field": "date", "order": tantivy.Order.Desc},
    "titre": {"order_by_field": "tri_titre", "order": tantivy.Order.Asc},
}


class Lecture:
    """One state of the index."""

    def __init__(self, lecteur: tantivy.Searcher, schema: tantivy.Schema, facettes: Sequence[str]) -> None:
        self.lecteur, self.schema, self.facettes = lecteur, schema, facettes

    def repondre(self, plan: Plan) -> Brut:
        """The hits of the plan's page, in order, and its counts."""
        if not plan.taille:
            return self._compter(plan)
        texte = compiler(plan.arbre, self.schema)
        total, rangs = self._rangs(filtrer(texte, filtres(plan, self.schema, self.facettes)), plan)
        classe = plan.tri == "pertinence"  # otherwise the "score" is the value of the sorted field
        touches = tuple(
            ToucheDifferee(partial(self._charge, adresse), score if classe else 0.0)
            for score, adresse in rangs
        )
        return Brut(total, touches, self._comptes(self._muet(plan), plan) if plan.facettes else {})

    def _muet(self, plan: Plan) -> tantivy.Query:
        """What finds the documents of the words, and scores nothing."""
        return compiler(condition(plan.arbre), self.schema)

    def _compter(self, plan: Plan) -> Brut:
        """The total and the counts without any hit. Each document has one date."""
        muet = self._muet(plan)
        requete = filtrer(muet, filtres(plan, self.schema, self.facettes))
        trouve = self.lecteur.aggregate(requete, {"total": {"value_count": {"field": "date"}}})
        return Brut(int(trouve["total"]["value"]), (), self._comptes(muet, plan))

    def _rangs(self, requete: tantivy.Query, plan: Plan) -> tuple[int, list[Rang]]:
        """The page's hits. tantivy has no secondary sort: fetch to the end of the ties, then sort those."""
        fin = plan.debut + plan.taille
        limite = fin + plan.taille
        while True:
            trouve = self.lecteur.search(requete, limite, **ORDRES[plan.tri])
            rangs = trouve.hits
            if len(rangs) < limite or rangs[-1][0] != rangs[fin - 1][0]:
                break
            limite *= 4
        return trouve.count, self._departager(rangs, plan)[plan.debut : fin]

    def _departager(self, rangs: list[Rang], plan: Plan) -> list[Rang]:
        """Sorts ties, only where they touch the page: reading a document's id costs more than finding it."""
        debut, fin = plan.debut, min(plan.debut + plan.taille, len(rangs))
        if debut >= fin:
            return rangs
        while debut and rangs[debut - 1][0] == rangs[debut][0]:
            debut -= 1
        while fin < len(rangs) and rangs[fin][0] == rangs[fin - 1][0]:
            fin += 1
        ordonner = {"pertinence": self._par_score, "date": self._par_id, "titre": self._par_titre}[plan.tri]
        rangs[debut:fin] = ordonner(rangs[debut:fin])
        return rangs

    def _par_score(self, rangs: list[Rang]) -> list[Rang]:
        """Score, then newest, then id; ids are read only where score and date are equal."""
        dates = self.lecteur.fast_field_values("date", [adresse for _, adresse in rangs])
        cles = [(-score, -(date or 0)) for (score, _), date in zip(rangs, dates, strict=True)]
        return self._trier(rangs, cles, self._id)

    def _par_id(self, rangs: list[Rang]) -> list[Rang]:
        return self._trier(rangs, [(-valeur,) for valeur, _ in rangs], self._id)

    def _par_titre(self, rangs: list[Rang]) -> list[Rang]:
        """The integer holds the first letters of the title only."""

        def suite(adresse: Adresse) -> tuple[str, str]:
            document, _ = self._charge(adresse)
            return cle_titre(document), document.id

        return self._trier(rangs, [(valeur,) for valeur, _ in rangs], suite)

    def _trier(
        self, rangs: list[Rang], cles: Sequence[tuple[float, ...]], suite: Callable[[Adresse], Any]
    ) -> list[Rang]:
        """Sorts by `cles`; `suite` breaks ties and is asked only for those that share their key."""
        vues: dict[tuple[float, ...], int] = {}
        for cle in cles:
            vues[cle] = vues.get(cle, 0) + 1
        paires = [
            ((cle, suite(rang[1]) if vues[cle] > 1 else None), rang)
            for cle, rang in zip(cles, rangs, strict=True)
        ]
        return [rang for _, rang in sorted(paires, key=lambda paire: paire[0])]

    def _comptes(self, texte: tantivy.Query, plan: Plan) -> dict[str, dict[str, int]]:
        """Counts by facet: one aggregation for the facets without a choice, one for each facet with one."""
        connues = [facette for facette in plan.facettes if facette in self.facettes]
        libres = [facette for facette in connues if facette not in plan.filtres]
        comptes = self._toutes(filtrer(texte, filtres(plan, self.schema, self.facettes)), libres)
        for facette in connues:
            if facette in plan.filtres:
                sans = filtrer(texte, filtres(plan, self.schema, self.facettes, sauf=facette))
                comptes[facette] = self._agreger(sans, champ_facette(facette))
        return comptes

    def _toutes(self, requete: tantivy.Query, facettes: Sequence[str]) -> dict[str, dict[str, int]]:
        """The counts of these facets, from the column that holds them all."""
        comptes: dict[str, dict[str, int]] = {facette: {} for facette in facettes}
        if comptes:
            for cle, nombre in self._agreger(requete, FACETTES).items():
                facette, _, code = cle.partition(SEPARATEUR)
                if facette in comptes:
                    comptes[facette][code] = nombre
        return comptes

    def _agreger(self, requete: tantivy.Query, champ: str) -> dict[str, int]:
        demande = {"codes": {"terms": {"field": champ, "size": VALEURS_MAX, "segment_size": VALEURS_MAX}}}
        seaux = self.lecteur.aggregate(requete, demande)["codes"]["buckets"]
        return {seau["key"]: int(seau["doc_count"]) for seau in seaux}

    def _charge(self, adresse: Adresse) -> tuple[Document, tuple[Passage, ...]]:
        """The state read stays whole as long as it is held, whatever is written meanwhile."""
        with traduire("Reading the search index failed"):
            return depuis_tantivy(self.lecteur.doc(adresse))

    def _id(self, adresse: Adresse) -> str:
        return str(self.lecteur.doc(adresse).get_first("id"))

    def position(self) -> Position:
        """The stored position; none before the first one."""
        requete = tantivy.Query.term_query(self.schema, "id", CLE_POSITION)
        trouves = self.lecteur.search(requete, 1).hits
        if not trouves:
            return Position()
        return Position.depuis_json(self.lecteur.doc(trouves[0][1]).get_first("charge").decode())

    def empreintes(self) -> Iterator[tuple[str, str]]:
        """The id and fingerprint of each document."""
        nombre = max(1, self.lecteur.num_docs)
        for _, adresse in self.lecteur.search(tantivy.Query.all_query(), nombre).hits:
            trouve = self.lecteur.doc(adresse)
            if trouve.get_first("id") != CLE_POSITION:
                yield trouve.get_first("id"), trouve.get_first("empreinte")
