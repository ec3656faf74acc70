"""What is scheduled happens: published and withdrawn, found and lost, one failure stopping nothing."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from portail.management.commands import travailler
from recherche.services import rechercher
from recherche.valeurs.requete import Requete
from ressources.publication import echeances
from ressources.publication.echeances import Bilan, traiter
from ressources.tests.fabriques import fiche, fiche_en, valider

pytestmark = pytest.mark.usefixtures("index")


@pytest.fixture(autouse=True)
def memoire(monkeypatch):
    """No failure of another test is remembered."""
    monkeypatch.setattr(echeances, "_echecs", {})


def programmer(titre: str, minutes: int = -1) -> Page:
    """A draft to be published `minutes` from now (in the past: it is due)."""
    page = fiche(titre=titre, publiee=False)
    page.go_live_at = timezone.now() + timedelta(minutes=5)
    revision = page.save_revision()
    revision.publish()  # in the future: approved, not live
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() + timedelta(minutes=minutes)
    )
    Page.objects.filter(pk=page.pk).update(go_live_at=timezone.now() + timedelta(minutes=minutes))
    revision.refresh_from_db()
    revision.content["go_live_at"] = (timezone.now() + timedelta(minutes=minutes)).isoformat()
    revision.save(update_fields=["content"])
    return page


def vivante(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def trouve(texte: str, langue: str = "fr") -> int:
    valider()
    return rechercher(Requete(texte=texte, langue=langue)).total


def test_publiee_a_son_heure_et_trouvee():
    due, future = programmer("Buanderie du quartier"), programmer("Marelle", minutes=5)
    assert not vivante(due) and trouve("buanderie") == 0
    assert traiter() == Bilan(publiees=1)
    assert vivante(due) and not vivante(future)
    assert trouve("buanderie") == 1
    assert traiter() == Bilan()


def test_retiree_a_son_heure_avec_sa_traduction():
    page = fiche(titre="Buanderie du quartier")
    cible = fiche_en(page, "Local laundry")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert traiter() == Bilan(retirees=1)
    valider()
    assert not vivante(page) and not vivante(cible)
    assert Page.objects.get(pk=page.pk).expired
    assert trouve("buanderie") == 0 and trouve("laundry", "en") == 0


def test_une_page_abimee_n_arrete_pas_les_autres(caplog):
    abimee, saine = programmer("Abîmée", minutes=-10), programmer("Saine")
    revision = Revision.objects.get(pk=abimee.latest_revision_id)
    revision.content["type_outil"] = 987654
    revision.save(update_fields=["content"])
    with caplog.at_level(logging.ERROR, logger="ressources.publication"):
        assert traiter() == Bilan(publiees=1, echecs=1)
    assert vivante(saine) and not vivante(abimee)
    assert str(revision.pk) in caplog.text
    caplog.clear()
    assert traiter() == Bilan(), "what failed is left alone for a while"
    assert not caplog.records


def test_mendee_elle_est_publiee(monkeypatch):
    page = programmer("Abîmée")
    revision = Revision.objects.get(pk=page.latest_revision_id)
    sain = dict(revision.content)
    revision.content["type_outil"] = 987654
    revision.save(update_fields=["content"])
    monkeypatch.setattr(echeances, "REPIT", -1)
    assert traiter().echecs == 1
    revision.content = sain
    revision.save(update_fields=["content"])
    assert traiter() == Bilan(publiees=1)


@pytest.mark.usefixtures("gabarits_de_wagtail")
def test_un_editeur_se_ravise(admin_client):
    page = programmer("Buanderie du quartier")
    adresse = f"/admin/pages/{page.pk}/revisions/{page.latest_revision_id}/unschedule/"
    assert admin_client.post(adresse).status_code == 302
    assert traiter() == Bilan()
    assert not vivante(page)


def test_le_travailleur_fait_tout(monkeypatch, capsys):
    """One turn of the loop, then the process that it serves is gone."""
    page = programmer("Buanderie du quartier")
    parents = iter([42, 1])
    monkeypatch.setattr(travailler.os, "getppid", lambda: next(parents))
    monkeypatch.setattr(travailler, "PAS", 0)
    monkeypatch.setattr(travailler.signal, "signal", lambda *args: None)
    monkeypatch.setattr(travailler, "close_old_connections", lambda: None)
    call_command("travailler", tant_que_vit=42)
    assert vivante(page)
    assert "1 publication(s)" in capsys.readouterr().out


def test_deux_travailleurs_ne_publient_pas_deux_fois(monkeypatch):
    """Another process published it between the list and the hold of its row."""
    page = programmer("Buanderie du quartier")
    vraie = echeances._pks
    listes = []

    def lire_puis_publier(objets):
        listes.append(vraie(objets))
        if objets.model is Revision:
            Revision.objects.get(pk=page.latest_revision_id).publish()
        return listes[-1]

    monkeypatch.setattr(echeances, "_pks", lire_puis_publier)
    assert traiter() == Bilan()
    assert [page.latest_revision_id] in listes and vivante(page)
