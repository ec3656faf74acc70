"""Nodes that hang are watched by a thread, never by a visitor."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from elastic_transport import NodeConfig, Urllib3HttpNode

from recherche.moteurs import MoteurInjoignable
from recherche.moteurs.echeance import limiter
from recherche.moteurs.elasticsearch import noeuds
from recherche.moteurs.elasticsearch.adresse import Adresse
from recherche.moteurs.elasticsearch.liaison import Liaison
from recherche.moteurs.elasticsearch.noeuds import SelecteurVeille, repond
from recherche.tests.faux_serveurs import BONNE, FauxServeur, http


@contextmanager
def serveur(reponse: bytes | None) -> Iterator[FauxServeur]:
    """A false server, stopped at the end."""
    faux = FauxServeur(reponse)
    try:
        yield faux
    finally:
        faux.fermer()


def configuration(port: int) -> NodeConfig:
    return NodeConfig("http", "127.0.0.1", port)


def test_selecteur_evite_les_muets():
    a, b, c = (Urllib3HttpNode(configuration(port)) for port in (9001, 9002, 9003))
    muets = {b.config}
    selecteur = SelecteurVeille([a.config, b.config, c.config], muets)
    assert {selecteur.select([a, b, c]) for _ in range(6)} == {a, c}
    assert selecteur.select([b]) is b, "better a doubtful node than none"
    muets.clear()
    assert {selecteur.select([a, b, c]) for _ in range(6)} == {a, b, c}


@pytest.fixture
def paire(monkeypatch):
    """A line to a node that answers and one that hangs, watched at a fast pace."""
    monkeypatch.setattr(noeuds, "TOUR", 0.05)
    monkeypatch.setattr(noeuds, "DELAI", 0.1)
    monkeypatch.setattr("recherche.moteurs.elasticsearch.liaison.DELAI_VISITEUR", 0.2)
    with serveur(http(200, BONNE)) as bon, serveur(None) as fige:
        ligne = Liaison(Adresse((bon.url, fige.url)))
        monkeypatch.setattr(ligne.client.transport.node_pool, "_dead_node_backoff_factor", 0.0)
        yield ligne, bon, fige


def chercher(ligne: Liaison) -> bool:
    """Whether a visitor is answered."""
    try:
        with limiter(1.5):
            ligne.appeler(lambda client: client.search(index="x"))
    except MoteurInjoignable:
        return False
    return True


def test_un_noeud_fige_ne_coute_qu_une_reponse(paire):
    """The client alone would try the frozen node again and again: its rest is set to nothing here."""
    ligne, bon, fige = paire
    assert not ligne.convalescente
    while chercher(ligne):
        pass
    assert ligne.convalescente
    limite = time.monotonic() + 5
    while not ligne.surveillance.muets and time.monotonic() < limite:
        time.sleep(0.02)
    assert [chercher(ligne) for _ in range(20)] == [True] * 20
    assert repond(Urllib3HttpNode(NodeConfig("http", "127.0.0.1", int(bon.url.rpartition(":")[2]))))
    assert not repond(Urllib3HttpNode(NodeConfig("http", "127.0.0.1", int(fige.url.rpartition(":")[2]))))


def test_un_seul_noeud_n_est_pas_surveille():
    with serveur(None) as fige:
        ligne = Liaison(Adresse((fige.url,)))
        assert not chercher(ligne)
        assert ligne.surveillance._fil is None
