"""Writing batches. Elasticsearch has no transaction: a batch is repeatable instead.

Nothing written shows before a refresh, which comes when the whole batch succeeded; the position is stored after it.
A batch that dies midway is therefore invisible, and is read again from the outbox.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from recherche.moteurs.base import MoteurInjoignable
from recherche.moteurs.elasticsearch.lecture import controler
from recherche.moteurs.elasticsearch.liaison import Liaison
from recherche.moteurs.elasticsearch.schema import source_position, vers_source
from recherche.moteurs.forme import CLE_POSITION
from recherche.moteurs.position import Position
from recherche.valeurs.document import Document

journal = logging.getLogger(__name__)

LOT = 200  # operations of one request
OCTETS = 8_000_000
CLES = 500  # keys whose documents are looked for at once
PAR_CLE = 20  # documents of one key: one by language
REPRISES = 3  # of a request that the cluster, too busy, put off (429)
PERIMEE, REFUSEE, ABSENTE = 409, 400, 404


@dataclass
class Bilan:
    """What became of the operations of a batch; `panne` is the first failure that a later try may mend."""

    ecrits: set[str] = field(default_factory=set)
    perimes: int = 0
    refuses: int = 0
    echecs: int = 0
    panne: str = ""

    def noter(self, operation: str, resultat: dict[str, Any]) -> None:
        """Counts the outcome of one operation."""
        statut, identifiant = int(resultat["status"]), resultat["_id"]
        if statut < 300 or (operation == "delete" and statut == ABSENTE):
            if operation == "index":
                self.ecrits.add(identifiant)
        elif statut == PERIMEE:  # another process wrote a newer state
            self.perimes += 1
        elif statut == REFUSEE:  # this document will never enter: it must not hold up the others
            self.refuses += 1
            journal.error("Elasticsearch refuses %s: %.300s", identifiant, resultat.get("error"))
        else:
            self.echecs += 1
            self.panne = self.panne or f"{identifiant}: {statut} {resultat.get('error')!s:.300}"


def ecrire(
    liaison: Liaison,
    alias: str,
    facettes: Sequence[str],
    documents: Iterable[Document],
    *,
    supprimer: Sequence[str],
    version: int,
) -> Bilan:
    """Removes the documents of the keys `supprimer`, adds `documents`; nothing shows before `rafraichir`.

    `version` is the position of the outbox that the documents reflect: an older state never replaces a newer one.
    Raises MoteurInjoignable when operations failed that may succeed later.
    """
    anciens = identifiants(liaison, alias, supprimer) if supprimer else set()
    bilan = Bilan()
    commun = {"_index": alias, "require_alias": True, "version": version, "version_type": "external_gte"}
    reste = iter(documents)
    while lot := list(islice(reste, LOT)):  # made here, so that a source's failure keeps its own name
        anciens -= {document.id for document in lot}
        _envoyer(liaison, [{**commun, **_ajout(document, facettes)} for document in lot], bilan)
    _envoyer(liaison, [{**commun, "_op_type": "delete", "_id": ancien} for ancien in sorted(anciens)], bilan)
    if bilan.echecs:
        raise MoteurInjoignable(f"Elasticsearch: {bilan.echecs} operations failed, first {bilan.panne}")
    return bilan


def _ajout(document: Document, facettes: Sequence[str]) -> dict[str, Any]:
    return {"_op_type": "index", "_id": document.id, "_source": vers_source(document, facettes)}


def _envoyer(liaison: Liaison, actions: Sequence[dict[str, Any]], bilan: Bilan) -> None:
    """Sends operations that may be sent twice, and notes what became of each."""
    if not actions:
        return
    for resultat in liaison.appeler(lambda client: _en_vrac(client, actions)):
        ((operation, detail),) = resultat.items()
        bilan.noter(operation, detail)


def _en_vrac(client: Elasticsearch, actions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        resultat
        for _, resultat in streaming_bulk(
            client,
            actions,
            chunk_size=LOT,
            max_chunk_bytes=OCTETS,
            raise_on_error=False,
            max_retries=REPRISES,
            initial_backoff=0.5,
        )
    ]


def identifiants(liaison: Liaison, alias: str, cles: Sequence[str]) -> set[str]:
    """The ids of all the documents of these keys, a batch that died before its refresh included."""
    rafraichir(liaison, alias)
    trouves: set[str] = set()
    for debut in range(0, len(cles), CLES):
        lot = list(cles[debut : debut + CLES])
        trouves |= liaison.appeler(lambda client, lot=lot: _chercher(client, alias, lot))
    return trouves


def _chercher(client: Elasticsearch, alias: str, cles: list[str]) -> set[str]:
    reponse = client.search(
        index=alias, query={"terms": {"cle": cles}}, size=CLES * PAR_CLE, source=False, track_total_hits=True
    )
    controler(reponse)
    trouves = {trouve["_id"] for trouve in reponse["hits"]["hits"]}
    if len(trouves) < reponse["hits"]["total"]["value"]:
        raise MoteurInjoignable(f"More than {PAR_CLE} documents by key.")
    return trouves


def rafraichir(liaison: Liaison, alias: str) -> None:
    """Shows what was written."""

    def montrer(client: Elasticsearch) -> None:
        fragments = client.indices.refresh(index=alias)["_shards"]
        if fragments["failed"]:
            raise MoteurInjoignable(f"Elasticsearch could not show what it wrote: {dict(fragments)!s:.200}")

    liaison.appeler(montrer)


def ecrire_position(liaison: Liaison, alias: str, position: Position) -> None:
    """Stores how far the outbox is read. A position that another process took further is left alone."""
    bilan = Bilan()
    action = {
        **{"_op_type": "index", "_index": alias, "_id": CLE_POSITION, "require_alias": True},
        **{"version": position.lu, "version_type": "external_gte", "_source": source_position(position)},
    }
    _envoyer(liaison, [action], bilan)
    if bilan.echecs or bilan.refuses:
        raise MoteurInjoignable(f"Elasticsearch did not keep the position: {bilan.panne}")


def compter(liaison: Liaison, alias: str) -> int:
    """How many documents show, the position left out."""

    def lire(client: Elasticsearch) -> int:
        reponse = client.count(index=alias, query={"bool": {"must_not": {"term": {"cle": CLE_POSITION}}}})
        if reponse["_shards"]["failed"]:
            raise MoteurInjoignable("Elasticsearch counted in part.")
        return int(reponse["count"])

    return liaison.appeler(lire)
