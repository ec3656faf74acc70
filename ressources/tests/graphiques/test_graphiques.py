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


def barre(nombre: float | None, mots: str = "") -> Groupe:
    return Groupe(mots or f"étiquette {nombre}", (Barre(nombre, mots or str(nombre), "2024"),))


def rectangles(svg: str) -> list[tuple[float, float]]:
    """(x, width) of the bars."""
    return [
        (float(e.get("x")), float(e.get("width")))
        for e in lire(svg).iter(f"{SVG}rect")
        if e.get("class", "").startswith("g-") and e.get("class") != "g-piste"
    ]


@pytest.mark.parametrize("forme", FORMES)
@pytest.mark.parametrize(
    "valeurs", [(0, 0), (-5, 10), (-5, -10), (0, 3), (None, 4), (300_000, 12), (1e12, 1), (0.2, 0.1)]
)
def test_toute_valeur_se_dessine_dans_le_cadre(forme, valeurs):
    svg = dessiner(forme, dessin(*(barre(v) for v in valeurs), maximum=0))
    racine = lire(svg)
    hauteur = float(racine.get("viewBox").split()[3])
    mots = {e.text for e in racine.iter(f"{SVG}text")}
    assert {str(v) for v in valeurs} <= mots
    for element in racine.iter(f"{SVG}rect"):
        assert float(element.get("x")) >= 0
        assert float(element.get("x")) + float(element.get("width")) <= LARGEUR
    for element in racine.iter(f"{SVG}circle"):
        if element.get("class"):
            assert 0 <= float(element.get("cx")) <= LARGEUR
    assert all(0 < float(e.get("y")) <= hauteur for e in racine.iter(f"{SVG}text"))
    assert len(svg) < 30_000, "the page must stay light"


def test_une_barre_negative_va_de_l_autre_cote_de_zero():
    (gauche, longueur), (zero, autre) = rectangles(
        dessiner("barres", dessin(barre(-5), barre(10), maximum=0))
    )
    assert gauche == 0 and gauche + longueur == pytest.approx(zero, abs=0.1)
    assert autre == pytest.approx(2 * longueur, rel=0.01)


def test_zero_n_a_pas_de_barre_mais_une_marque():
    svg = dessiner("barres", dessin(barre(0), barre(0), maximum=0))
    assert rectangles(svg) == [] and svg.count('class="g-axe"') == 2


def test_un_chiffre_plus_grand_que_l_echelle_l_agrandit():
    svg = dessiner("barres", dessin(barre(150), barre(75), maximum=100))
    (_x, grande), (_y, petite) = rectangles(svg)
    assert grande == pytest.approx(2 * petite, rel=0.01)


def test_des_milliers_d_unites_se_comptent_par_marques():
    svg = dessiner("unites", dessin(barre(300_000), barre(50_000), maximum=0))
    marques = len(re.findall(r"h8v8h-8z", svg))
    assert "= 1\u202f000" in svg
    assert marques == 300 + 50 + 1


def test_sans_nombre_la_valeur_est_ecrite():
    svg = dessiner("barres", dessin(barre(None, "plusieurs"), barre(3), maximum=0))
    assert "plusieurs" in svg and len(rectangles(svg)) == 1
