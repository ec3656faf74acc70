"""The circuit breaker and the deadline, without an engine."""

import threading
import time

import pytest

from recherche.moteurs.base import IndexAbsent, MoteurInjoignable
from recherche.moteurs.echeance import attendu, delai, limiter
from recherche.moteurs.garde import Disjoncteur, MoteurSuspendu, disjoncteur, garde


class Moteur:
    """Only an identity is asked of it."""


def echouer(moteur, erreur=MoteurInjoignable) -> None:
    with pytest.raises(erreur), garde(moteur):
        raise erreur("down")


def test_trois_echecs_ouvrent_un_essai_ferme():
    moteur = Moteur()
    for _ in range(3):
        echouer(moteur)
    appels = []
    with pytest.raises(MoteurSuspendu), garde(moteur):
        appels.append(1)
    assert not appels
    assert disjoncteur(moteur).ouvert
    disjoncteur(moteur)._prochain_essai = 0
    with garde(moteur):
        appels.append(1)
    assert appels == [1]
    assert not disjoncteur(moteur).ouvert


def test_un_essai_manque_rouvre():
    moteur = Moteur()
    for _ in range(3):
        echouer(moteur)
    disjoncteur(moteur)._prochain_essai = 0
    echouer(moteur)
    with pytest.raises(MoteurSuspendu), garde(moteur):
        pass


def test_un_seul_essai_a_la_fois():
    circuit = Disjoncteur(seuil=1, repos=10)
    circuit.echoue()
    circuit._prochain_essai = 0
    passes = []

    def essayer():
        try:
            circuit.demander()
            passes.append(1)
        except MoteurSuspendu:
            pass

    fils = [threading.Thread(target=essayer) for _ in range(8)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert passes == [1]


def test_un_succes_remet_le_compte_a_zero():
    moteur = Moteur()
    for _ in range(3):
        echouer(moteur)
        echouer(moteur)
        with garde(moteur):
            pass


def test_un_index_absent_n_ouvre_pas():
    moteur = Moteur()
    for _ in range(5):
        echouer(moteur, IndexAbsent)
    with garde(moteur):
        pass


def test_chaque_moteur_a_son_circuit():
    un, autre = Moteur(), Moteur()
    for _ in range(3):
        echouer(un)
    with garde(autre):
        pass


def test_l_echeance_est_commune_aux_appels():
    assert (attendu(), delai(0.8, 30)) == (False, 30)
    with limiter(0.3):
        assert attendu()
        assert delai(0.1, 30) == 0.1
        assert 0.2 < delai(0.8, 30) <= 0.3
        time.sleep(0.3)
        with pytest.raises(MoteurInjoignable):
            delai(0.8, 30)
    assert delai(0.8, 30) == 30


def test_une_echeance_interieure_ne_rallonge_pas():
    with limiter(0.2), limiter(5):
        assert delai(9, 30) <= 0.2
