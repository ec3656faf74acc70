"""Editors are told what the search could not read: where they choose a document, on its form, in a report."""

import pytest
from django.contrib.auth.models import User

from portail.roles import ADMINISTRATION, MODERATION, REDACTION
from portail.tests.test_roles import membre
from ressources.models import DocumentPortail, TexteDocument
from ressources.tests.fabriques import document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]
ETATS = [etat for etat in TexteDocument.Etat if etat != TexteDocument.Etat.LU]


@pytest.fixture
def fichiers() -> dict[str, DocumentPortail]:
    """A file in each state; one is well read, and one has a title that a spreadsheet would run."""
    tous = {}
    for etat in TexteDocument.Etat:
        fichier = tous[etat.value] = document(f"=Guide {etat.value}")
        TexteDocument.objects.update_or_create(document=fichier, defaults={"etat": etat, "pages": []})
    return tous


def test_le_rapport_les_nomme(admin_client, fichiers):
    page = admin_client.get("/admin/reports/lectures/").content.decode()
    for etat in ETATS:
        assert f"=Guide {etat.value}" in page and str(etat.label) in page
    assert "=Guide lu<" not in page
    filtre = admin_client.get("/admin/reports/lectures/?etat=chiffre").content.decode()
    assert "=Guide chiffre" in filtre and "=Guide partiel" not in filtre


def test_l_export_ne_s_execute_pas(admin_client, fichiers):
    reponse = admin_client.get("/admin/reports/lectures/?export=csv")
    texte = b"".join(reponse.streaming_content).decode()
    assert "'=Guide chiffre" in texte and "\n=Guide" not in texte


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION])
def test_qui_lit_le_rapport(client, role):
    client.force_login(membre(role))
    assert client.get("/admin/reports/lectures/").status_code == 200


def test_sans_droit_de_page_point_de_rapport(client):
    utilisateur = User.objects.create_user("seul", password="x")
    client.force_login(utilisateur)
    assert client.get("/admin/reports/lectures/").status_code == 302


@pytest.mark.parametrize("etat", ETATS)
def test_la_ou_l_on_choisit_un_document(admin_client, fichiers, etat):
    assert str(etat.label) in admin_client.get("/admin/documents/chooser/").json()["html"]
    assert str(etat.label) in admin_client.get("/admin/documents/chooser/results/").content.decode()
    fiche = admin_client.get(f"/admin/documents/edit/{fichiers[etat.value].pk}/").content.decode()
    assert str(etat.label) in fiche


def test_un_document_bien_lu_n_en_dit_rien(admin_client, fichiers):
    page = admin_client.get(f"/admin/documents/edit/{fichiers['lu'].pk}/").content.decode()
    assert "Lecture par la recherche" not in page
