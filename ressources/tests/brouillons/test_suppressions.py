"""Deleting what a draft or a scheduled revision protects: refused, naming it; what else it uses: said."""

import pytest
from django.db.models import ProtectedError
from django.db.transaction import atomic
from django.urls import reverse

from ressources.models import (
    Organisation,
    TypeOutil,
)
from ressources.tests.brouillons.preparation import VIDES, brouillon, neuf, outil, programme
from ressources.tests.fabriques import (
    fiche,
    organisation,
    public,
    type_outil,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail", "hotes")]


CAS = [
    (lambda faire: faire(outil(), type_outil=neuf()), neuf),
    (lambda faire: faire(fiche("initiative", "Halte"), porteur=organisation()), organisation),
    (lambda faire: faire(fiche("action", "Mémoire"), organisation=organisation()), organisation),
    (lambda faire: faire(fiche("bilan", "Bilan"), organisation=organisation()), organisation),
]


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("cas", CAS, ids=["outil", "initiative", "action", "bilan"])
def test_la_suppression_par_un_programme_est_refusee(cas, etat):
    preparer, objet = cas
    page = preparer(etat)
    terme = objet()
    with pytest.raises(ProtectedError, match=page.title) as refus, atomic():
        terme.delete()
    assert [tenant.pk for tenant in refus.value.protected_objects] == [page.pk]
    with pytest.raises(ProtectedError), atomic():
        type(terme).objects.filter(pk=terme.pk).delete()


def test_une_page_jamais_publiee_et_une_depubliee():
    fiche(titre="Jamais", publiee=False, type_outil=neuf())
    with pytest.raises(ProtectedError), atomic():
        neuf().delete()
    retiree = fiche(titre="Retirée", type_outil=type_outil("affiche"))
    retiree.unpublish()
    with pytest.raises(ProtectedError), atomic():
        type_outil("affiche").delete()


def test_un_brouillon_qui_ne_le_nomme_plus_le_laisse_partir():
    page = outil()
    brouillon(page, type_outil=neuf())
    brouillon(page, type_outil=type_outil())
    neuf().delete()
    assert not TypeOutil.objects.filter(code="trousse").exists()


def test_ni_le_type_publie_ni_les_autres_ne_sont_touches():
    brouillon(outil(), type_outil=neuf())
    autre = type_outil("autre")
    autre.delete()
    with pytest.raises(ProtectedError), atomic():
        type_outil().delete()


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("methode", ["get", "post"])
def test_l_admin_refuse_et_nomme_le_brouillon(admin_client, etat, methode):
    page = etat(fiche("initiative", "Halte du village"), porteur=organisation())
    adresse = reverse("wagtailsnippets_ressources_organisation:delete", args=[organisation().pk])
    reponse = getattr(admin_client, methode)(adresse, follow=True)
    dit = reponse.content.decode()
    assert "Halte du village" in dit and "sert au brouillon" in dit
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in dit
    assert Organisation.objects.filter(pk=organisation().pk).exists()


@pytest.mark.parametrize("methode", ["get", "post"])
def test_l_admin_refuse_aussi_en_lot(admin_client, methode):
    brouillon(outil(), type_outil=neuf())
    libre = type_outil("libre")
    adresse = reverse("wagtail_bulk_action", args=["ressources", "typeoutil", "delete"])
    adresse += f"?id={libre.pk}&id={neuf().pk}"
    reponse = getattr(admin_client, methode)(adresse, follow=True)
    assert "Carnet" in reponse.content.decode()
    assert TypeOutil.objects.filter(pk__in=[libre.pk, neuf().pk]).count() == 2


def test_l_admin_supprime_ce_que_rien_ne_tient(admin_client):
    libre = type_outil("libre")
    adresse = reverse("wagtailsnippets_ressources_typeoutil:delete", args=[libre.pk])
    assert admin_client.get(adresse).status_code == 200
    assert admin_client.post(adresse).status_code == 302
    assert not TypeOutil.objects.filter(pk=libre.pk).exists()


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("genre", [genre for genre in VIDES if genre not in ("image", "document", "page")])
def test_l_admin_previent_de_ce_qui_manquera(admin_client, genre, etat):
    faire, valeurs = VIDES[genre]
    objet = faire()
    etat(outil(), **valeurs(objet))
    adresse = reverse(f"wagtailsnippets_ressources_{objet._meta.model_name}:delete", args=[objet.pk])
    avertissement = admin_client.get(adresse).content.decode()
    assert "Carnet" in avertissement and "il y manquera" in avertissement
    assert admin_client.post(adresse).status_code == 302
    assert not type(objet).objects.filter(pk=objet.pk).exists()


def test_l_admin_ne_previent_de_rien_quand_rien_n_attend(admin_client):
    outil(publics=[public()])
    adresse = reverse("wagtailsnippets_ressources_publiccible:delete", args=[public().pk])
    assert "il y manquera" not in admin_client.get(adresse).content.decode()
