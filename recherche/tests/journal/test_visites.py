"""Which requests count as a search by a visitor."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from recherche.journal import carnet
from recherche.tests.fabriques import documents_au_hasard

NAVIGATEUR = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
ADRESSE = "/fr/recherche/"


@pytest.fixture(autouse=True)
def notes(monkeypatch, settings, indexer) -> list:
    """What waits to be written; no thread."""
    settings.RECHERCHE_JOURNAL = True
    attente: list = []
    monkeypatch.setattr(carnet, "_attente", attente)
    monkeypatch.setattr(carnet, "_programmer", lambda: None)
    indexer(documents_au_hasard(30, graine=4))
    return attente


def demander(chaine="q=enfant", client=None, adresse=ADRESSE, **entetes):
    entetes = {"user-agent": NAVIGATEUR} | {nom.replace("_", "-"): valeur for nom, valeur in entetes.items()}
    return (client or Client()).get(f"{adresse}?{chaine}", headers=entetes)


def test_une_visite_compte(notes):
    total = demander().context["recherche"].resultats.total
    assert [(n.mots, n.langue, n.nombre, n.total) for n in notes] == [("enfant", "fr", 1, total)]
    assert total > 0


def test_dans_l_autre_langue(notes):
    demander("q=zzzz", adresse="/en/search/")
    assert [(n.mots, n.langue, n.total) for n in notes] == [("zzzz", "en", 0)]


def test_avec_un_filtre_le_total_n_est_pas_retenu(notes):
    demander("q=enfant&type=outil")
    assert [n.total for n in notes] == [None]


@pytest.mark.parametrize(
    "chaine", ["", "q=", "type=outil", "q=enfant&page=2", "q=514 555-0199", "q=" + "a" * 500]
)
def test_ne_compte_pas_ces_demandes(notes, chaine):
    demander(chaine)
    assert notes == []


@pytest.mark.parametrize(
    "entetes",
    [
        {"user_agent": ""},
        {"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"user_agent": "bingbot/2.0"},
        {"user_agent": "curl/8.5.0"},
        {"user_agent": "python-requests/2.32"},
        {"sec_purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"dnt": "1"},
        {"sec_gpc": "1"},
        {"referer": f"http://testserver{ADRESSE}?q=Enfant&type=outil"},
        {"hx_request": "true", "hx_current_url": f"http://testserver{ADRESSE}?q=enfant"},
    ],
    ids=str,
)
def test_ne_compte_pas_ces_visiteurs(notes, entetes):
    demander(**entetes)
    assert notes == []


@pytest.mark.parametrize(
    "origine", [f"http://ailleurs.example{ADRESSE}?q=enfant", "http://[", f"{ADRESSE}?q=enfant"]
)
def test_l_origine_d_ailleurs_ne_dit_rien(notes, origine):
    demander(referer=origine)
    assert len(notes) == 1


def test_une_personne_connectee_ne_compte_pas(notes):
    client = Client()
    client.force_login(User.objects.create_user("redactrice", password="x"))
    demander(client=client)
    assert notes == []


def test_reponse_du_secours(notes, settings, caplog):
    caplog.set_level("CRITICAL", logger="recherche.services")
    settings.RECHERCHE_MOTEUR = "recherche.tests.test_services.MoteurCasse"
    assert demander().context["recherche"].resultats.degrade
    assert notes == []


def test_desactive(notes, settings):
    settings.RECHERCHE_JOURNAL = False
    demander()
    assert notes == []


def test_aucune_requete_sql_de_plus(django_assert_num_queries, settings, notes):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    demander()
    with CaptureQueriesContext(connection) as avec:
        demander()
    settings.RECHERCHE_JOURNAL = False
    with CaptureQueriesContext(connection) as sans:
        demander()
    assert len(avec) == len(sans)
