"""« À lire aussi »: sheets that resemble, never one that is linked already, withdrawn or restricted."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from recherche.indexation.vidage import reconstruire
from ressources.tests.fabriques import fiche, fiche_en, locale, valider
from ressources.tests.instantanes import memorise

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]
COMMUN = {"mots_cles": "comptines, jeux de doigts, berceuses"}


@pytest.fixture
def autour():
    return _autour()


@memorise
def _autour():
    liee = fiche("thematique", "Comptines liées", **COMMUN)
    page = fiche("outil", "Comptines et jeux de doigts", liens=[liee], **COMMUN)
    voisine = fiche("initiative", "Berceuses du matin", **COMMUN)
    fiche("initiative", "Plan de transport", mots_cles="autobus")
    valider()
    reconstruire()
    return page, voisine


def titres(client, page) -> list[str]:
    reponse = client.get(page.url)
    assert reponse.status_code == 200
    return [carte.titre for carte in reponse.context["voisines"]]


def test_voisine_sans_la_liee_ni_soi(client, autour):
    page, voisine = autour
    assert titres(client, page) == ["Berceuses du matin"]
    assert "À lire aussi" in client.get(page.url).content.decode()
    assert titres(client, voisine) == ["Comptines et jeux de doigts", "Comptines liées"]


def test_une_fiche_retiree_ne_se_montre_plus_meme_gardee_en_memoire(client, autour):
    page, voisine = autour
    titres(client, page)
    type(voisine).objects.filter(pk=voisine.pk).update(live=False)  # the index still knows it
    assert titres(client, page) == []
    assert "À lire aussi" not in client.get(page.url).content.decode()


def test_une_fiche_restreinte_ne_se_montre_plus(client, autour):
    page, voisine = autour
    titres(client, page)
    PageViewRestriction.objects.create(page=voisine, restriction_type="login")
    assert titres(client, page) == []


def test_l_autre_langue_complete_et_se_dit(client, autour):
    page, voisine = autour
    anglaise = fiche_en(page, "Finger plays", mots_cles=COMMUN["mots_cles"])
    valider()
    reconstruire()
    cache.clear()
    assert titres(client, anglaise) == ["Berceuses du matin"]
    texte = client.get(anglaise.url).content.decode()
    assert f'<a href="{voisine.url}" lang="fr" hreflang="fr">Berceuses du matin</a>' in texte
    assert "In French" in texte
    assert anglaise.locale == locale("en")


def test_moteur_en_panne_le_bloc_manque(client, autour, settings, caplog):
    caplog.set_level("CRITICAL", logger="recherche.reponse.voisins")
    settings.RECHERCHE_MOTEUR = "recherche.tests.test_services.MoteurCasse"
    cache.clear()
    assert titres(client, autour[0]) == []
