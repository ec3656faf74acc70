"""Measures against figures computed by hand."""

import math

import pytest

from recherche.evaluation.mesures import centile, dcg, moyenne, ndcg, rang_reciproque, rappel

GRADES = {"a": 2.0, "b": 1.0, "c": 0.0}


def test_gain_lineaire():
    assert dcg([2.0, 0.0, 1.0]) == pytest.approx(2 / 1 + 0 / math.log2(3) + 1 / 2)


def test_ndcg_a_la_main():
    # b at rank 1, a at rank 3: (1 + 2/2) / (2 + 1/log2(3)) = 2 / 2.6309
    assert ndcg(["b", "x", "a"], GRADES) == pytest.approx(2 / (2 + 1 / 1.5849625), abs=1e-6)
    assert ndcg(["b", "x", "a"], GRADES) == pytest.approx(0.7602, abs=1e-4)
    assert ndcg(["a", "b"], GRADES) == 1.0
    assert ndcg(["c", "x"], GRADES) == 0.0


def test_ndcg_ne_lit_que_les_dix_premiers():
    dix = [f"x{rang}" for rang in range(10)]
    assert ndcg([*dix, "a"], GRADES) == 0.0
    assert ndcg([*dix[:9], "a"], {"a": 1.0}) == pytest.approx(1 / math.log2(11))


def test_ideal_borne_a_dix():
    grades = {f"d{rang}": 1.0 for rang in range(25)}
    assert ndcg([f"d{rang}" for rang in range(10)], grades) == pytest.approx(1.0)


def test_rappel():
    assert rappel(["b", "c"], GRADES) == 0.5
    assert rappel(["a", "b"], GRADES) == 1.0
    assert rappel([], GRADES) == 0.0
    assert rappel(["a"], {"a": 0.0}) == 0.0


def test_rang_reciproque():
    assert rang_reciproque(["c", "x", "b"], GRADES) == pytest.approx(1 / 3)
    assert rang_reciproque(["c"], GRADES) == 0.0


def test_note_negative_sans_gain():
    assert ndcg(["z", "a"], {"a": 1.0, "z": -1.0}) == pytest.approx(1 / math.log2(3))


@pytest.mark.parametrize(("part", "attendu"), [(0.5, 5), (0.95, 10), (0.0, 1), (1.0, 10)])
def test_centile(part, attendu):
    assert centile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], part) == attendu


def test_sans_valeurs():
    assert (centile([], 0.5), moyenne([])) == (0.0, 0.0)
