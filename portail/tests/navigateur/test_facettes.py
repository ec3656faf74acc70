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
