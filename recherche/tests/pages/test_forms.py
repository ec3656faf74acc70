"""Junk in the address bar gives defaults."""

import pytest
from django.http import QueryDict

from recherche.forms import FormulaireRecherche
from recherche.valeurs.requete import VALEURS_MAX

FACETTES = ("type", "pilier")


def requete(chaine: str, **options):
    """The query of an address."""
    return FormulaireRecherche(QueryDict(chaine), FACETTES).requete("fr", **options)


def test_tout():
    lue = requete("q=%20jeu%00&type=outil&type=initiative&type=outil&pilier=PAR&tri=date&page=2&x=1")
    assert (lue.texte, lue.tri, lue.page, lue.langue) == ("jeu", "date", 2, "fr")
    assert dict(lue.filtres) == {"pilier": ("PAR",), "type": ("outil", "initiative")}


@pytest.mark.parametrize(
    ("page", "attendue"),
    [("", 1), ("0", 1), ("-3", 1), ("1e3", 1), ("٣", 1), ("²", 1), ("7", 7), ("9" * 6000, 10**6), ("007", 7)],
)
def test_page(page, attendue):
    assert requete(f"page={page}").page == attendue


@pytest.mark.parametrize(
    ("chaine", "tri"),
    [("q=jeu&tri=pertinence", ""), ("tri=date", ""), ("q=jeu&tri=date", "date"), ("tri=titre", "titre")],
)
def test_l_ordre_par_defaut_ne_s_ecrit_pas(chaine, tri):
    assert requete(chaine).tri == tri


def test_valeurs_invraisemblables():
    lue = requete("tri=DROP&type=<script>&type=%27%20OR%201=1&type=a%00b&pilier=" + "x" * 200)
    assert (lue.tri, dict(lue.filtres)) == ("", {})


def test_trop_de_valeurs():
    lue = requete("&".join(f"type=v{rang}" for rang in range(500)))
    assert len(lue.filtres["type"]) == VALEURS_MAX


def test_texte_trop_long():
    assert requete("q=" + "a" * 10_000).abregee


def test_preselection_ne_se_change_pas():
    lue = requete("pilier=ENF&type=outil", preselection={"pilier": "PAR"})
    assert dict(lue.filtres) == {"pilier": ("PAR",), "type": ("outil",)}
    assert lue.fixes == {"pilier"}
    assert dict(requete("", preselection={"type": ["outil", "initiative"]}).filtres) == {
        "type": ("outil", "initiative")
    }
