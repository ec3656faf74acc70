"""The site by keyboard, with scripts: what is announced, where the focus goes, what the address says."""

import re

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.pages import LANGUES, liste, recherche

ACTIF = "document.activeElement.id"


@pytest.fixture
def page_recherche(ouvrir):
    return ouvrir(recherche("fr", "?q=famille"))


def tabuler_vers(page, selecteur: str, maximum: int = 80) -> None:
    """Presses Tab until an element that matches has the focus."""
    for _ in range(maximum):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selecteur):
            return
    pytest.fail(f"{selecteur} is out of the keyboard's reach")


@pytest.mark.parametrize("largeur", [1280, 375])
def test_skip_link(ouvrir, largeur):
    page = ouvrir("/fr/", largeur=largeur)
    page.keyboard.press("Tab")
    lien = page.locator(":focus")
    expect(lien).to_have_text("Aller au contenu")
    expect(lien).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate(ACTIF) == "contenu"


def test_menu_of_a_phone(ouvrir):
    page = ouvrir("/fr/", largeur=375)
    liens = page.locator("header nav a")
    expect(liens.first).to_be_hidden()
    tabuler_vers(page, ".menu-bascule summary")
    page.keyboard.press("Enter")
    expect(liens.first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.navigation') !== null")
    page.keyboard.press("Escape")
    expect(liens.first).to_be_hidden()


def test_menu_of_a_phone_without_scripts(ouvrir):
    page = ouvrir("/fr/", largeur=375, scripts=False)
    page.locator(".menu-bascule summary").click()
    expect(page.locator("header nav a").first).to_be_visible()


def test_facet_by_keyboard(page_recherche):
    """The choice is applied at once: focus kept, count announced in the same element, address renewed."""
    page = page_recherche
    compte = page.locator("#compte-recherche")
    expect(compte).to_have_attribute("role", "status")
    avant = compte.inner_text()
    page.evaluate("document.querySelector('#compte-recherche').temoin = true")
    tabuler_vers(page, "input[name=type][value=outil]")
    page.keyboard.press("Space")
    page.wait_for_url(re.compile(r"[?&]type=outil"))
    expect(compte).not_to_have_text(avant)
    assert page.evaluate("document.querySelector('#compte-recherche').temoin"), (
        "the status element was replaced"
    )
    expect(page.locator("#f-type-outil")).to_be_focused()
    expect(page.locator("#f-type-outil")).to_be_checked()
    assert "q=famille" in page.url


def test_the_page_htmx_gives_is_the_one_of_its_address(page_recherche):
    page = page_recherche
    page.locator("#f-type-outil").check()
    page.wait_for_url(re.compile(r"[?&]type=outil"))
    page.locator("#puce-type-outil").wait_for()
    titres = page.locator(".hits .titre").all_inner_texts()
    compte = page.locator("#compte-recherche").inner_text()
    page.reload()
    assert page.locator(".hits .titre").all_inner_texts() == titres
    assert page.locator("#compte-recherche").inner_text() == compte


def test_back_button(page_recherche):
    page = page_recherche
    compte = page.locator("#compte-recherche").inner_text()
    page.locator("#f-type-outil").check()
    page.locator("#puce-type-outil").wait_for()
    page.go_back()
    page.locator("#puce-type-outil").wait_for(state="detached")
    assert "type=" not in page.url
    expect(page.locator("#compte-recherche")).to_have_text(compte)
    expect(page.locator("#f-type-outil")).not_to_be_checked()


def test_next_page_of_results(ouvrir):
    page = ouvrir(recherche("fr"))
    premier = page.locator(".hits .titre").first.inner_text()
    page.locator("a[rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[?&]page=2"))
    expect(page.locator(".hits .titre").first).not_to_have_text(premier)
    expect(page.locator(".pagination [aria-current=page]")).to_contain_text("2")


def test_language_switch_keeps_the_search(page_recherche):
    page = page_recherche
    page.locator("header .langue a").click()
    page.wait_for_url(re.compile(r"/en/search/\?q=famille"))
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("langue", LANGUES)
@pytest.mark.parametrize("largeur", [375, 1280])
def test_the_header_is_tabbed_from_left_to_right(ouvrir, langue, largeur):
    page = ouvrir(liste("outil", langue), largeur=largeur)
    page.keyboard.press("Tab")  # to the content
    gauches = []
    while True:
        page.keyboard.press("Tab")
        gauche = page.evaluate(
            "document.activeElement.closest('.entete') && document.activeElement.getBoundingClientRect().left"
        )
        if gauche is None:
            break
        gauches.append(gauche)
    assert len(gauches) > 3
    assert gauches == sorted(gauches)
