"""The position in the outbox, whatever the order in which ids become visible."""

import random

from recherche.moteurs.position import DELAI_TROU, TROUS_MAX, Position


def test_dans_l_ordre():
    position = Position().avancer([(1, 10.0), (2, 11.0)])
    assert (position.lu, position.trous) == (2, {})


def test_un_trou_puis_son_arrivee():
    position = Position(4).avancer([(6, 10.0)])
    assert (position.lu, position.trous) == (6, {5: 10.0})
    assert position.avancer([(5, 12.0)]).trous == {}


def test_un_trou_ancien_est_abandonne():
    position = Position(4).avancer([(6, 10.0), (8, 500.0)])
    assert position.perimer(10.0 + DELAI_TROU - 1).trous == {5: 10.0, 7: 500.0}
    assert position.perimer(10.0 + DELAI_TROU).trous == {7: 500.0}


def test_saut_de_sequence():
    assert len(Position(1).avancer([(10**9, 1.0)]).trous) == TROUS_MAX


def test_toute_permutation_en_lots_lit_tout_une_fois():
    hasard = random.Random(2)
    for _ in range(50):
        numeros = list(range(1, 31))
        hasard.shuffle(numeros)
        position = Position()
        while numeros:
            lot, numeros = numeros[:4], numeros[4:]
            position = position.avancer((n, 1.0) for n in lot)
            assert set(position.trous) == {n for n in numeros if n < position.lu}
        assert (position.lu, position.trous) == (30, {})


def test_json():
    position = Position(7, {3: 1.25, 5: 2.0})
    assert Position.depuis_json(position.vers_json()) == position
    assert Position.depuis_json(position.vers_json()).trous == position.trous
