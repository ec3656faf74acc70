"""What is not translated is shown in its own language only: an alias leads to its original, and is listed nowhere."""

import pytest
from wagtail.models import Page

from portail.models import ContenuPage
from recherche.registre import registre
from ressources.models import OutilPage
from ressources.tests.fabriques import (
    accueil_en,
    contenu,
    fiche,
    locale,
    publier,
    repertoire,
    repertoire_en,
    valider,
)
from ressources.tests.fabriques_donnees import chiffre, page_chiffres
from ressources.traduction.chargement import traduire

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hotes(settings):
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture
def enfant_traduit(index):
    """A translated page whose French parent is not: wagtail-localize copies the parent as an alias."""
    accueil_en()
    parent = contenu("À propos", show_in_menus=True)
    enfant = ContenuPage(title="Équipe", locale=locale("fr"))
    parent.add_child(instance=enfant)
    enfant = publier(enfant)
    parent.copy_for_translation(locale("en"), alias=True)
    cible = traduire(enfant, ContenuPage(title="The team", slug="team"), locale("en")).cible
    valider()
    return cible


def test_le_parent_non_traduit_mene_a_l_original(client, enfant_traduit):
    adresse = enfant_traduit.get_parent().get_url()
    reponse = client.get(adresse)
    assert (reponse.status_code, reponse["Location"]) == (302, "/fr/a-propos/")
    original = client.get("/fr/a-propos/").content.decode()
    assert (
        '<html lang="fr">' in original and 'rel="canonical" href="http://testserver/fr/a-propos/"' in original
    )


def test_l_enfant_dit_sa_langue_et_celle_de_son_parent(client, enfant_traduit):
    page = client.get(enfant_traduit.get_url()).content.decode()
    assert '<html lang="en">' in page
    assert '<a href="/fr/a-propos/" lang="fr" hreflang="fr">À propos</a>' in page


def test_il_n_est_ni_au_plan_ni_aux_menus_ni_dans_la_recherche(client, enfant_traduit):
    alias = enfant_traduit.get_parent().get_url()
    assert f"{alias}<" not in client.get("/sitemap.xml").content.decode()
    assert f'href="{alias}"' not in client.get("/en/").content.decode()
    assert not [d for d in registre().documents() if d.affichage.get("url") == alias]


def test_un_alias_de_fiche_n_est_pas_cherche(index):
    source = fiche(titre="Carnet")
    repertoire_en("outil")
    source.copy_for_translation(locale("en"), alias=True)
    assert [(d.titre, d.langue) for d in registre().documents() if d.titre == "Carnet"] == [("Carnet", "fr")]


@pytest.mark.parametrize("suite", ["", "priorite-2018/", "csv/"])
def test_les_parties_d_un_alias(client, index, suite):
    accueil_en()
    chiffre()
    alias = page_chiffres().copy_for_translation(locale("en"), alias=True)
    reponse = client.get(f"{alias.get_url()}{suite}")
    assert (reponse.status_code, reponse["Location"]) == (302, f"/fr/chiffres/{suite}")
    assert client.get(reponse["Location"]).status_code == 200


def test_un_alias_dans_la_meme_langue(client, index):
    source = fiche(titre="Carnet")
    alias = source.create_alias(update_slug="ailleurs")
    assert client.get(alias.get_url())["Location"] == "/fr/outils/carnet/"


def test_une_fois_traduit_il_est_une_page(client, enfant_traduit):
    alias = enfant_traduit.get_parent()
    source = Page.objects.get(alias_of=None, translation_key=alias.translation_key).specific
    traduire(source, ContenuPage(title="About", slug="about"), locale("en"))
    valider()
    page = client.get("/en/about/")
    assert page.status_code == 200 and '<html lang="en">' in page.content.decode()
    assert client.get("/en/about/team/").status_code == 200


def test_une_copie_sous_l_autre_langue_est_de_cette_langue(index):
    source = fiche(titre="Carnet")
    copie = source.copy(to=repertoire_en("outil"), update_attrs={"slug": "copy"}, keep_live=True)
    relue = OutilPage.objects.get(pk=copie.pk)
    assert relue.locale.language_code == "en"
    assert relue.get_latest_revision_as_object().locale.language_code == "en"
    publier(relue.get_latest_revision_as_object())
    assert OutilPage.objects.get(pk=copie.pk).locale.language_code == "en"


def test_une_branche_copiee_sous_l_autre_langue(index):
    fiche(titre="Carnet")
    copie = repertoire("outil").copy(to=accueil_en(), recursive=True, update_attrs={"slug": "tools-2"})
    assert {p.locale.language_code for p in Page.objects.descendant_of(copie, inclusive=True)} == {"en"}
