"""Everything works without JavaScript: links, forms, folded parts."""

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.pages import ADRESSES, liste, recherche

pytestmark = pytest.mark.deux_bases  # what the server alone does, on the whole demonstration


@pytest.mark.parametrize("largeur", [1280, 375])
@pytest.mark.parametrize(
    ("langue", "mot", "attendu"), [("fr", "peres", "pères"), ("en", "fathers", "fathers")]
)
def test_search_from_the_home_page(ouvrir, langue, mot, attendu, largeur):
    page = ouvrir(f"/{langue}/", scripts=False, largeur=largeur)
    page.locator("main input[name=q]").fill(mot)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{recherche(langue, f'?q={mot}')}")
    assert attendu in page.locator(".hits").first.inner_text().lower()


@pytest.mark.parametrize("largeur", [1280, 375])
def test_filters_by_their_button(ouvrir, largeur):
    page = ouvrir(recherche("fr", "?q=famille"), scripts=False, largeur=largeur)
    if largeur < 800:  # folded above the hits on a phone, open beside them on a wide screen
        page.locator("#filtres > summary").click()
    page.locator("#f-type-outil").check()
    page.get_by_role("button", name="Appliquer les filtres").click()
    page.wait_for_url("**type=outil**")
    assert "q=famille" in page.url
    genres = page.locator("#resultats-recherche > .hits > .hit > .genre > span:first-child").all_inner_texts()
    assert set(genres) == {"Outil"}


def test_sort_by_its_button(ouvrir):
    page = ouvrir(liste("outil", "fr"), scripts=False)
    page.locator("#tri").select_option("titre")
    page.locator(".tri button").click()
    page.wait_for_url("**tri=titre**")
    titres = page.locator("#resultats-recherche > .hits .titre").all_inner_texts()
    assert len(titres) > 3
    assert titres == sorted(titres, key=cle_de_tri)


def cle_de_tri(titre: str) -> str:
    """Titles in the order of a French reader: accents and case aside."""
    import unicodedata

    plat = unicodedata.normalize("NFD", titre.casefold())
    return "".join(c for c in plat if c.isalnum() or c == " ")


def test_a_filter_is_dropped_by_its_link(ouvrir):
    page = ouvrir(ADRESSES["recherche", "fr"], scripts=False)
    page.locator("#puce-pilier-PAR").click()
    page.wait_for_url(lambda adresse: "pilier" not in adresse)
    assert "type=outil" in page.url


@pytest.mark.parametrize(
    "nom", ["accueil", "thematique", "outil", "initiative", "liste", "recherche", "contenu"]
)
@pytest.mark.parametrize(("langue", "autre"), [("fr", "en"), ("en", "fr")])
def test_language_switch(ouvrir, nom, langue, autre):
    page = ouvrir(ADRESSES[nom, langue], scripts=False)
    page.locator("header .langue a").click()
    page.wait_for_url(lambda adresse: adresse.endswith(ADRESSES[nom, autre]))
    assert page.locator("html").get_attribute("lang") == autre


def test_buttons_that_need_scripts_are_not_shown(ouvrir):
    page = ouvrir(ADRESSES["outil", "fr"], scripts=False)
    boutons = page.locator("[data-geste]")
    assert boutons.count()
    for rang in range(boutons.count()):
        expect(boutons.nth(rang)).to_be_hidden()
