"""What a page tells other sites: its picture and its linked data, of public pages only."""

import json
import re
from io import BytesIO

import pytest
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from portail.partage.vignette import LIGNES_MAX, adresse_vignette, couper, marque

pytestmark = pytest.mark.django_db


def liees(client, adresse: str) -> list[dict]:
    """The linked data of a page."""
    html = client.get(adresse).content.decode()
    (bloc,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(bloc)


@pytest.mark.parametrize(
    ("adresse", "genre"),
    [
        ("/fr/", "WebSite"),
        ("/en/", "WebSite"),
        ("/fr/outils/", "CollectionPage"),
        ("/fr/outils/carnet-de-terrain/", "LearningResource"),
        ("/en/outils/field-notebook/", "LearningResource"),
        ("/fr/thematiques/joindre-les-familles/", "Article"),
        ("/fr/initiatives/halte-du-samedi/", "Article"),
    ],
)
def test_chaque_type_a_ses_donnees(client, petit_site, adresse, genre):
    objets = liees(client, adresse)
    assert objets[0]["@type"] == genre
    assert objets[0]["url"] == f"http://testserver{adresse}"
    assert objets[0]["inLanguage"] == adresse[1:3]
    assert objets[0]["name"]


def test_le_fil_d_ariane_est_dit(client, petit_site):
    fil = liees(client, "/fr/outils/carnet-de-terrain/")[1]
    assert fil["@type"] == "BreadcrumbList"
    assert fil["itemListElement"][0]["item"].endswith("/fr/")


def test_aucun_texte_ne_ferme_le_bloc(client, petit_site):
    outil = petit_site["outil"]
    outil.resume = "</script><script>alert(1)</script> & <!--"
    outil.save_revision().publish()
    assert liees(client, outil.get_url())[0]["description"] == outil.resume


def test_vignette(client, petit_site):
    reponse = client.get(adresse_vignette(petit_site["outil"]))
    assert reponse.status_code == 200
    assert reponse["Cache-Control"] == "public, max-age=604800"
    with Image.open(BytesIO(reponse.content)) as image:
        assert image.size == (1200, 630)
    assert len(reponse.content) < 150_000


def test_ancienne_adresse_mene_a_la_nouvelle(client, petit_site):
    outil = petit_site["outil"]
    ancienne = adresse_vignette(outil)
    outil.title = "Un tout autre titre"
    outil.save_revision().publish()
    assert adresse_vignette(Page.objects.get(pk=outil.pk).specific) != ancienne
    assert client.get(ancienne).status_code == 302
    assert client.get(ancienne, follow=True)["Content-Type"] == "image/png"


def test_rien_de_prive(client, petit_site):
    outil = petit_site["outil"]
    adresse = adresse_vignette(outil)
    assert client.get(adresse).status_code == 200  # drawn, and in the cache
    PageViewRestriction.objects.create(page=outil, restriction_type="login")
    assert client.get(adresse).status_code == 404
    PageViewRestriction.objects.all().delete()
    outil.unpublish()
    assert client.get(adresse).status_code == 404


def test_un_titre_trop_long_est_coupe():
    lignes = couper("Des mots encore et toujours " * 20, 600)
    assert len(lignes) == LIGNES_MAX
    assert lignes[-1].endswith("…")
    assert couper("Court", 600) == ["Court"]
    assert couper("Anticonstitutionnellementdémesurémentlongmot " * 2, 100)[0].startswith("Anti")


def test_la_marque_suit_les_piliers(petit_site):
    outil = petit_site["outil"]
    avant = marque(outil)
    outil.piliers.clear()
    assert marque(outil) != avant
