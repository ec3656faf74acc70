"""The report of what stands alone: what it finds, who reads it, what leaves it."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from portail.roles import ADMINISTRATION, MODERATION, REDACTION, installer_roles
from ressources.administration.orphelins import Orphelin, orphelins
from ressources.models import Mesure
from ressources.tests.fabriques import classements, fiche, fiche_en

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail", "index")]


def par_titre() -> dict[str, Orphelin]:
    return {orphelin.titre: orphelin for orphelin in orphelins()}


def mesure(code: str) -> Mesure:
    classements()
    return Mesure.objects.get(code=code)


def test_un_theme_sans_pratique_puis_lie():
    theme = fiche("thematique", "Se loger")
    assert par_titre()["Se loger"].manque_dit == "Aucun outil, aucune initiative, aucune action"
    fiche("outil", "Repérer un logement", liens=[theme])
    assert "Se loger" not in par_titre() and "Repérer un logement" not in par_titre()


def test_une_mesure_commune_suffit():
    termes = {"mesures": [mesure("CDV-1")]}
    fiche("thematique", "Se loger", **termes)
    fiche("outil", "Repérer un logement", **termes)
    assert {"Se loger", "Repérer un logement"}.isdisjoint(par_titre())


def test_une_ebauche_ne_repond_a_rien():
    termes = {"mesures": [mesure("CDV-1")]}
    fiche("thematique", "Se loger", **termes)
    fiche("outil", "Repérer un logement", publiee=False, **termes)
    assert "Se loger" in par_titre() and "Repérer un logement" not in par_titre()


def test_une_pratique_sans_theme_et_sa_raison():
    page = fiche("initiative", "Toit à tous", sans_vis_a_vis="Les sources n’en nomment pas.")
    trouvee = par_titre()["Toit à tous"]
    assert (trouvee.manque_dit, trouvee.raison) == ("Aucune thématique", "Les sources n’en nomment pas.")
    assert fiche_en(page, "A roof").sans_vis_a_vis == page.sans_vis_a_vis
    assert [o.titre for o in orphelins()].count("Toit à tous") == 1


def test_une_mesure_sans_rien_ou_sans_pratique():
    fiche("thematique", "Dépister tôt", mesures=[mesure("ENF-3")])
    fiche("outil", "Repérer un logement", mesures=[mesure("CDV-1")])
    trouves = {titre.split()[0]: orphelin for titre, orphelin in par_titre().items()}
    assert trouves["ENF-3"].manque_dit == "Aucun outil, aucune initiative, aucune action"
    assert "sans nommer" in trouves["ENF-3"].raison
    assert trouves["CDV-2"].manque_dit == "Rien n’y travaille"
    assert "CDV-1" not in trouves


def test_quatre_requetes(django_assert_num_queries):
    for rang in range(3):
        fiche("thematique", f"Thème {rang}", mesures=[mesure("CDV-1")])
    with django_assert_num_queries(4):
        orphelins()


@pytest.fixture
def adresse() -> str:
    return reverse("orphelins")


def membre(role: str) -> User:
    installer_roles()
    utilisateur = User.objects.create_user(role, password="x")
    utilisateur.groups.add(Group.objects.get(name=role))
    return utilisateur


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION])
def test_chaque_role_le_lit(client, adresse, role):
    client.force_login(membre(role))
    page = fiche("thematique", "Se loger")
    reponse = client.get(adresse)
    assert f'<a href="/admin/pages/{page.pk}/edit/">Se loger</a>' in reponse.content.decode()
    assert adresse in client.get("/admin/").content.decode()


def test_sans_le_droit_ni_page_ni_menu(client, adresse):
    assert client.get(adresse).status_code == 302
    utilisateur = membre(REDACTION)
    Group.objects.get(name=REDACTION).page_permissions.all().delete()
    client.force_login(utilisateur)
    for suite in ("", "lignes/", "?export=csv"):
        assert client.get(adresse + suite).status_code == 302
    assert adresse not in client.get("/admin/").content.decode()


def test_l_export_neutralise_les_formules(client, adresse):
    fiche("thematique", "=SOMME(A1)", sans_vis_a_vis="@raison")
    client.force_login(membre(REDACTION))
    reponse = client.get(f"{adresse}?export=csv")
    lignes = list(csv.reader(io.StringIO(b"".join(reponse.streaming_content).decode("utf-8-sig"))))
    assert lignes[0] == ["Type", "Titre", "Ce qui manque", "Pourquoi"]
    (ligne,) = [ligne for ligne in lignes if "SOMME" in ligne[1]]
    assert ligne[1] == "'=SOMME(A1)" and ligne[3] == "'@raison"
