"""Which nodes of the cluster a visitor's call may go to: never one that is being watched.

The client leaves a node that failed alone for a few seconds, then tries it again with the next call: when the node is
frozen, that is a visitor who waits for nothing, again and again. Here a thread asks the doubtful nodes instead, and
visitors only meet those that answer.
"""

import threading
from collections.abc import Callable, Sequence

from elastic_transport import BaseNode, NodeConfig, NodeSelector, TransportError

TOUR = 1.0  # seconds between two rounds of questions
DELAI = 0.5  # seconds that a node has to answer
TOURS_SANS_FAUTE = 3  # rounds, all well, after which nobody is watched any more


class Surveillance:
    """The nodes that do not answer; empty, and without a thread, as long as all is well. Safe for threads."""

    def __init__(self) -> None:
        self.muets: set[NodeConfig] = set()
        self._serrure = threading.Lock()
        self._fil: threading.Thread | None = None

    def selecteur(self, noeuds: list[NodeConfig]) -> "SelecteurVeille":
        """The selector to give to the client."""
        return SelecteurVeille(noeuds, self.muets)

    def commencer(self, noeuds: Callable[[], Sequence[BaseNode]]) -> None:
        """After a failure: watches the nodes, unless it is being done or there is nothing to choose from."""
        with self._serrure:
            if len(noeuds()) < 2 or (self._fil and self._fil.is_alive()):
                return
            self._fil = threading.Thread(target=self._veiller, args=(noeuds,), daemon=True, name="veille")
            self._fil.start()

    def _veiller(self, noeuds: Callable[[], Sequence[BaseNode]]) -> None:
        attente, bons = threading.Event(), 0
        while bons < TOURS_SANS_FAUTE:
            for noeud in noeuds():
                (self.muets.discard if repond(noeud) else self.muets.add)(noeud.config)
            bons = 0 if self.muets else bons + 1
            attente.wait(TOUR)


def repond(noeud: BaseNode) -> bool:
    """Whether a node answers anything: a refusal is an answer."""
    try:
        noeud.perform_request("HEAD", "/", request_timeout=DELAI)
    except TransportError:
        return False
    return True


class SelecteurVeille(NodeSelector):
    """In turn, the nodes that answer; all of them when none does."""

    def __init__(self, noeuds: list[NodeConfig], muets: set[NodeConfig]) -> None:
        super().__init__(noeuds)
        self.muets = muets
        self._rang = 0

    def select(self, nodes: Sequence[BaseNode]) -> BaseNode:
        """The next one; two threads that take the same one do no harm."""
        choix = [noeud for noeud in nodes if noeud.config not in self.muets] or nodes
        self._rang += 1
        return choix[self._rang % len(choix)]
