"""An empty site, ready for its first sheet: in both languages, run twice without harm, the editor's words kept."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page

from portail.models import AccueilPage
from portail.roles import ADMINISTRATION, MODERATION, REDACTION
from ressources.models import Fiche, Pilier, RepertoirePage

pytestmark = pytest.mark.django_db


def test_un_site_vide_pret_a_remplir(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    call_command("preparer_site")
    assert Fiche.objects.count() == 0
    assert RepertoirePage.objects.live().count() == 10
    assert Pilier.objects.count() == 4
    assert Group.objects.filter(name__in=[REDACTION, MODERATION, ADMINISTRATION]).count() == 3
    for adresse in ("/fr/", "/en/", "/fr/outils/", "/en/tools/", "/fr/recherche/?q=rien"):
        assert client.get(adresse).status_code == 200


def test_relancee_elle_garde_ce_qui_fut_ecrit():
    call_command("preparer_site")
    accueil = AccueilPage.objects.get(locale__language_code="fr")
    accueil.accroche = "Chez nous"
    accueil.save_revision().publish()
    nombre = Page.objects.count()
    call_command("preparer_site")
    assert AccueilPage.objects.get(pk=accueil.pk).accroche == "Chez nous"
    assert Page.objects.count() == nombre
