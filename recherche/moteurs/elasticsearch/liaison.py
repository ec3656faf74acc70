"""The line to the cluster: one client, bounded calls, and the server's failures under our own names."""

import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FilTropLong
from contextlib import contextmanager
from typing import Any, TypeVar

from elastic_transport import ConnectionError as ConnexionRefusee
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from recherche.moteurs.base import ErreurMoteur, IndexAbsent, MoteurInjoignable
from recherche.moteurs.echeance import attendu, delai
from recherche.moteurs.elasticsearch.adresse import Adresse
from recherche.moteurs.elasticsearch.noeuds import Surveillance

DELAI_VISITEUR = 0.8  # seconds of one call, for a visitor
DELAI_SERVICE = 30.0  # for the worker and the commands
REPOS_NOEUD = 5.0  # seconds, doubled at each failure, during which a node that failed is left alone
CONVALESCENCE = 60.0  # seconds after a failure during which no call insists on a copy of the index
FILS = 16  # calls of visitors at once, in one process; the next ones wait, within their limit
PAS = 0.05  # seconds: precision of the limits
T = TypeVar("T")
ILLISIBLE = (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error)
"""What reading an answer of another shape raises."""


class Liaison:
    """Calls to the cluster; safe for threads."""

    def __init__(self, adresse: Adresse, ca: str = "") -> None:
        options: dict[str, Any] = {"max_retries": 0, "retry_on_timeout": False, "retry_on_status": ()}
        if adresse.utilisateur:
            options["basic_auth"] = (adresse.utilisateur, adresse.mot_de_passe)
        if ca:
            options["ca_certs"] = ca
        self._fils = ThreadPoolExecutor(FILS, thread_name_prefix="elasticsearch")
        self._clients: dict[int, Elasticsearch] = {}
        self.essais = max(2, len(adresse.noeuds))
        self.surveillance = Surveillance()
        self._dernier_echec = -CONVALESCENCE
        self.client = Elasticsearch(
            list(adresse.noeuds),
            connections_per_node=FILS,
            dead_node_backoff_factor=REPOS_NOEUD,
            node_selector_class=self.surveillance.selecteur,  # type: ignore[arg-type]
            request_timeout=DELAI_SERVICE,
            **options,
        )

    def appeler(self, action: Callable[[Elasticsearch], T], *, service: float = DELAI_SERVICE) -> T:
        """What `action` answers, its one call bounded by the deadline of the visitor or by `service` seconds.

        A connection refused or cut costs no time, so another node is tried; a timeout is never tried again.
        Raises IndexAbsent, MoteurInjoignable.
        """
        for essai in range(1, self.essais + 1):
            limite = delai(DELAI_VISITEUR, service)
            try:
                with traduire():
                    return self._executer(action, limite)
            except MoteurInjoignable as erreur:
                self._dernier_echec = time.monotonic()
                self.surveillance.commencer(self.client.transport.node_pool.all)
                if essai == self.essais or not isinstance(erreur.__cause__, ConnexionRefusee):
                    raise
        raise AssertionError("unreachable")

    @property
    def convalescente(self) -> bool:
        """Whether a call failed not long ago: a node may hang that the cluster has not given up yet."""
        return time.monotonic() - self._dernier_echec < CONVALESCENCE

    def _executer(self, action: Callable[[Elasticsearch], T], limite: float) -> T:
        """Runs the call. For a visitor it runs in another thread, which is given up at the limit: the client's own
        timeouts bound neither the resolution of a name nor an answer that comes byte by byte."""
        if not attendu():
            return action(self._client(limite))
        avenir = self._fils.submit(action, self._client(limite))
        try:
            return avenir.result(limite + PAS)
        except FilTropLong as erreur:
            avenir.cancel()
            raise MoteurInjoignable(f"Elasticsearch did not answer within {limite:.2f} s.") from erreur

    def _client(self, limite: float) -> Elasticsearch:
        """The client with this time limit, rounded down: making one costs half a millisecond."""
        pas = max(1, int(limite / PAS))
        if pas not in self._clients:
            self._clients[pas] = self.client.options(request_timeout=pas * PAS)
        return self._clients[pas]


@contextmanager
def traduire() -> Iterator[None]:
    """Turns all that the client or a strange answer raises into ErreurMoteur."""
    try:
        yield
    except ErreurMoteur:
        raise
    except NotFoundError as erreur:
        if "index_not_found" not in str(erreur.body):
            raise MoteurInjoignable(f"Elasticsearch: {_resume(erreur)}") from erreur
        raise IndexAbsent("No search index yet: run `manage.py indexer`.") from erreur
    except (ApiError, TransportError, OSError) as erreur:
        raise MoteurInjoignable(f"Elasticsearch: {_resume(erreur)}") from erreur
    except ILLISIBLE as erreur:
        raise MoteurInjoignable(f"Elasticsearch: unreadable answer ({erreur!r})") from erreur


def _resume(erreur: Exception) -> str:
    """One line, bounded: the log is read by people."""
    return f"{type(erreur).__name__}: {' '.join(str(erreur).split())[:300]}"
