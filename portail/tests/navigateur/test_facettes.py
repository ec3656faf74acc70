"""A facet ticked far down a long panel: the reader stays where they are, and the focus too."""

import re

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.pages import recherche

FACETTE = "#f-outil-guide"


def _place(page) -> float:
    """Where the box stands in the window."""
    return page.locator(FACETTE).evaluate("e => e.getBoundingClientRect().top")


def _prete(ouvrir, largeur: int):
    page = ouvrir(recherche("fr"), largeur=largeur)
    page.locator("#q").focus()  # htmx comes with the first gesture
    for _rang in range(100):
        if page.evaluate("!!window.htmx"):
            break
        page.wait_for_timeout(50)
    if largeur < 900:
        page.locator(".volet-facettes > summary").click()
    page.locator("#facette-outil").evaluate("e => { e.open = true }")
    page.locator(FACETTE).scroll_into_view_if_needed()
    return page


@pytest.mark.parametrize("geste", ["souris", "clavier", "doigt"])
@pytest.mark.parametrize("largeur", [1280, 375])
def test_the_reader_stays_there(ouvrir, largeur, geste):
    page = _prete(ouvrir, largeur)
    avant, hauteur = _place(page), page.evaluate("scrollY")
    case = page.locator(FACETTE)
    if geste == "souris":
        case.click()
    elif geste == "clavier":
        case.focus()
        page.keyboard.press("Space")
    else:
        case.dispatch_event("pointerdown", {"pointerType": "touch"})
        case.evaluate("e => e.click()")
    page.wait_for_url(re.compile(r"[?&]outil=guide"))
    page.locator("#puce-outil-guide").wait_for(state="attached")
    expect(page.locator(FACETTE)).to_be_checked()
    assert abs(_place(page) - avant) < 150, (hauteur, page.evaluate("scrollY"))
    expect(page.locator(FACETTE)).to_be_in_viewport()
    if geste != "doigt":
        expect(page.locator(FACETTE)).to_be_focused()


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_the_number_of_hits_leads_from_the_panel_to_the_hits(ouvrir, langue):
    """On a phone: at hand while the panel is open, true after each choice, and it folds the panel."""
    page = ouvrir(recherche(langue), largeur=375)
    bouton = page.locator("#voir-resultats")
    expect(bouton).to_be_hidden()
    page.locator(".volet-facettes > summary").click()
    expect(bouton).to_be_in_viewport()
    avant = bouton.inner_text()
    page.locator("#facette-outil").evaluate("e => { e.open = true }")
    page.locator(FACETTE).check()
    page.locator("#puce-outil-guide").wait_for(state="attached")
    compte = re.search(r"\d+", page.locator("#compte-recherche").inner_text()).group()
    expect(bouton).to_contain_text(re.compile(rf"\b{compte}\b"))
    assert bouton.inner_text() != avant
    bouton.focus()
    page.keyboard.press("Enter")
    expect(bouton).to_be_hidden()
    expect(page.locator("#resultats-recherche")).to_be_focused()
    expect(page.locator("#resultats-recherche .hit").first).to_be_in_viewport()


def test_beside_the_hits_the_panel_needs_no_way_to_them(ouvrir):
    expect(ouvrir(recherche("fr"), largeur=1280).locator("#voir-resultats")).to_be_hidden()
