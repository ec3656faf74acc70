"""Addresses: one order, defaults left out, fixed facets never repeated."""

import pytest
from django.utils.translation import override

from recherche import liens
from recherche.valeurs.requete import Requete, figer

REQUETE = Requete(
    texte="jeu & l'été",
    filtres=figer({"type": ("outil", "initiative"), "pilier": ("PAR",)}),
    tri="titre",
    page=3,
    fixes=frozenset({"pilier"}),
)


def test_adresse():
    assert (
        liens.adresse(REQUETE, "/fr/x/")
        == "/fr/x/?q=jeu+%26+l%27%C3%A9t%C3%A9&type=outil&type=initiative&tri=titre&page=3"
    )
    assert liens.adresse(Requete(), "/fr/x/") == "/fr/x/"
    assert liens.adresse(Requete()) == "?"


def test_basculer():
    sans = liens.basculer(REQUETE, "type", "outil")
    assert (sans.filtres["type"], sans.page) == (("initiative",), 1)
    assert liens.basculer(sans, "type", "outil").filtres["type"] == ("initiative", "outil")
    assert "type" not in liens.basculer(sans, "type", "initiative").filtres
    assert liens.basculer(Requete(), "public", "peres").filtres["public"] == ("peres",)


def test_retirer():
    assert dict(liens.sans_filtres(REQUETE).filtres) == {"pilier": ("PAR",)}


def test_page():
    assert liens.avec_page(REQUETE, 9).page == 9


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_autre_langue_emporte_ce_que_l_adresse_fixait(langue):
    adresse = liens.autre_langue(REQUETE, langue)
    assert adresse.startswith(f"/{langue}/")
    assert adresse.endswith("?q=jeu+%26+l%27%C3%A9t%C3%A9&pilier=PAR&type=outil&type=initiative&tri=titre")


def test_url_facette():
    with override("fr"):
        assert liens.url_facette("public", "peres") == "/fr/recherche/?public=peres"
