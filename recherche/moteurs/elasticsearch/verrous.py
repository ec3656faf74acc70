"""Exclusive rights across hosts: a document by lock, held for BAIL seconds and renewed while its holder lives.

A holder that dies leaves the lock to expire. Hosts compare expiries with their own clocks: they must agree within a
few seconds. A lock lost by a process that slept is not a danger, only a waste: every write bears the outbox's
position as its external version, so an older state never replaces a newer one.
"""

import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from elasticsearch import ApiError, BadRequestError, ConflictError, Elasticsearch, NotFoundError

from recherche.moteurs.base import ErreurMoteur, MoteurOccupe
from recherche.moteurs.elasticsearch.liaison import Liaison

BAIL = 60.0  # seconds
ATTENTE = 0.05  # seconds between two attempts
MAPPING = {
    "dynamic": "strict",
    "properties": {"proprietaire": {"type": "keyword"}, "jusqua": {"type": "double"}},
}
REGLAGES = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "translog.durability": "async",  # a lock that a power cut forgets is a lock released: no need to wait for the disk
}


class Verrous:
    """The locks of one prefix."""

    def __init__(self, liaison: Liaison, prefixe: str) -> None:
        self.liaison, self.index = liaison, f"{prefixe}.verrous"
        self._pret = False

    @contextmanager
    def tenir(self, nom: str, delai: float) -> Iterator[None]:
        """Holds the lock `nom`; MoteurOccupe when another has it for more than `delai` seconds."""
        self._preparer()
        echeance = time.monotonic() + delai
        bail = Bail(self.liaison, self.index, nom)
        while not self.liaison.appeler(bail.prendre):
            if time.monotonic() >= echeance:
                raise MoteurOccupe(
                    f"Another process holds the search index ({nom}) since more than {delai} s; nothing is lost, "
                    "the next write resumes."
                )
            time.sleep(ATTENTE)
        bail.entretenir()
        try:
            yield
        finally:
            bail.rendre()

    def _preparer(self) -> None:
        """Creates the index of the locks, once."""
        if self._pret:
            return

        def creer(client: Elasticsearch) -> None:
            try:
                client.indices.create(index=self.index, mappings=MAPPING, settings=REGLAGES)
            except BadRequestError as erreur:
                if "resource_already_exists" not in str(erreur):
                    raise

        self.liaison.appeler(creer)
        self._pret = True


class Bail:
    """One lock held by one block of code."""

    def __init__(self, liaison: Liaison, index: str, nom: str) -> None:
        self.liaison, self.index, self.nom = liaison, index, nom
        self.proprietaire = uuid.uuid4().hex
        self._jeton: dict[str, int] = {}
        self._serrure = threading.Lock()
        self._minuterie: threading.Timer | None = None
        self._rendu = False

    def prendre(self, client: Elasticsearch) -> bool:
        """Tries once; an expired lock is taken over, by one process only."""
        try:
            self._ecrire(client, {"op_type": "create"})
        except ConflictError:
            return self._reprendre(client)
        return True

    def _reprendre(self, client: Elasticsearch) -> bool:
        try:
            pris = client.get(index=self.index, id=self.nom)
            if float(pris["_source"]["jusqua"]) > time.time():
                return False
            self._ecrire(client, {"if_seq_no": pris["_seq_no"], "if_primary_term": pris["_primary_term"]})
        except (ConflictError, NotFoundError):  # taken over or released meanwhile
            return False
        return True

    def _ecrire(self, client: Elasticsearch, condition: dict[str, Any]) -> None:
        contenu = {"proprietaire": self.proprietaire, "jusqua": time.time() + BAIL}
        reponse = client.index(index=self.index, id=self.nom, document=contenu, **condition)
        self._jeton = {"if_seq_no": reponse["_seq_no"], "if_primary_term": reponse["_primary_term"]}

    def entretenir(self) -> None:
        """Renews the lease from another thread, as long as this process lives."""
        self._minuterie = threading.Timer(BAIL / 3, self._renouveler)
        self._minuterie.daemon = True
        self._minuterie.start()

    def _renouveler(self) -> None:
        with self._serrure:
            if self._rendu:
                return
            with suppress(ErreurMoteur):  # the next attempt may succeed before the lease ends
                self.liaison.appeler(lambda client: self._ecrire(client, self._jeton), service=BAIL / 6)
            self.entretenir()

    def rendre(self) -> None:
        """Releases the lock; if the cluster is gone, the lease ends by itself."""
        with self._serrure:
            self._rendu = True
            if self._minuterie:
                self._minuterie.cancel()
            with suppress(ErreurMoteur):
                self.liaison.appeler(self._supprimer)

    def _supprimer(self, client: Elasticsearch) -> None:
        try:
            client.delete(index=self.index, id=self.nom, **self._jeton)
        except ApiError as erreur:
            if erreur.meta.status not in (
                404,
                409,
            ):  # expired, and taken by another: no longer ours to release
                raise
