"""Revisions whose records are gone: they open, are compared, previewed, published; the form asks again."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from ressources.models import (
    InitiativePage,
    Organisation,
    OutilPage,
)
from ressources.tests.brouillons.preparation import VIDES, brouillon, neuf, outil, programme, tous_s_ouvrent
from ressources.tests.fabriques import (
    fiche,
    fiche_en,
    organisation,
    publier,
    type_action,
    type_outil,
    valider,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail", "hotes")]


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("genre", VIDES)
def test_ce_qui_se_vide_laisse_tout_s_ouvrir(admin_client, index, genre, etat):
    faire, valeurs = VIDES[genre]
    objet = faire()
    page = outil()
    etat(page, **valeurs(objet))
    objet.delete()
    tous_s_ouvrent(admin_client, OutilPage.objects.get(pk=page.pk))


@pytest.mark.parametrize("genre", VIDES)
def test_ce_qui_se_vide_laisse_publier_a_l_heure(client, index, genre):
    faire, valeurs = VIDES[genre]
    objet = faire()
    page = programme(outil(), **valeurs(objet))
    objet.delete()
    a_l_heure = timezone.now() - timedelta(minutes=1)
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = a_l_heure
        revision.content["go_live_at"] = a_l_heure.isoformat()
        revision.save()
    call_command("publish_scheduled")
    page = OutilPage.objects.get(pk=page.pk)
    assert page.live and not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert client.get(page.get_url()).status_code == 200


def test_une_revision_ancienne_s_ouvre_et_redemande(admin_client, index):
    page = outil()
    brouillon(page, type_outil=neuf())
    brouillon(page, type_outil=type_outil())
    ancienne = page.revisions.order_by("pk")[1]
    neuf().delete()
    tous_s_ouvrent(admin_client, OutilPage.objects.get(pk=page.pk))
    reprise = admin_client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, ancienne.pk]))
    formulaire = reprise.context["form"]
    assert formulaire["type_outil"].value() is None and formulaire.fields["type_outil"].required


@pytest.mark.parametrize(("genre", "champ"), [("initiative", "porteur"), ("bilan", "organisation")])
def test_un_brouillon_deja_casse_se_rouvre(admin_client, index, genre, champ):
    """Those that were broken before drafts protected what they name."""
    page = fiche(genre, "Cassée")
    brouillon(page, **{champ: organisation()})
    Organisation.objects.filter(pk=organisation().pk)._raw_delete("default")
    page = type(page).objects.get(pk=page.pk)
    tous_s_ouvrent(admin_client, page)
    assert getattr(page.get_latest_revision_as_object(), champ) is None
    publier(page.get_latest_revision_as_object())


def test_la_traduction_d_une_page_dont_un_choix_a_disparu(index):
    """wagtail-localize keeps a content of its own."""
    source = fiche("initiative", "Halte", porteur=organisation())
    cible = fiche_en(source, "Respite")
    source.porteur = cible.porteur = None
    for page in (source, cible):
        publier(page)
    organisation().delete()
    suivie = InitiativePage.objects.get(pk=source.pk)
    TranslationSource.objects.get(object_id=suivie.translation_key).translations.get().save_target(
        publish=False
    )
    assert InitiativePage.objects.get(pk=cible.pk).porteur is None


@pytest.mark.parametrize("genre", VIDES)
def test_la_traduction_s_ouvre_et_se_synchronise(client, admin_client, index, genre):
    faire, valeurs = VIDES[genre]
    objet, page = faire(), outil()
    for nom, valeur in valeurs(objet).items():
        setattr(page, nom, valeur)
    page = publier(page)
    cible = fiche_en(page, "Notebook")
    objet.delete()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    for relire in (lambda: None, source.update_from_db):
        relire()
        source.translations.get().save_target()
        valider()
        assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[cible.pk])).status_code == 200
        assert client.get(OutilPage.objects.get(pk=cible.pk).get_url()).status_code == 200


def test_les_types_d_action_se_vident_aussi(admin_client, index):
    page = fiche("action", "Mémoire")
    brouillon(page, types_action=[type_action()])
    type_action().delete()
    tous_s_ouvrent(admin_client, page)
