"""Distances between spellings, and who is near."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recherche.aide.proximite import a_un_pas, au_plus, coeurs, distance, tolerance
from recherche.aide.vocabulaire import Vocabulaire

mots = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("a", "b", "attendue"),
    [
        ("eveil", "eveil", 0),
        ("eveil", "evil", 1),
        ("eveil", "evveil", 1),
        ("eveil", "evail", 1),
        ("eveil", "veil", 1),
        ("eveil", "eviel", 1),
        ("eveil", "veeil", 1),
        ("developpement", "devlopement", 2),
        ("abcd", "badc", 2),
        ("", "ab", 2),
        ("grossesse", "adresse", 5),
    ],
)
def test_distance(a, b, attendue):
    assert distance(a, b) == distance(b, a) == attendue


@given(mots, mots)
def test_un_pas_est_ce_que_dit_la_distance(a, b):
    assert (b in set(a_un_pas(a)) and b != a) == (distance(a, b) == 1)


@given(mots, mots)
def test_au_plus_est_ce_que_dit_la_distance(a, b):
    assert [au_plus(pas, a, b) for pas in range(3)] == [distance(a, b) <= pas for pas in range(3)]


@given(st.text(alphabet="abcdef", min_size=8, max_size=14), st.randoms())
def test_deux_fautes_laissent_un_coeur(forme, hasard):
    faux = forme
    for _ in range(2):
        faux = hasard.choice(list(a_un_pas(faux)))
    if distance(forme, faux) <= 2:
        assert any(coeur in faux for coeur in coeurs(forme))


@pytest.mark.parametrize(
    ("forme", "pas"), [("rlp", 0), ("jeux", 1), ("enfants", 1), ("familles", 2), ("2019", 0), ("a1b2c3", 0)]
)
def test_tolerance(forme, pas):
    assert tolerance(forme) == pas


def test_le_vocabulaire_trouve_tout_ce_qui_est_a_deux_pas():
    hasard = random.Random(5)
    formes = {"".join(hasard.choices("abcdefghij", k=hasard.randint(6, 10))) for _ in range(3000)}
    formes |= {"familles", "fmailels", "famille", "familiales", "femelles", "fablile"}
    vocabulaire = Vocabulaire({"fr": {forme: forme for forme in formes}})
    attendues = sorted(forme for forme in formes if distance("familles", forme) == 2)
    assert vocabulaire.a_deux_pas("familles", "fr") == attendues
    assert {"femelles", "fmailels"} <= set(attendues)
    assert vocabulaire.a_deux_pas("familles", "en") == []
    assert vocabulaire.a_un_pas("familles", "fr") == ["famille"]


def test_un_mot_ajoute_se_trouve_aussi():
    base = Vocabulaire({"fr": {"logement": "logement"}})
    assert base.a_deux_pas("logemnets", "fr") == ["logement"]
    somme = base.plus({"fr": {"logements": "logements"}, "en": {"lodgements": "lodgements"}})
    assert somme.a_deux_pas("logemnets", "fr") == ["logement"]
    assert somme.a_un_pas("logemnets", "fr") == ["logements"]
    assert somme.a_deux_pas("logementtss", "fr") == ["logements"]
    assert base.a_deux_pas("logementtss", "fr") == [], "the former one did not change"
    assert somme.connait_ailleurs("lodgements") and not somme.connait("lodgements", "fr")
