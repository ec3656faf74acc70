"""The loader of the platform: both languages, once, never over an editor's work; a former page's address lives on."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portail.demonstration.charger import sans_redirections
from portail.demonstration.plateforme import REMPLACEES, charger_plateforme
from portail.demonstration.racine import locales
from ressources.models import Chargement, PlateformePage, TheorieChangementPage
from ressources.tests.fabriques import accueil, accueil_en, classements, contenu, valider

pytestmark = pytest.mark.usefixtures("index")


def charger() -> None:
    fr, en = locales()
    accueil_en()
    classements()
    with sans_redirections():
        charger_plateforme(accueil(), fr, en)
    valider()


def ancienne(editee: bool) -> Page:
    """The page of the pillars as a former version loaded it."""
    page = contenu("Les quatre piliers", slug="les-quatre-piliers")
    revision = page.latest_revision
    if editee:
        page.save_revision()
    Chargement.objects.create(cle="pg-les-quatre-piliers", empreinte="x", page=page, revision=revision)
    return page


def nos_redirections() -> int:
    adresses = [adresse for par_langue, _nouvelle in REMPLACEES.values() for adresse in par_langue.values()]
    return Redirect.objects.filter(old_path__in=adresses).count()


def test_les_deux_pages_dans_les_deux_langues(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    charger()
    for adresse in (
        "/fr/plateforme/",
        "/en/platform/",
        "/fr/theorie-du-changement/",
        "/en/theory-of-change/",
    ):
        assert client.get(adresse).status_code == 200, adresse
    anglais = client.get("/en/platform/").content.decode()
    assert "our editors’ translation, not the platform’s" in anglais
    assert "Getting people involved" in anglais and "they are not the four pillars" in anglais.lower()


def test_deux_fois_ne_change_rien_et_l_edition_reste():
    charger()
    page = PlateformePage.objects.get(locale__language_code="fr")
    page.title = "Un titre de la rédaction"
    page.save_revision().publish()
    Chargement.objects.filter(cle="pg-plateforme").update(empreinte="autre")
    revisions = TheorieChangementPage.objects.values_list("latest_revision", flat=True)
    avant = list(revisions)
    charger()
    assert PlateformePage.objects.get(pk=page.pk).title == "Un titre de la rédaction"
    assert PlateformePage.objects.count() == 2 and list(revisions) == avant


@pytest.mark.parametrize(
    ("depart", "arrivee"),
    [("/fr/les-quatre-piliers/", "/fr/plateforme/"), ("/en/the-four-pillars/", "/en/platform/")],
)
def test_l_ancienne_adresse_mene_a_la_plateforme(client, settings, depart, arrivee):
    settings.ALLOWED_HOSTS = ["*"]
    ancienne(editee=False)
    charger()
    reponse = client.get(depart)
    assert reponse.status_code == 301 and reponse["Location"].endswith(arrivee)
    charger()
    assert nos_redirections() == 2


def test_une_ancienne_page_modifiee_reste():
    page = ancienne(editee=True)
    charger()
    assert Page.objects.filter(pk=page.pk).exists()
    assert nos_redirections() == 0
