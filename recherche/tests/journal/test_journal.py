"""The log without persons: what is counted, when words appear in clear, what is purged, what never fails."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from recherche.journal import carnet
from recherche.models import MotsCherches

JOUR = datetime.date(2026, 3, 10)


@pytest.fixture(autouse=True)
def memoire(monkeypatch, settings):
    """Nothing waits from another test, and no thread starts: a test writes when it says so."""
    monkeypatch.setattr(carnet, "_attente", [])
    monkeypatch.setattr(carnet, "_programmer", lambda: None)
    monkeypatch.setattr(carnet, "_purge_le", timezone.localdate())
    settings.RECHERCHE_JOURNAL_SEUIL = 3


def note(mots="pères", langue="fr", jour=JOUR, nombre=1, total=4) -> carnet.Note:
    return carnet.Note(mots, langue, jour, nombre, total)


def lignes() -> list[tuple]:
    return list(MotsCherches.objects.order_by("jour", "pk").values_list("mots", "nombre", "dernier_total"))


@pytest.mark.django_db
def test_les_mots_n_apparaissent_qu_au_seuil():
    carnet.ecrire([note(), note(total=2)])
    assert lignes() == [("", 2, 2)]
    assert "pères" not in str(list(MotsCherches.objects.values()))
    carnet.ecrire([note(jour=JOUR + datetime.timedelta(days=1), total=0)])
    assert lignes() == [("pères", 2, 2), ("pères", 1, 0)]


@pytest.mark.django_db
def test_chaque_langue_a_son_compte():
    carnet.ecrire([note("jeu", "fr"), note("jeu", "fr"), note("jeu", "en")])
    assert sorted(lignes()) == [("", 1, 4), ("", 2, 4)]


@pytest.mark.django_db
def test_un_total_inconnu_laisse_le_precedent():
    carnet.ecrire([note(total=7)])
    carnet.ecrire([note(total=None)])
    assert lignes() == [("", 2, 7)]
    carnet.ecrire([note("autre", total=None)])
    assert lignes()[-1] == ("", 1, None)


@pytest.mark.django_db
def test_reprendre_ne_passe_pas_sous_zero():
    carnet.ecrire([note(nombre=-1, total=None)])
    assert lignes() == []
    carnet.ecrire([note()])
    carnet.ecrire([note(nombre=-1, total=None), note(nombre=-1, total=None)])
    assert lignes() == [("", 0, 4)]


def test_empreinte_depend_du_secret(settings):
    avant = carnet.empreinte("pères", "fr")
    assert avant == carnet.empreinte("pères", "fr") != carnet.empreinte("pères", "en")
    settings.SECRET_KEY = "autre"
    assert carnet.empreinte("pères", "fr") != avant


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
        carnet.noter(texte, "fr", 1, avant, rafraichi=True)
        avant = texte
    comptes: dict[str, int] = {}
    for une in carnet._attente:
        comptes[une.mots] = comptes.get(une.mots, 0) + une.nombre
    assert comptes == attendu


def test_la_memoire_est_bornee(monkeypatch):
    monkeypatch.setattr(carnet, "ATTENTE_MAX", 3)
    for lettre in "abcdef":
        carnet.noter(f"mot {lettre}", "fr", 1)
    assert len(carnet._attente) == 3


@pytest.mark.django_db
def test_purge():
    jours = {"recent": 1, "presque": 90, "vieux": 91}
    for mots, age in jours.items():
        carnet.ecrire([note(mots, jour=JOUR - datetime.timedelta(days=age), nombre=3)])
    carnet.ecrire([note("muet récent", jour=JOUR - datetime.timedelta(days=30))])
    carnet.ecrire([note("muet vieux", jour=JOUR - datetime.timedelta(days=31))])
    assert carnet.purger(JOUR) == 2
    assert sorted(lignes()) == [("", 1, 4), ("presque", 3, 4), ("recent", 3, 4)]


@pytest.mark.django_db
def test_purge_par_commande_et_chaque_jour(monkeypatch, capsys):
    carnet.ecrire([note(jour=timezone.localdate() - datetime.timedelta(days=100), nombre=5)])
    carnet.vider()
    assert MotsCherches.objects.count() == 1, "already purged today"
    monkeypatch.setattr(carnet, "_purge_le", None)
    carnet.vider()
    assert MotsCherches.objects.count() == 0
    call_command("purger_recherches")
    assert "0 ligne" in capsys.readouterr().out


def test_une_base_en_panne_ne_se_voit_pas(monkeypatch):
    def refuser(notes):
        raise OperationalError("database is locked")

    monkeypatch.setattr(carnet, "ecrire", refuser)
    carnet.noter("pères", "fr", 1)
    carnet.vider()
    assert carnet._attente == []


def test_un_fil_ecrit_apres_coup(monkeypatch):
    """One thread for all that comes within the delay; another for what comes later."""
    monkeypatch.undo()
    monkeypatch.setattr(carnet, "_attente", [])
    monkeypatch.setattr(carnet, "DELAI", 0.1)
    ecrites: list[tuple[int, str]] = []
    fini = threading.Semaphore(0)

    def prendre():
        ecrites.append((len(carnet._attente), threading.current_thread().name))
        carnet._attente.clear()
        fini.release()

    monkeypatch.setattr(carnet, "vider", prendre)
    carnet.noter("pères", "fr", 2)
    carnet.noter("mères", "fr", 2)
    assert ecrites == [], "nobody waited"
    assert fini.acquire(timeout=10)
    carnet.noter("enfants", "fr", 2)
    assert fini.acquire(timeout=10)
    assert [nombre for nombre, _ in ecrites] == [2, 1]
    assert threading.current_thread().name not in {nom for _, nom in ecrites}
