"""The condition of a tree finds what the tree finds, without ranking it."""

from recherche.valeurs.arbre import Bonus, Et, Ou, Phrase, Poids, Sauf, Terme, Tout, condition

A, B, C = (Terme("titre", mot) for mot in "abc")
SUITE = Phrase("corps", ("a", "b"))


def test_sans_poids_ni_bonus():
    assert condition(Bonus(Poids(A, 2.0), (SUITE,))) == A
    assert condition(Et((Poids(A, 2.0), Bonus(B, (C,))))) == Et((A, B))
    assert condition(Sauf(Poids(A, 0.3), (Poids(SUITE, 1.0),))) == Sauf(A, (SUITE,))
    assert condition(Tout()) == Tout()


def test_alternatives_en_une_rangee():
    mot = Ou((Poids(A, 1.3), B))
    assert condition(Ou((mot, Ou((B, C))))) == Ou((A, B, C))
    assert condition(Ou((Ou((A, B), 2), C))) == Ou((Ou((A, B), 2), C)), "both are required there"


def test_minimum_garde_ses_branches():
    """A word that stands twice counts twice."""
    assert condition(Ou((Ou((A, B)), Ou((A, B)), C), 2)) == Ou((Ou((A, B)), Ou((A, B)), C), 2)
    assert condition(Ou((), 0)) == Ou((), 0), "finds nothing"
