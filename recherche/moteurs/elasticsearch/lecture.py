"""Reading answers: whole ones only. A part of an index would give false counts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from recherche.moteurs.base import Brut, MoteurInjoignable, Touche
from recherche.moteurs.elasticsearch.liaison import Liaison
from recherche.moteurs.elasticsearch.schema import depuis_source, position_de
from recherche.moteurs.forme import CLE_POSITION
from recherche.moteurs.position import Position
from recherche.question.planification import Plan

LOT = 1000  # documents read at once by `empreintes`
GARDE = "1m"  # how long the cluster keeps a state of the index between two of these reads


def controler(reponse: Mapping[str, Any]) -> None:
    """Raises MoteurInjoignable unless every shard answered in time."""
    fragments = reponse["_shards"]
    if reponse["timed_out"] or fragments["failed"] or fragments["successful"] < fragments["total"]:
        raise MoteurInjoignable(
            f"Elasticsearch answered in part: timed_out {reponse['timed_out']}, shards {dict(fragments)!s:.200}"
        )


def brut(reponse: Mapping[str, Any], plan: Plan) -> Brut:
    """The hits and counts of an answer."""
    controler(reponse)
    total = reponse["hits"]["total"]
    if total["relation"] != "eq":
        raise MoteurInjoignable("Elasticsearch gave a bound instead of a total.")
    classe = plan.tri == "pertinence"
    touches = [
        Touche(*depuis_source(trouve["_source"]), float(trouve["_score"]) if classe else 0.0)
        for trouve in reponse["hits"]["hits"]
    ]
    return Brut(int(total["value"]), tuple(touches), _comptes(reponse.get("aggregations", {})))


def _comptes(agregats: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """The counts of the aggregations that `compilation` asked for; a list that was cut is no answer."""
    comptes: dict[str, dict[str, int]] = {}
    for groupe in agregats.values():
        for facette, valeurs in groupe.items():
            if facette in ("doc_count", "meta"):
                continue
            if valeurs["sum_other_doc_count"] or valeurs["doc_count_error_upper_bound"]:
                raise MoteurInjoignable(f"Elasticsearch left out values of the facet {facette}.")
            comptes[facette] = {seau["key"]: int(seau["doc_count"]) for seau in valeurs["buckets"]}
    return comptes


def frequences(reponse: Mapping[str, Any], nombre: int) -> tuple[int, ...]:
    """The counts that `compilation.corps_frequences` asked for."""
    controler(reponse)
    seaux = reponse["aggregations"]["arbres"]["buckets"]
    return tuple(int(seaux[str(rang)]["doc_count"]) for rang in range(nombre))


def position(liaison: Liaison, index: str) -> Position:
    """The position stored in an index (or an alias); none before the first one. Needs no refresh."""

    def lire(client: Elasticsearch) -> Position:
        try:
            return position_de(client.get(index=index, id=CLE_POSITION)["_source"])
        except NotFoundError as erreur:
            if isinstance(erreur.body, dict) and erreur.body.get("found") is False:
                return Position()
            raise

    return liaison.appeler(lire)


def empreintes(liaison: Liaison, index: str) -> Iterator[tuple[str, str]]:
    """The id and fingerprint of each document, from one state of the index."""
    etat = liaison.appeler(lambda client: client.open_point_in_time(index=index, keep_alive=GARDE)["id"])
    apres: Sequence[Any] | None = None
    try:
        while True:
            lot, etat = _lot(liaison, etat, apres)
            yield from ((t["_id"], t["_source"]["empreinte"]) for t in lot if t["_id"] != CLE_POSITION)
            if len(lot) < LOT:
                return
            apres = lot[-1]["sort"]
    finally:
        liaison.appeler(lambda client: client.close_point_in_time(id=etat))


def _lot(liaison: Liaison, etat: str, apres: Sequence[Any] | None) -> tuple[list[Mapping[str, Any]], str]:
    suite = {"search_after": apres} if apres else {}

    def lire(client: Elasticsearch) -> tuple[list[Mapping[str, Any]], str]:
        reponse = client.search(
            pit={"id": etat, "keep_alive": GARDE},
            size=LOT,
            sort=[{"_shard_doc": "asc"}],
            source=["empreinte"],
            track_total_hits=False,
            **suite,
        )
        controler(reponse)
        return reponse["hits"]["hits"], reponse["pit_id"]

    return liaison.appeler(lire)
