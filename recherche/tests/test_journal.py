"""The log without persons: what is counted, when words appear in clear, what is purged, what never fails."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from recherche import journal
from recherche.models import MotsCherches

JOUR = datetime.date(2026, 3, 10)


@pytest.fixture(autouse=True)
def memoire(monkeypatch, settings):
    """Nothing waits from another test, and no thread starts: a test writes when it says so."""
    monkeypatch.setattr(journal, "_attente", [])
    monkeypatch.setattr(journal, "_programmer", lambda: None)
    monkeypatch.setattr(journal, "_purge_le", timezone.localdate())
    settings.RECHERCHE_JOURNAL_SEUIL = 3


def note(mots="pères", langue="fr", jour=JOUR, nombre=1, total=4) -> journal.Note:
    return journal.Note(mots, langue, jour, nombre, total)


def lignes() -> list[tuple]:
    return list(MotsCherches.objects.order_by("jour", "pk").values_list("mots", "nombre", "dernier_total"))


@pytest.mark.django_db
def test_les_mots_n_apparaissent_qu_au_seuil():
    journal.ecrire([note(), note(total=2)])
    assert lignes() == [("", 2, 2)]
    assert "pères" not in str(list(MotsCherches.objects.values()))
    journal.ecrire([note(jour=JOUR + datetime.timedelta(days=1), total=0)])
    assert lignes() == [("pères", 2, 2), ("pères", 1, 0)]


@pytest.mark.django_db
def test_chaque_langue_a_son_compte():
    journal.ecrire([note("jeu", "fr"), note("jeu", "fr"), note("jeu", "en")])
    assert sorted(lignes()) == [("", 1, 4), ("", 2, 4)]


@pytest.mark.django_db
def test_un_total_inconnu_laisse_le_precedent():
    journal.ecrire([note(total=7)])
    journal.ecrire([note(total=None)])
    assert lignes() == [("", 2, 7)]
    journal.ecrire([note("autre", total=None)])
    assert lignes()[-1] == ("", 1, None)


@pytest.mark.django_db
def test_reprendre_ne_passe_pas_sous_zero():
    journal.ecrire([note(nombre=-1, total=None)])
    assert lignes() == []
    journal.ecrire([note()])
    journal.ecrire([note(nombre=-1, total=None), note(nombre=-1, total=None)])
    assert lignes() == [("", 0, 4)]


def test_empreinte_depend_du_secret(settings):
    avant = journal.empreinte("pères", "fr")
    assert avant == journal.empreinte("pères", "fr") != journal.empreinte("pères", "en")
    settings.SECRET_KEY = "autre"
    assert journal.empreinte("pères", "fr") != avant


@pytest.mark.parametrize(
    ("suite", "attendu"),
    [
        (["poussette"], {"poussette": 1}),
        (["Poussette ", "poussette", "poussette ?"], {"poussette": 1}),
        (["p", "po", "pous", "poussette"], {"p": 0, "po": 0, "pous": 0, "poussette": 1}),
        (["poussettes", "poussette", "pousse"], {"poussettes": 1}),
        (["père", "père absent"], {"père": 1, "père absent": 1}),
        (["père", "mère", "père"], {"père": 2, "mère": 1}),
        (["jean@exemple.ca", "jean"], {"jean": 1}),
    ],
)
def test_lettre_a_lettre(suite, attendu):
    avant = ""
    for texte in suite:
        journal.noter(texte, "fr", 1, avant, rafraichi=True)
        avant = texte
    comptes: dict[str, int] = {}
    for une in journal._attente:
        comptes[une.mots] = comptes.get(une.mots, 0) + une.nombre
    assert comptes == attendu


def test_la_memoire_est_bornee(monkeypatch):
    monkeypatch.setattr(journal, "ATTENTE_MAX", 3)
    for lettre in "abcdef":
        journal.noter(f"mot {lettre}", "fr", 1)
    assert len(journal._attente) == 3


@pytest.mark.django_db
def test_purge():
    jours = {"recent": 1, "presque": 90, "vieux": 91}
    for mots, age in jours.items():
        journal.ecrire([note(mots, jour=JOUR - datetime.timedelta(days=age), nombre=3)])
    journal.ecrire([note("muet récent", jour=JOUR - datetime.timedelta(days=30))])
    journal.ecrire([note("muet vieux", jour=JOUR - datetime.timedelta(days=31))])
    assert journal.purger(JOUR) == 2
    assert sorted(lignes()) == [("", 1, 4), ("presque", 3, 4), ("recent", 3, 4)]


@pytest.mark.django_db
def test_purge_par_commande_et_chaque_jour(monkeypatch, capsys):
    journal.ecrire([note(jour=timezone.localdate() - datetime.timedelta(days=100), nombre=5)])
    journal.vider()
    assert MotsCherches.objects.count() == 1, "already purged today"
    monkeypatch.setattr(journal, "_purge_le", None)
    journal.vider()
    assert MotsCherches.objects.count() == 0
    call_command("purger_recherches")
    assert "0 ligne" in capsys.readouterr().out


def test_une_base_en_panne_ne_se_voit_pas(monkeypatch):
    def refuser(notes):
        raise OperationalError("database is locked")

    monkeypatch.setattr(journal, "ecrire", refuser)
    journal.noter("pères", "fr", 1)
    journal.vider()
    assert journal._attente == []


def test_un_fil_ecrit_apres_coup(monkeypatch):
    """One thread for all that comes within the delay; another for what comes later."""
    monkeypatch.undo()
    monkeypatch.setattr(journal, "_attente", [])
    monkeypatch.setattr(journal, "DELAI", 0.1)
    ecrites: list[tuple[int, str]] = []
    fini = threading.Semaphore(0)

    def prendre():
        ecrites.append((len(journal._attente), threading.current_thread().name))
        journal._attente.clear()
        fini.release()

    monkeypatch.setattr(journal, "vider", prendre)
    journal.noter("pères", "fr", 2)
    journal.noter("mères", "fr", 2)
    assert ecrites == [], "nobody waited"
    assert fini.acquire(timeout=10)
    journal.noter("enfants", "fr", 2)
    assert fini.acquire(timeout=10)
    assert [nombre for nombre, _ in ecrites] == [2, 1]
    assert threading.current_thread().name not in {nom for _, nom in ecrites}
