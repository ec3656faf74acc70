"""The theory of change: a diagram by keyboard on a wide screen, a list on a phone and in print."""

import pytest

from portail.tests.navigateur.pages import ADRESSES


@pytest.mark.parametrize("scripts", [True, False])
def test_the_diagram_by_keyboard(ouvrir, scripts):
    """Each box takes the focus in reading order, shows it, and Enter follows it."""
    page = ouvrir(ADRESSES["theorie", "fr"], scripts=scripts)
    page.locator(".schema p a").focus()
    page.keyboard.press("Tab")
    case = page.locator(".th-lien:focus")
    assert "revendications" in case.text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**/levier-revendications/")
    assert page.locator("h1").text_content().startswith("Avoir des revendications")


def test_the_focus_shows(ouvrir):
    """The outline is drawn on the box: its stroke changes."""
    page = ouvrir(ADRESSES["theorie", "fr"])
    epaisseur = "boite => getComputedStyle(boite).strokeWidth"
    boite = page.locator(".th-lien .th-boite").first
    avant = boite.evaluate(epaisseur)
    page.locator(".schema p a").focus()
    page.keyboard.press("Tab")
    assert boite.evaluate(epaisseur) != avant


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_no_text_leaves_its_box(ouvrir, langue):
    """The estimate of widths holds with the real fonts."""
    page = ouvrir(ADRESSES["theorie", langue])
    debordent = page.evaluate("""() => [...document.querySelectorAll('.th-lien')].filter(lien => {
        const boite = lien.querySelector('rect').getBBox(), texte = lien.querySelector('text').getBBox();
        return texte.x + texte.width > boite.x + boite.width || texte.y + texte.height > boite.y + boite.height;
    }).map(lien => lien.textContent)""")
    assert debordent == []


@pytest.mark.parametrize(("largeur", "support"), [(375, "screen"), (1280, "print")])
def test_the_list_alone_on_a_phone_and_in_print(ouvrir, largeur, support):
    """Not a diagram too small to read: the list, whose links are the same."""
    page = ouvrir(ADRESSES["theorie", "fr"], largeur=largeur)
    page.emulate_media(media=support)
    assert not page.locator(".schema").is_visible()
    assert page.locator(".theorie").first.is_visible()
