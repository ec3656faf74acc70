"""The report of searches: what it shows and hides, who reads it, what leaves it."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone

from portail.roles import ADMINISTRATION, MODERATION, REDACTION, installer_roles
from recherche.journal.carnet import Note, ecrire
from ressources.administration.rapport_recherches import neutraliser, recherches

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


def chercher(mots: str, langue: str = "fr", fois: int = 3, total: int | None = 2, age: int = 0) -> None:
    ecrire([Note(mots, langue, timezone.localdate() - timedelta(days=age), fois, total)])


@pytest.fixture
def adresse() -> str:
    return reverse("recherches_des_visiteurs")


def membre(role: str) -> User:
    installer_roles()
    utilisateur = User.objects.create_user(role, password="x")
    utilisateur.groups.add(Group.objects.get(name=role))
    return utilisateur


def mots(reponse) -> list[str]:
    return [ligne["mots"] for ligne in reponse.context["object_list"]]


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION])
def test_chaque_role_le_lit(client, adresse, role):
    client.force_login(membre(role))
    chercher("pères")
    assert mots(client.get(adresse)) == ["pères"]
    assert adresse in client.get("/admin/").content.decode()


def test_sans_le_droit_ni_page_ni_menu(client, adresse):
    utilisateur = membre(REDACTION)
    groupe = Group.objects.get(name=REDACTION)
    groupe.permissions.remove(*groupe.permissions.filter(codename="view_motscherches"))
    client.force_login(utilisateur)
    assert client.get(adresse).status_code == 302
    assert client.get(f"{adresse}lignes/").status_code == 302
    assert client.get(f"{adresse}?export=csv").status_code == 302
    assert adresse not in client.get("/admin/").content.decode()


def test_sans_compte(client, adresse):
    assert client.get(adresse).status_code == 302


def test_sous_le_seuil_rien_ne_se_voit(admin_client, adresse):
    chercher("jean tremblay", fois=2)
    assert mots(admin_client.get(adresse)) == []
    assert "jean" not in admin_client.get(f"{adresse}?export=csv").getvalue().decode()
    chercher("jean tremblay", fois=1, age=100)  # too old to count
    assert list(recherches()) == []


def test_les_plus_demandees_puis_sans_resultat(admin_client, adresse):
    chercher("pères", fois=4)
    chercher("yoga", fois=9, total=0)
    chercher("filtré", fois=3, total=None)
    assert mots(admin_client.get(adresse)) == ["yoga", "pères", "filtré"]
    assert mots(admin_client.get(adresse, {"resultat": "aucun"})) == ["yoga"]
    assert mots(admin_client.get(adresse, {"resultat": "quelques"})) == ["pères"]
    assert mots(admin_client.get(adresse, {"q": "yo"})) == ["yoga"]


def test_le_dernier_total_compte(admin_client, adresse):
    chercher("yoga", total=0, age=3)
    chercher("yoga", total=5)
    assert [(r["demandes"], r["trouvees"]) for r in recherches()] == [(6, 5)]
    assert mots(admin_client.get(adresse, {"resultat": "aucun"})) == []


def test_par_langue_et_par_periode(admin_client, adresse):
    chercher("jeu", "fr", age=20)
    chercher("game", "en")
    chercher("rare", fois=2)
    chercher("rare", fois=2, age=60)
    assert mots(admin_client.get(adresse, {"langue": "en"})) == ["game"]
    assert mots(admin_client.get(adresse, {"periode": "7"})) == ["game"], (
        "within a period, the threshold holds"
    )
    assert set(mots(admin_client.get(adresse, {"periode": "30"}))) == {"game", "jeu"}
    assert set(mots(admin_client.get(adresse))) == {"game", "jeu", "rare"}


@pytest.mark.parametrize(
    "chaine", ["ordering=empreinte", "ordering=x%00", "p=999", "langue=zz", "periode=9999999"]
)
def test_adresses_hostiles(admin_client, adresse, chaine):
    chercher("jeu")
    assert admin_client.get(f"{adresse}?{chaine}").status_code == 200


@pytest.mark.parametrize("tri", ["mots", "-mots", "demandes", "-demandes", "trouvees", "-derniere"])
def test_tris(admin_client, adresse, tri):
    chercher("a", fois=3), chercher("b", fois=4)
    assert set(mots(admin_client.get(adresse, {"ordering": tri}))) == {"a", "b"}


def test_export_sans_formule(admin_client, adresse):
    chercher("-outil jeu"), chercher("=1+1"), chercher("pères", total=None)
    texte = admin_client.get(f"{adresse}?export=csv").getvalue().decode()
    lignes = list(csv.reader(io.StringIO(texte)))
    assert lignes[0] == ["Mots cherchés", "Langue", "Recherches", "Fiches trouvées", "Dernière fois"]
    assert {ligne[0] for ligne in lignes[1:]} == {"'-outil jeu", "'=1+1", "pères"}
    assert admin_client.get(f"{adresse}?export=xlsx").status_code == 200


@pytest.mark.parametrize("texte", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_neutraliser(texte):
    assert neutraliser(texte).startswith("'")
    assert neutraliser("jeu = 1") == "jeu = 1"


def test_en_faire_un_synonyme(admin_client, adresse):
    chercher("yoga & cie"), chercher('"mom group" -dad', "en")
    page = admin_client.get(adresse).content.decode()
    ajout = "/admin/snippets/recherche/synonymes/add/"
    assert f'href="{ajout}?francais=yoga+%26+cie"' in page
    assert f'href="{ajout}?anglais=mom+group"' in page
    formulaire = admin_client.get(f"{ajout}?francais=yoga+%26+cie").content.decode()
    assert "yoga &amp; cie</textarea>" in formulaire


def test_pas_de_bouton_sans_le_droit(client, adresse):
    utilisateur = membre(REDACTION)
    groupe = Group.objects.get(name=REDACTION)
    groupe.permissions.remove(*groupe.permissions.filter(codename="add_synonymes"))
    client.force_login(utilisateur)
    chercher("yoga")
    reponse = client.get(adresse)
    assert mots(reponse) == ["yoga"] and "synonymes/add" not in reponse.content.decode()


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION])
def test_bouton_selon_le_role(client, adresse, role):
    client.force_login(membre(role))
    chercher("yoga")
    assert "synonymes/add" in client.get(adresse).content.decode()
