"""Figures, directory, map and form, as visitors use them: by keyboard, without scripts, within the weight budget."""

import re

import pytest
from playwright.sync_api import expect

from portail.tests.navigateur.pages import ADRESSES, ecrire, repere
from portail.tests.navigateur.test_clavier import tabuler_vers
from portail.tests.navigateur.test_legerete import BUDGET, DEMANDES, charge

PAGES = ("chiffres", "chiffre", "annuaire", "organisation", "carte", "ecrire")


@pytest.mark.parametrize("nom", PAGES)
def test_weight(lecteur, nom):
    recu = charge(lecteur, ADRESSES[nom, "fr"], 1280)
    hors_images = [ligne for ligne in recu if ligne[0] != "image"]
    assert sum(taille for _, _, taille in hors_images) <= BUDGET, hors_images
    assert len(recu) <= DEMANDES, recu


@pytest.mark.parametrize("nom", PAGES)
@pytest.mark.parametrize("largeur", [1280, 375, 320])
def test_nothing_wider_than_the_screen(ouvrir, nom, largeur):
    page = ouvrir(ADRESSES[nom, "fr"], largeur=largeur)
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def test_initiatives_of_laval_from_the_map_by_keyboard(ouvrir):
    page = ouvrir(repere("carte", "fr"))
    tabuler_vers(page, "svg a[aria-label^='Laval']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"territoire=13&type=initiative&type=organisation$"))
    expect(page.locator(".hits .titre", has_text="Laval").first).to_be_visible()


def test_each_region_is_met_once_by_keyboard(ouvrir):
    page = ouvrir(repere("carte", "fr"))
    noms = page.locator("svg.carte-quebec a:not([tabindex])").evaluate_all(
        "liens => liens.map(lien => lien.getAttribute('aria-label').split('\u00a0')[0])"
    )
    assert len(noms) == len(set(noms)) == 17


@pytest.mark.deux_bases
def test_the_table_of_a_chart_without_scripts(ouvrir):
    page = ouvrir(repere("chiffres", "fr"), scripts=False)
    graphique = page.locator("#graphique-opinion-publique")
    graphique.locator("summary").click()
    expect(graphique.locator("tbody tr")).to_have_count(5)
    expect(graphique.get_by_role("img", name="L’opinion publique, de 2015 à 2018")).to_be_visible()


@pytest.mark.deux_bases
def test_the_directory_filters_without_scripts(ouvrir):
    page = ouvrir(repere("annuaire", "en"), scripts=False)
    page.locator("#annuaire-territoire").select_option("centres-amitie")
    page.locator(".filtres-annuaire button").click()
    expect(page.locator(".groupe-organisations h3")).to_have_count(2)


@pytest.mark.deux_bases
def test_a_message_sent_too_early_comes_back_whole(ouvrir):
    page = ouvrir(ecrire("alima", "fr"), scripts=False)
    page.locator("[name=message]").fill("Le nom de cette organisation a changé.")
    page.locator("form.formulaire button").click()
    expect(page.locator(".erreurs")).to_be_visible()
    expect(page.locator("[name=message]")).to_have_value("Le nom de cette organisation a changé.")
    page.wait_for_timeout(3200)
    page.locator("form.formulaire button").click()
    expect(page.locator("h1")).to_contain_text("Merci")
