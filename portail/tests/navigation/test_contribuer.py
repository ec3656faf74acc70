"""The empty page proposes the contribution page as long as visitors may read it, and costs no more than a search."""

import pytest
from wagtail.models import Page

from ressources.chargement.valeurs import cle_traduction
from ressources.tests.fabriques import contenu

pytestmark = pytest.mark.django_db
RIEN = "/fr/recherche/?q=zzzz&pilier=PAR"


@pytest.fixture
def page(petit_site) -> Page:
    return contenu("Partager une initiative", translation_key=cle_traduction("pg-contribuer"))


def test_proposer(client, page):
    assert f'href="{page.url}">Proposer une ressource' in client.get(RIEN).content.decode()


def test_jamais_de_lien_mort(client, page):
    page.unpublish()
    assert "Proposer une ressource" not in client.get(RIEN).content.decode()
    page.delete()
    assert "Proposer une ressource" not in client.get(RIEN).content.decode()


def test_pas_dans_l_autre_langue_sans_traduction(client, page):
    assert (
        page.url
        not in client.get("/en/search/?q=zzzz").content.decode().split("<footer")[0].split("vide")[-1]
    )


def test_thematiques_populaires(client, petit_site):
    texte = client.get(RIEN).content.decode()
    assert (
        'href="/fr/recherche/?theme=joindre-les-familles">Joindre les familles</a> <span class="n">3 fiches'
        in texte
    )


@pytest.mark.parametrize(
    "adresse", [RIEN, "/en/search/?q=zzzz", "/fr/parcourir/pilier/PAR/?q=zzzz&public=peres"]
)
def test_budget(client, page, django_assert_max_num_queries, adresse):
    client.get(adresse)
    with django_assert_max_num_queries(15):
        assert client.get(adresse).status_code == 200
