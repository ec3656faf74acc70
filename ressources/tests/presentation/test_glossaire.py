"""The glossary: terms found in a text, notes under a sheet, the page of all terms."""

import re

import pytest

from ressources.models import GlossairePage, Terme
from ressources.presentation.reperage_termes import Entree, reperer
from ressources.tests.fabriques import accueil, classements, fiche, fiche_en, locale, publier, valider
from ressources.tests.instantanes import memorise

ENTREES = [Entree("halte", ("halte-garderie", "haltes-garderies")), Entree("par", ("PAR",))]


@pytest.mark.parametrize(
    ("texte", "appeles"),
    [
        ("<p>Une halte-garderie, puis la halte-garderie.</p>", ["halte"]),
        ("<p>Les Haltes-garderies.</p>", ["halte"]),
        ("<p>par ici</p>", []),
        ("<p>Le PAR.</p>", ["par"]),
        ("<p>surPAR et PAR-1</p>", []),
        ('<p><a href="/halte-garderie/">halte-garderie</a></p>', []),
        ("<h2>Halte-garderie</h2>", []),
        ('<p lang="en">halte-garderie <b>x</b> PAR</p>', []),
        ('<img alt="halte-garderie"><p>x</p>', []),
        ("<!-- halte-garderie -->", []),
        ("<blockquote><p>PAR</p></blockquote><p>PAR</p>", ["par"]),
    ],
)
def test_reperer(texte, appeles):
    rendu, trouves = reperer(texte, ENTREES)
    assert trouves == appeles
    assert re.sub(r'<a class="terme"[^>]*>(.*?)</a>', r"\1", rendu) == texte
    assert rendu.count('class="terme"') == len(appeles)


def test_la_forme_la_plus_longue_l_emporte():
    entrees = [Entree("a", ("regroupement",)), Entree("b", ("regroupement local",))]
    assert reperer("Un regroupement local.", entrees)[1] == ["b"]


def test_sans_terme_rien_ne_change():
    assert reperer("<p>x</p>", []) == ("<p>x</p>", [])


@pytest.fixture
def site(index, settings):
    settings.ALLOWED_HOSTS = ["*"]
    return _site()


@memorise
def _site():
    classements()
    page = GlossairePage(title="Le glossaire", slug="glossaire", locale=locale("fr"))
    accueil().add_child(instance=page)
    publier(page)
    champs = {"essentiel": "<p>Une halte-garderie et une autre halte-garderie.</p>"}
    theme = fiche("thematique", "Se loger", **champs)
    fiche_en(theme, "Housing", essentiel="<p>A drop-in daycare.</p>")
    valider()


def test_une_fiche_explique_ses_mots_une_fois(client, site, django_assert_max_num_queries):
    client.get("/fr/thematiques/se-loger/")
    with django_assert_max_num_queries(25):
        page = client.get("/fr/thematiques/se-loger/").content.decode()
    assert page.count('href="#terme-halte-garderie"') == 1
    assert page.count('id="terme-halte-garderie"') == 1 and 'id="appel-halte-garderie"' in page
    assert "sans place à temps plein" in page and 'href="/fr/glossaire/"' in page
    anglais = client.get("/en/thematiques/housing/").content.decode()
    assert "without a full-time spot" in anglais


def test_sans_mot_pas_de_section(client, site):
    fiche("thematique", "Autre chose", essentiel="<p>Rien.</p>")
    assert 'class="termes"' not in client.get("/fr/thematiques/autre-chose/").content.decode()


def test_la_page_du_glossaire(client, site, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        page = client.get("/fr/glossaire/").content.decode()
    assert len(re.findall(r'<div id="[\w-]+">', page)) == Terme.objects.count()
    lettres = re.findall(r'<h2 id="lettre-(.)">', page)
    assert lettres == sorted(lettres) and len(lettres) == len(set(lettres))
    assert '<span lang="en">Drop-in daycare</span>' in page
    assert client.get("/fr/glossaire/eqdem/")["Location"] == "/fr/glossaire/#eqdem"
    assert client.get("/fr/glossaire/rien/").status_code == 404
