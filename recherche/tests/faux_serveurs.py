"""Servers that fail in the ways that a cluster fails, on real sockets; and a relay that can be cut."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

ENTETES = "Content-Type: application/json\r\nX-Elastic-Product: Elasticsearch\r\n"
FRAGMENTS = {"total": 3, "successful": 3, "skipped": 0, "failed": 0}
BONNE = {
    "took": 1,
    "timed_out": False,
    "_shards": FRAGMENTS,
    "hits": {"total": {"value": 0, "relation": "eq"}, "hits": []},
}


def http(statut: int, corps: Any, entetes: str = ENTETES) -> bytes:
    """An HTTP answer; `corps` is text, or becomes JSON."""
    contenu = (corps if isinstance(corps, str) else json.dumps(corps)).encode()
    return f"HTTP/1.1 {statut} X\r\n{entetes}Content-Length: {len(contenu)}\r\n\r\n".encode() + contenu


ABSENT = {"error": {"type": "index_not_found_exception", "reason": "no such index"}, "status": 404}
REPONSES = {
    "429": http(429, {"error": {"type": "es_rejected_execution_exception"}, "status": 429}),
    "503": http(503, {"error": {"type": "search_phase_execution_exception"}, "status": 503}),
    "fragments": http(200, BONNE | {"_shards": FRAGMENTS | {"successful": 2, "failed": 1}}),
    "timed_out": http(200, BONNE | {"timed_out": True}),
    "index absent": http(404, ABSENT),
    "404 d’un mandataire": http(404, "<h1>Not found</h1>", "Content-Type: text/html\r\n"),
    "autre produit": http(200, BONNE, "Content-Type: application/json\r\n"),
    "page html": http(200, "<html>", "Content-Type: text/html\r\nX-Elastic-Product: Elasticsearch\r\n"),
    "json coupé": http(200, '{"hits": {"tot'),
    "json d’autre forme": http(200, ["rien"]),
    "vide": http(200, {}),
    "total approché": http(200, BONNE | {"hits": {"total": {"value": 9, "relation": "gte"}, "hits": []}}),
    "fiche illisible": http(
        200,
        BONNE
        | {
            "hits": {
                "total": {"value": 1, "relation": "eq"},
                "hits": [{"_score": 1, "_source": {"charge": "é"}}],
            }
        },
    ),
    "pas du http": b"\x00\x01garbage\r\n\r\n",
    "raccroche": b"",
    "corps annoncé trop long": b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n" + ENTETES.encode() + b"\r\n{",
}


class FauxServeur:
    """Answers everything with the same bytes; None: never answers; `goutte`: one byte each 50 ms."""

    def __init__(self, reponse: bytes | None, *, goutte: bool = False) -> None:
        self.reponse, self.goutte, self.connexions = reponse, goutte, 0
        self._ecoute = socket.create_server(("127.0.0.1", 0))
        self._fini = threading.Event()
        threading.Thread(target=self._servir, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._ecoute.getsockname()[1]}"

    def _servir(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                prise, _ = self._ecoute.accept()
                self.connexions += 1
                threading.Thread(target=self._repondre, args=(prise,), daemon=True).start()

    def _repondre(self, prise: socket.socket) -> None:
        with prise, contextlib.suppress(OSError):
            prise.recv(65536)
            if self.reponse is None:
                self._fini.wait()
            elif self.goutte:
                for octet in self.reponse:
                    prise.sendall(bytes([octet]))
                    if self._fini.wait(0.05):
                        return
            else:
                prise.sendall(self.reponse)

    def fermer(self) -> None:
        """Stops listening and lets go of whoever waits."""
        self._fini.set()
        self._ecoute.close()


class Relais:
    """A TCP relay to a real server, in one of three modes: "passe", "refuse" (cuts at once), "muet" (never answers)."""

    def __init__(self, hote: str, port: int) -> None:
        self.cible, self.mode, self.connexions = (hote, port), "passe", 0
        self._ecoute = socket.create_server(("127.0.0.1", 0))
        self._prises: list[socket.socket] = []
        threading.Thread(target=self._servir, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._ecoute.getsockname()[1]}"

    def passer_en(self, mode: str) -> None:
        """Changes what happens; connections in use are cut."""
        self.mode = mode
        for prise in self._prises:
            with contextlib.suppress(OSError):
                prise.shutdown(socket.SHUT_RDWR)
            prise.close()
        self._prises.clear()

    def _servir(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                prise, _ = self._ecoute.accept()
                self.connexions += 1
                if self.mode == "refuse":
                    prise.close()
                    continue
                self._prises.append(prise)
                if self.mode == "passe":
                    threading.Thread(target=self._relayer, args=(prise,), daemon=True).start()

    def _relayer(self, prise: socket.socket) -> None:
        with contextlib.suppress(OSError):
            autre = socket.create_connection(self.cible)
            threading.Thread(target=self._copier, args=(autre, prise), daemon=True).start()
            self._copier(prise, autre)

    @staticmethod
    def _copier(source: socket.socket, destination: socket.socket) -> None:
        with contextlib.suppress(OSError), source, destination:
            while donnees := source.recv(65536):
                destination.sendall(donnees)

    def fermer(self) -> None:
        """Stops everything."""
        self._ecoute.close()
        self.passer_en("refuse")


@contextlib.contextmanager
def chronometre() -> Iterator[list[float]]:
    """A list that receives the seconds that the block took."""
    duree: list[float] = []
    debut = time.monotonic()
    yield duree
    duree.append(time.monotonic() - debut)
