"""Queries: cleaned, frozen, with honest defaults."""

import pytest

from recherche.valeurs.requete import LONGUEUR_MAX, Requete, figer, nettoyer


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("  jeu \t\n libre ", "jeu libre"),
        ("a\x00b\x1fc\x7f", "a b c"),
        ("\ud800x", "x"),
        ("👩‍👧 et é", "👩‍👧 et é"),
        ("", ""),
    ],
)
def test_nettoyer(texte, attendu):
    assert nettoyer(texte) == (attendu, False)


def test_trop_long():
    texte, abregee = nettoyer("mot " * 5000)
    assert abregee
    assert len(texte) <= LONGUEUR_MAX
    assert texte.endswith("mot")


def test_vide_noye_dans_des_espaces():
    assert nettoyer(" " * 10_000 + "x" * 300) == ("x" * 300, False)


def test_figer():
    filtres = figer({"b": ["2", "1", "2"], "a": (), "c": ("x",)})
    assert dict(filtres) == {"b": ("2", "1"), "c": ("x",)}
    with pytest.raises(TypeError):
        filtres["b"] = ("3",)


@pytest.mark.parametrize(
    ("texte", "tri", "attendu"),
    [
        ("", "", "date"),
        ("", "pertinence", "date"),
        ("jeu", "", "pertinence"),
        ("jeu", "titre", "titre"),
        ("", "titre", "titre"),
    ],
)
def test_tri_effectif(texte, tri, attendu):
    assert Requete(texte=texte, tri=tri).tri_effectif == attendu


def test_choix_sans_ce_que_l_adresse_fixe():
    requete = Requete(filtres=figer({"pilier": ("PAR",), "type": ("outil",)}), fixes=frozenset({"pilier"}))
    assert dict(requete.choix) == {"type": ("outil",)}
    assert hash(requete) == hash(Requete(filtres=figer({}), fixes=frozenset({"pilier"})))
    assert requete != Requete(fixes=frozenset({"pilier"}))
