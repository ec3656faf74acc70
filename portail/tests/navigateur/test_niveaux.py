"""The marker of the reading levels follows the reader, and lets go after the last level."""

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.pages import fiche

NIVEAUX = ["essentiel", "synthese", "approfondir"]


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("largeur", [1280, 375])
def test_one_level_at_a_time(ouvrir, langue, largeur):
    page = ouvrir(fiche("th-peres", langue), largeur=largeur)
    marques = page.locator("[data-niveaux] a[aria-current]")
    for niveau in [*NIVEAUX, *reversed(NIVEAUX)]:
        page.locator(f"#{niveau}").evaluate("e => e.scrollIntoView({ behavior: 'instant' })")
        expect(marques).to_have_count(1)
        expect(marques).to_have_attribute("href", f"#{niveau}")


def test_none_after_the_last(ouvrir):
    page = ouvrir(fiche("th-peres", "fr"), largeur=1280)
    page.locator("#approfondir").evaluate("e => e.scrollIntoView({ behavior: 'instant' })")
    expect(page.locator("[data-niveaux] a[aria-current]")).to_have_count(1)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    expect(page.locator("[data-niveaux] a[aria-current]")).to_have_count(0)
