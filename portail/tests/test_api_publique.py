"""The API over real sheets: nothing private, and the same answer to everybody."""

import json

import pytest
from django.contrib.auth.models import User
from wagtail.models import PageViewRestriction

from portail.roles import ADMINISTRATION, MODERATION, REDACTION, installer_roles
from portail.tests.test_roles import membre
from ressources.tests.fabriques import fiche, valider

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]
DEMANDES = (
    "/api/v1/recherche?lang=fr",
    "/api/v1/recherche?lang=en&q=families&type=thematique",
    "/api/v1/suggestions?lang=fr&q=fam",
    "/api/v1/suggestions?lang=en&q=reach",
    "/api/v1/openapi.json",
)


def reponses(client) -> list[tuple[int, bytes]]:
    return [(reponse.status_code, reponse.content) for reponse in map(client.get, DEMANDES)]


def suggestions(client, texte: str) -> list[str]:
    trouvees = json.loads(client.get("/api/v1/suggestions", {"q": texte}).content)["suggestions"]
    return [suggestion["texte"] for suggestion in trouvees]


@pytest.fixture
def secrets(petit_site) -> None:
    """A restricted sheet and a draft, beside those that everybody reads."""
    restreinte = fiche("outil", "Familles en secret", mots_cles="familles cachées")
    PageViewRestriction.objects.create(page=restreinte, restriction_type=PageViewRestriction.LOGIN)
    brouillon = fiche("outil", "Familles en attente", mots_cles="familles différées")
    brouillon.unpublish()
    valider()


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION, "superuser"])
def test_la_meme_reponse_connecte_ou_non(secrets, client, role):
    anonymes = reponses(client)
    installer_roles()
    client.force_login(User.objects.create_superuser("racine") if role == "superuser" else membre(role))
    assert reponses(client) == anonymes
    assert {statut for statut, _corps in anonymes} == {200}


def test_rien_de_prive(secrets, client):
    for _statut, corps in reponses(client):
        assert not {mot for mot in ("secret", "attente", "cachées", "différées") if mot in corps.decode()}
    assert suggestions(client, "familles") == ["Joindre les familles"]


def test_une_fiche_restreinte_apres_coup_quitte_les_suggestions(petit_site, client):
    assert "Carnet de terrain" in suggestions(client, "carnet")
    PageViewRestriction.objects.create(page=petit_site["outil"], restriction_type=PageViewRestriction.LOGIN)
    valider()
    assert suggestions(client, "carnet") == []


def test_les_termes_et_les_organisations_menent_a_une_recherche(petit_site, client):
    from ressources.tests.fabriques import organisation, publier

    initiative = petit_site["initiative"]
    initiative.porteur = organisation()
    publier(initiative)
    valider()
    trouvees = json.loads(client.get("/api/v1/suggestions", {"q": "groupe d’ess"}).content)["suggestions"]
    assert [(s["texte"], s["detail"]) for s in trouvees] == [("Groupe d’essai", "organisation")]
    page = client.get(trouvees[0]["url"]).content.decode()
    assert "Halte du samedi" in page
    assert suggestions(client, "laval") == ["Laval"]
    assert suggestions(client, "peres") == ["Pères"]


def test_un_prefixe_de_page_n_est_pas_confondu_avec_l_api(petit_site, client):
    """The addresses of the API answer by themselves, without a redirection to a language."""
    reponse = client.get("/api/v1/inconnue")
    assert (reponse.status_code, reponse["Content-Type"]) == (404, "application/json")
