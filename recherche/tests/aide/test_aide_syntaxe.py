"""Quotes and exclusions: what is read, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recherche.aide.syntaxe import Morceau, lire


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("", []),
        ("   ", []),
        ("jeu libre", ["jeu libre"]),
        ('"jeu libre"', ["=jeu libre"]),
        ("«jeu libre»", ["=jeu libre"]),
        ("“jeu libre” dehors", ["=jeu libre", " dehors"]),
        ('jeu "libre', ['jeu "libre']),
        ('""', []),
        ("jeu -libre", ["jeu ", "-libre"]),
        ("-libre", ["-libre"]),
        ("−libre", ["-libre"]),
        ('-"jeu libre"', ["-=jeu libre"]),
        ("-« jeu libre » parc", ["-= jeu libre ", " parc"]),
        ("tout-petit", ["tout-petit"]),
        ("-tout-petit", ["-tout-petit"]),
        ("a - b", ["a - b"]),
        ("a -- b", ["a -- b"]),
        ("-", ["-"]),
        ('a-"b"', ["a-", "=b"]),
        ("–libre", ["–libre"]),
    ],
)
def test_lire(texte, attendus):
    def ecrire(morceau: Morceau) -> str:
        return "-" * morceau.exclu + "=" * morceau.phrase + morceau.texte

    assert [ecrire(morceau) for morceau in lire(texte)] == attendus


@given(st.text(alphabet='ab "«»“”- \u2212', max_size=40))
def test_chaque_morceau_est_a_sa_place(texte):
    fin = 0
    for morceau in lire(texte):
        assert texte[morceau.debut : morceau.debut + len(morceau.texte)] == morceau.texte
        assert morceau.debut >= fin
        fin = morceau.debut + len(morceau.texte)
