"""Several processes, some of them killed: nothing is lost, nothing is shown twice, readers never notice."""

import os
import random
import signal
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from django.db import connection

pytestmark = [pytest.mark.lent, pytest.mark.django_db(transaction=True)]


def adresse_base(tmp_path) -> str:
    """The test database when processes can share it; otherwise a SQLite file of this test."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{tmp_path / 'base.sqlite3'}"
    base = connection.settings_dict
    compte = f"{quote(base['USER'], safe='')}:{quote(base['PASSWORD'], safe='')}"
    return f"postgres://{compte}@{quote(base['HOST'], safe='')}:{base['PORT']}/{base['NAME']}"


class Processus:
    """Starts processes that share a database and an index; ends those that remain."""

    def __init__(self, tmp_path) -> None:
        self.vivants: list[subprocess.Popen] = []
        self.environ = {
            **os.environ,
            "DATABASE_URL": adresse_base(tmp_path),
            "DOSSIER_INDEX": str(tmp_path / "index"),
            "TMPDIR": str(tmp_path),
        }

    def lancer(self, *action: str) -> subprocess.Popen:
        """Starts an action and returns at once."""
        commande = [sys.executable, "-W", "ignore", "-m", "recherche.tests.processus", *action]
        processus = subprocess.Popen(
            commande, env=self.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.vivants.append(processus)
        return processus

    def attendre(self, processus: subprocess.Popen, code: int = 0) -> str:
        """What an action printed; it must end with this code."""
        sortie, erreurs = processus.communicate(timeout=60)
        assert processus.returncode == code, erreurs
        return sortie

    def faire(self, *action: str, code: int = 0) -> str:
        """Runs an action to its end."""
        return self.attendre(self.lancer(*action), code)

    def fermer(self) -> None:
        """Ends what remains."""
        for processus in self.vivants:
            if processus.poll() is None:
                processus.kill()
            processus.communicate()


@pytest.fixture
def site(tmp_path):
    """Processes over an index that holds five documents."""
    processus = Processus(tmp_path)
    try:
        processus.faire("preparer")
        yield processus
    finally:
        processus.fermer()


def test_tue_entre_l_enregistrement_et_le_vidage(site):
    site.faire("mourir_avant_vidage", "doc:orphelin", code=-signal.SIGKILL)
    time.sleep(2.1)  # a search leaves younger events to those who wrote them
    assert site.faire("chercher", "doc:orphelin") == "True\n"
    assert "0 écart" in site.faire("verifier")


def test_tue_a_des_moments_quelconques(site):
    hasard = random.Random(4)
    for tour in range(4):
        victime = site.lancer("ecrire", f"tour{tour}", "100000")
        assert victime.stdout.readline() == "0\n"
        time.sleep(hasard.random() * 0.15)
        victime.kill()
        victime.communicate()
    assert "0 écart" in site.faire("verifier")


def test_deux_ecrivains(site):
    ecrivains = [site.lancer("ecrire", prefixe, "15") for prefixe in ("alpha", "beta")]
    for ecrivain in ecrivains:
        assert site.attendre(ecrivain).split()[-1] == "14"
    assert site.faire("chercher", "doc:alpha-1") == "True\n"
    assert "0 écart" in site.faire("verifier")


def test_reconstruire_sous_les_yeux_d_un_lecteur(site, tmp_path):
    temoin = tmp_path / "fini"
    lecteur = site.lancer("lire", str(temoin))
    assert lecteur.stdout.readline() == "pret\n"
    site.faire("reconstruire", "8")
    temoin.touch()
    nombre, mauvais = map(int, site.attendre(lecteur).split())
    assert nombre > 20
    assert mauvais == 0


def test_suivre_puis_sigterm(site):
    site.faire("mourir_avant_vidage", "doc:suivi", code=-signal.SIGKILL)
    suiveur = site.lancer("suivre")
    assert "Suivi" in suiveur.stdout.readline()
    for _ in range(10):
        if "doc:suivi:fr" in site.faire("indexes").split():
            break
    else:
        pytest.fail("the worker did not read the outbox")
    suiveur.terminate()
    assert "Suivi arrêté" in site.attendre(suiveur)
    assert "0 écart" in site.faire("verifier")
