"""What a newcomer looks for, from the home page: how many clicks, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from portail.tests.navigateur.pages import ADRESSES, fiche, page_a_parties, recherche, repere
from portail.tests.navigateur.test_clavier import tabuler_vers

LANGUES = pytest.mark.parametrize("langue", ["fr", "en"])


def suivre_au_clavier(page: Page, selecteur: str, maximum: int = 120) -> None:
    """Tabs to a link and follows it."""
    tabuler_vers(page, selecteur, maximum)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@LANGUES
def test_all_about_housing_in_two_clicks(ouvrir, langue):
    page = ouvrir(f"/{langue}/")
    page.locator(f"main a[href='{page_a_parties('pg-plateforme', langue)}']").first.click()
    page.locator("main a[href$='/CDV-1/']").first.click()
    page.wait_for_url("**/CDV-1/")
    assert ("logement" if langue == "fr" else "housing") in page.locator("h1").inner_text()
    comptes = page.locator("main h3 .nombre, main h3").all_inner_texts()
    genres = (
        ("Thématiques", "Initiatives", "Actions", "Chiffres")
        if langue == "fr"
        else ("Themes", "Initiatives", "Advocacy", "Key figures")
    )
    assert all(any(titre.startswith(genre) for titre in comptes) for genre in genres)
    assert page.locator("main .carte").count() >= 3


@LANGUES
def test_from_an_initiative_to_its_measures_and_recommendation(ouvrir, langue):
    """One click each."""
    adresse = fiche("in-voix-des-parents", langue)
    for lien, arrivee in (("a[href$='/PAR-4/']", "h1"), ("a[href*='#ae-2019-']", ":target")):
        page = ouvrir(adresse)
        page.locator(f"main {lien}").first.click()
        expect(page.locator(arrivee)).to_be_in_viewport()


@LANGUES
def test_the_figure_and_its_source(ouvrir, langue):
    """75 % in 2018: found by the search, first, and from the home page in two clicks; always with its source."""
    adresse = repere("chiffres", langue, "priorite-2018")
    page = ouvrir(recherche(langue, "?q=75 %25"))
    page.locator(".hits .titre a, .hits a.titre").first.click()
    page.wait_for_url(f"**{adresse}")
    for texte in ("75", "2018", "Faits saillants"):
        expect(page.locator("main")).to_contain_text(texte)
    page = ouvrir(f"/{langue}/")
    page.locator(f"main a[href='{repere('chiffres', langue)}']").first.click()
    page.locator(f"main a[href='{adresse}']:visible").first.click()
    expect(page.locator("dl.fiche-signaletique cite")).to_be_visible()


@LANGUES
def test_the_initiatives_of_laval_by_keyboard_from_home(ouvrir, langue):
    page = ouvrir(f"/{langue}/")
    suivre_au_clavier(page, f"footer a[href='{repere('carte', langue)}']")
    suivre_au_clavier(page, "svg a[aria-label^='Laval']")
    page.wait_for_url(re.compile("territoire=13&type=initiative"))
    expect(page.locator(".hits .titre", has_text="Laval").first).to_be_visible()


@LANGUES
def test_contents_and_notes_by_keyboard(ouvrir, langue):
    """The contents of a report bring the next Tab into the chapter; a note of the glossary leads back to its word."""
    page = ouvrir(ADRESSES["bilan", langue])
    suivre_au_clavier(page, ".sommaire a[href='#en-chiffres']")
    expect(page.locator("#en-chiffres")).to_be_in_viewport()
    page.keyboard.press("Tab")
    suite = "document.querySelector('#en-chiffres').compareDocumentPosition(document.activeElement)"
    assert page.evaluate(suite) & 4  # it follows
    terme = page.locator("main a.terme").first
    terme.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(terme).to_be_in_viewport()


@LANGUES
def test_the_filters_of_the_directory_by_keyboard(ouvrir, langue):
    page = ouvrir(repere("annuaire", langue))
    tabuler_vers(page, "#annuaire-territoire")
    page.keyboard.press("ArrowDown")
    tabuler_vers(page, ".filtres-annuaire button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("territoire="))
    expect(page.locator(".groupe-organisations h3").first).to_be_visible()
