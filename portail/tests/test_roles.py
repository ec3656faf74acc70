"""The three roles: what each may do, role by role."""

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import Page

from portail.roles import ADMINISTRATION, GLOBALES, MODERATION, REDACTION, installer_roles
from recherche.models import Synonymes
from ressources.tests.fabriques import fiche

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


def membre(role: str) -> User:
    installer_roles()
    utilisateur = User.objects.create_user(role, password="x")
    utilisateur.groups.add(Group.objects.get(name=role))
    return utilisateur


@pytest.mark.parametrize("role", [REDACTION, MODERATION, ADMINISTRATION])
def test_chaque_role_entre_dans_l_admin(client, role):
    client.force_login(membre(role))
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(("role", "publie"), [(REDACTION, False), (MODERATION, True), (ADMINISTRATION, True)])
def test_qui_publie(role, publie):
    droits = fiche().permissions_for_user(membre(role))
    assert droits.can_edit() and droits.can_publish() is publie


@pytest.mark.parametrize(("role", "statut"), [(REDACTION, 302), (MODERATION, 302), (ADMINISTRATION, 200)])
def test_qui_gere_les_classements_et_les_comptes(client, role, statut):
    client.force_login(membre(role))
    assert client.get("/admin/snippets/ressources/pilier/").status_code == statut
    assert client.get("/admin/users/").status_code == statut


@pytest.mark.parametrize(("role", "statut"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200)])
def test_qui_ajoute_une_organisation(client, role, statut):
    client.force_login(membre(role))
    assert client.get("/admin/snippets/ressources/organisation/add/").status_code == statut


@pytest.mark.parametrize(("role", "retire"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200)])
def test_qui_edite_les_synonymes(client, role, retire):
    groupe = Synonymes.objects.create(francais="cpe\ncentre de la petite enfance")
    client.force_login(membre(role))
    racine = "/admin/snippets/recherche/synonymes"
    assert client.get(f"{racine}/").status_code == 200
    donnees = {"francais": "rlp\nregroupement local", "anglais": ""}
    assert client.post(f"{racine}/add/", donnees).status_code == 302
    assert client.post(f"{racine}/edit/{groupe.pk}/", {"francais": "cpe\ngarderie"}).status_code == 302
    assert sorted(Synonymes.objects.values_list("francais", flat=True)) == [
        "cpe\ngarderie",
        "rlp\nregroupement local",
    ]
    assert client.get(f"{racine}/delete/{groupe.pk}/").status_code == retire


def test_installer_deux_fois_ne_double_rien():
    installer_roles()
    avant = [g.page_permissions.count() for g in Group.objects.order_by("name")]
    installer_roles()
    assert [g.page_permissions.count() for g in Group.objects.order_by("name")] == avant


def test_un_droit_ajoute_a_la_main_est_repris():
    installer_roles()
    groupe = Group.objects.get(name=REDACTION)
    groupe.page_permissions.create(page=Page.objects.get(depth=1), permission=_publier())
    installer_roles()
    assert not groupe.page_permissions.filter(permission=_publier()).exists()
    assert groupe.permissions.count() == len(GLOBALES[REDACTION])


def _publier():
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
