"""The suggestions of a search field: by keyboard, by touch, announced, and nothing without scripts."""

import re

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.lecteur import HAUTEURS
from portail.tests.navigateur.pages import fiche, recherche
from portail.tests.navigateur.test_accessibilite import violations


def taper(page, champ: str, texte: str):
    """Types, and returns the list once it is shown. In one go: a slow machine would answer to half a word too."""
    page.locator(champ).click()
    page.locator(champ).fill(texte)
    liste = page.locator(f"{champ} ~ [role=listbox]")
    expect(liste.locator("[role=option]").first).to_be_visible()
    return liste


@pytest.mark.parametrize(
    ("langue", "texte", "libelle"), [("fr", "peres", "voir les fiches"), ("en", "fathe", "see the sheets")]
)
def test_from_the_home_page(ouvrir, langue, texte, libelle):
    """Arrows, Home, End and Escape; Enter follows what is chosen."""
    page = ouvrir(f"/{langue}/")
    champ = page.locator("#q-accueil")
    liste = taper(page, "#q-accueil", texte)
    options = liste.locator("[role=option]")
    nombre = options.count()
    expect(champ).to_have_attribute("aria-expanded", "true")
    expect(liste.locator("~ [role=status]")).to_have_text(re.compile(rf"^{nombre} suggestion"))
    for touche, rang in (
        ("ArrowDown", 0),
        ("End", nombre - 1),
        ("ArrowDown", None),
        ("ArrowUp", nombre - 1),
        ("Home", 0),
    ):
        champ.press(touche.strip())
        attendu = "" if rang is None else options.nth(rang).get_attribute("id")
        assert (champ.get_attribute("aria-activedescendant") or "") == attendu
    expect(options.first).to_have_attribute("aria-selected", "true")
    champ.press("Escape")
    expect(liste).to_be_hidden()
    expect(champ).to_have_value(texte)
    champ.press("ArrowDown")
    expect(liste).to_be_visible()
    option = liste.locator("[role=option]", has_text=libelle).first
    option.click()
    page.wait_for_url(re.compile(r"[?&]public=peres"))


@pytest.mark.parametrize("largeur", [1280, 320])
def test_the_last_one_can_be_reached(ouvrir, largeur):
    """Nothing cuts the list: its last entry scrolls into view and is what stands at its place."""
    page = ouvrir("/fr/", largeur=largeur)
    derniere = taper(page, "#q-accueil", "per").locator("[role=option]").last
    page.keyboard.press("ArrowUp")
    page.wait_for_function(
        """option => {
            const boite = option.getBoundingClientRect();
            return option.contains(document.elementFromPoint(boite.x + 20, boite.bottom - 12));
        }""",
        arg=derniere.element_handle(),
    )


def test_a_title_opens_its_sheet(ouvrir):
    page = ouvrir("/fr/", largeur=320)
    liste = taper(page, "#q-accueil", "accueillir les peres faire")
    expect(liste).to_contain_text("Outil\u00a0: ouvrir la fiche")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{fiche('ou-accueil-des-peres', 'fr')}")


def test_enter_searches_what_is_typed(ouvrir):
    page = ouvrir("/fr/")
    taper(page, "#q-accueil", "famil")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{recherche('fr', '?q=famil')}")


def test_a_keyword_keeps_the_filters(ouvrir):
    page = ouvrir(recherche("fr", "?type=outil"))
    liste = taper(page, "#q", "eveil")
    liste.locator("[role=option]", has_text="Mot-clé").first.click()
    page.wait_for_url(re.compile(r"\?q=[^&]+&type=outil"))
    expect(liste).to_be_hidden()
    expect(page.locator("#compte-recherche")).to_be_visible()


def test_nothing_moves_and_nothing_overflows(ouvrir):
    for largeur in (320, 1280):
        page = ouvrir(recherche("fr"), largeur=largeur)
        hauteur = page.locator("#zone-recherche").bounding_box()["y"]
        liste = taper(page, "#q", "per")
        assert page.locator("#zone-recherche").bounding_box()["y"] == hauteur
        assert page.evaluate("document.documentElement.scrollWidth") <= largeur
        for option in liste.locator("[role=option]").all():
            assert option.bounding_box()["height"] >= 44


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_no_violation_with_the_list_open(ouvrir, langue):
    page = ouvrir(recherche(langue))
    taper(page, "#q", "fam")
    page.keyboard.press("ArrowDown")
    trouvees = []
    for largeur in (1280, 320):
        for schema in ("light", "dark"):
            page.set_viewport_size({"width": largeur, "height": HAUTEURS[largeur]})
            page.emulate_media(color_scheme=schema)
            trouvees += violations(page)
    assert trouvees == []


def test_field_of_the_header(ouvrir):
    page = ouvrir(fiche("th-peres", "fr"))
    liste = taper(page, "#q-entete", "familles")
    page.keyboard.press("Escape")
    expect(liste).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(liste).to_be_visible()
    boite = liste.bounding_box()
    assert boite["x"] >= 0
    assert boite["x"] + boite["width"] <= 1280
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_without_scripts_nothing_is_missing(ouvrir):
    page = ouvrir("/fr/", scripts=False)
    assert page.locator("[role=listbox], [role=combobox]").count() == 0
    expect(page.locator("#q-accueil")).to_be_editable()


def test_a_server_that_refuses(navigateur, site):
    """Too many requests, or no network: the field stays a plain one."""
    from portail.tests.navigateur.lecteur import Lecteur

    lecteur = Lecteur(navigateur, site)
    page = lecteur.ouvrir("/fr/")
    page.route("**/api/v1/suggestions*", lambda route: route.fulfill(status=429, body="{}"))
    page.locator("#q-accueil").press_sequentially("famil")
    page.wait_for_timeout(400)
    expect(page.locator("[role=listbox]")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{recherche('fr', '?q=famil')}")
    lecteur.fermer()
    assert not [incident for incident in lecteur.incidents if incident.startswith("script")]


class TestHtmxAtFirstUse:
    """htmx comes with the first gesture, and misses nothing of it."""

    def test_not_before(self, ouvrir):
        page = ouvrir(recherche("fr", "?q=famille"))
        assert page.evaluate("'htmx' in window") is False

    def test_a_box_ticked_before_it_comes(self, ouvrir):
        page = ouvrir(recherche("fr", "?q=famille"))
        page.evaluate("document.querySelector('#f-type-outil').click()")  # no pointer, no focus before
        page.wait_for_url(re.compile(r"[?&]type=outil"))
        expect(page.locator("#puce-type-outil")).to_be_visible()
        assert page.evaluate("'htmx' in window")

    def test_back_to_a_refined_page_then_back_again(self, ouvrir):
        page = ouvrir(recherche("fr", "?q=famille"))
        page.locator("#f-type-outil").check()
        page.locator("#puce-type-outil").wait_for()
        page.goto(page.url.split("/fr/")[0] + "/fr/")
        page.go_back()
        page.locator("#puce-type-outil").wait_for()
        page.wait_for_function("'htmx' in window")
        page.go_back()
        page.locator("#puce-type-outil").wait_for(state="detached")
        expect(page.locator("#f-type-outil")).not_to_be_checked()
