"""The quilt: reproducible, safe, light, and honest about the dominant pillar."""

import gzip
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressources.images.courtepointe import COULEURS, carres, chemins, courtepointe, forme, hasard

GRILLE_2X2 = [  # column, row, pillar, vivid ground, shape, quarter turns
    (0, 0, "PAR", False, 0, 1),
    (1, 0, "PAR", False, 1, 1),
    (0, 1, "PAR", False, 1, 2),
    (1, 1, "CDV", False, 0, 1),
]
SVG = "{http://www.w3.org/2000/svg}"


def _classes(svg: str) -> set[str]:
    return {p.get("class", "") for p in ET.fromstring(svg).iter(f"{SVG}path")}


def test_same_key_same_quilt_and_other_key_other_quilt():
    assert courtepointe("ou-grille", ["PAR"]) == courtepointe("ou-grille", ["PAR"])
    assert courtepointe("ou-grille", ["PAR"]) != courtepointe("ou-grilles", ["PAR"])


def test_quilt_is_frozen_for_ever():
    """A sheet's cover must not change with an upgrade: printed kits and social cards show it."""
    assert list(islice(hasard("a"), 4)) == [202, 151, 129, 18]
    assert list(carres("ou-grille", ["PAR", "CDV"], 2, 2)) == GRILLE_2X2


@given(st.text(), st.lists(st.sampled_from(["ENF", "PAR", "CDV", "AGE", "zz", '"><script>'])))
def test_any_key_and_codes_give_well_formed_svg_without_them(cle, piliers):
    svg = courtepointe(cle, piliers)
    classes = _classes(svg)
    assert "script" not in svg and "zz" not in svg
    assert classes <= {f"q-{c}{p}" for c in ("enf", "par", "cdv", "age") for p in ("", "-p")}


def test_hostile_key_never_reaches_the_output():
    cle = '"><script>alert(1)</script>'
    assert "script" not in courtepointe(cle) and "alert" not in courtepointe(cle)


def test_only_the_given_pillars_appear_and_the_first_dominates():
    compte = Counter(p for i in range(50) for _, _, p, *_ in carres(f"cle-{i}", ["CDV", "ENF", "AGE"]))
    assert set(compte) == {"CDV", "ENF", "AGE"}
    assert compte["CDV"] > 1.8 * max(compte["ENF"], compte["AGE"])


def test_without_pillars_all_four_share_the_quilt():
    compte = Counter(p for i in range(50) for _, _, p, *_ in carres(f"cle-{i}"))
    assert set(compte) == set(COULEURS)
    assert max(compte.values()) < 1.3 * min(compte.values())


def test_every_square_is_covered_once():
    squares = [(x, y) for x, y, *_ in carres("k", colonnes=7, rangs=3)]
    assert sorted(squares) == [(x, y) for x in range(7) for y in range(3)]
    fonds, dessus = chemins("k", colonnes=7, rangs=3)
    for couche in (fonds, dessus):
        assert sum(d.count("M") for *_, d in couche) == 21


def test_fill_attribute_stands_beside_the_class():
    for path in ET.fromstring(courtepointe("k")).iter(f"{SVG}path"):
        code, _, pale = path.get("class", "")[2:].partition("-")
        assert path.get("fill") == COULEURS[code.upper()][1 if pale else 0]


def test_decorative_for_assistive_technology():
    racine = ET.fromstring(courtepointe("k"))
    assert (racine.get("aria-hidden"), racine.get("focusable"), racine.get("role")) == ("true", "false", None)
    assert "id=" not in courtepointe("k") and "style" not in courtepointe("k")


def test_weight_stays_small():
    tailles = [len(gzip.compress(courtepointe(f"k{i}").encode())) for i in range(30)]
    assert max(tailles) < 900


@pytest.mark.parametrize("code", ["ENF", "PAR", "CDV", "AGE"])
def test_each_pillar_has_a_sign_of_its_own(code):
    racine = ET.fromstring(forme(code))
    assert racine.get("class") == f"forme forme-{code.lower()}"
    assert sum(forme(code) == forme(autre) for autre in COULEURS) == 1


def test_unknown_pillar_has_a_neutral_sign():
    svg = forme('x"><script>')
    assert ET.fromstring(svg).get("class") == "forme"
    assert "script" not in svg
