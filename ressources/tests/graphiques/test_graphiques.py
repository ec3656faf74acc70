"""Drawings: their marks are in proportion, their values are written, they read without colour, nothing is injected."""

import re
from xml.etree import ElementTree

import pytest

from ressources.graphiques import FORMES, Barre, Dessin, Groupe, dessiner
from ressources.graphiques.trace import LARGEUR

SVG = "{http://www.w3.org/2000/svg}"


def dessin(*groupes: Groupe, maximum: float = 100, titre: str = "Titre", description: str = "Dit") -> Dessin:
    return Dessin("g-essai", titre, description, groupes, maximum)


OPINION = dessin(
    Groupe("Une priorité", (Barre(60, "60 %", "2015"), Barre(75, "75 %", "2018"))),
    Groupe("Davantage", (Barre(87, "87 %", "2018"),)),
)


def lire(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


@pytest.mark.parametrize("forme", FORMES)
def test_chaque_forme_nomme_decrit_et_ecrit_ses_valeurs(forme):
    racine = lire(dessiner(forme, OPINION))
    assert racine.get("role") == "img"
    noms = {element.get("id"): element.text for element in racine if element.get("id")}
    assert [noms[cle] for cle in racine.get("aria-labelledby").split()] == ["Titre", "Dit"]
    mots = {element.text for element in racine.iter(f"{SVG}text")}
    assert {"60 %", "75 %", "87 %", "Une priorité", "Davantage"} <= mots


@pytest.mark.parametrize("forme", FORMES)
def test_rien_ne_sort_du_cadre(forme):
    racine = lire(dessiner(forme, OPINION))
    hauteur = float(racine.get("viewBox").split()[3])
    for element in racine.iter(f"{SVG}text"):
        assert -12 <= float(element.get("x")) <= LARGEUR + 12 and 0 < float(element.get("y")) <= hauteur


def test_les_barres_sont_proportionnelles_et_partent_de_zero():
    svg = dessiner(
        "barres", dessin(Groupe("A", (Barre(20, "20", "x"),)), Groupe("B", (Barre(80, "80", "x"),)))
    )
    petite, grande = (
        float(element.get("width"))
        for element in lire(svg).iter(f"{SVG}rect")
        if element.get("class") == "g-1"
    )
    assert grande == pytest.approx(4 * petite)


def test_les_series_se_distinguent_sans_couleur():
    svg = dessiner("groupees", OPINION)
    assert 'fill="url(#g-essai-m1)"' in svg and '<pattern id="g-essai-m1"' in svg


def test_un_carre_par_unite():
    svg = dessiner("unites", dessin(Groupe("Groupes", (Barre(139, "139", "2019"),))))
    assert len(re.findall(r"h8v8h-8z", svg)) == 139


@pytest.mark.parametrize("forme", FORMES)
def test_les_textes_sont_echappes(forme):
    mechant = "<script>alert(1)</script> & <b>"
    svg = dessiner(
        forme, dessin(Groupe(mechant, (Barre(1, mechant, mechant),)), titre=mechant, description=mechant)
    )
    assert "<script" not in svg and "<b>" not in svg
    lire(svg)


def test_aucun_style_en_ligne():
    assert all("style=" not in dessiner(forme, OPINION) for forme in FORMES)
