"""The real site, as `make run` starts it, with the demonstration content; and Chromium to read it.

The server is a process of its own: static files are hashed and compressed, policies are those of visitors. It
starts once a session: the root conftest keeps these tests on one worker.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from portail.tests.navigateur.lecteur import Lecteur

RACINE = Path(__file__).resolve().parents[3]
DELAI = 900  # seconds: a first start makes the database and loads the whole demonstration, maybe on a busy machine
DRAPEAUX = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what stands in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.navigateur)


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


@pytest.fixture(scope="session")
def base_du_site() -> Iterator[str]:
    """The DATABASE_URL of the site: a database of its own on the server of the tests; empty for SQLite."""
    adresse = os.environ.get("DATABASE_URL", "")
    if not adresse.startswith("postgres"):
        yield ""
        return
    import psycopg
    from psycopg.sql import SQL, Identifier

    nom = Identifier(f"navigateur_{os.getpid()}")
    with psycopg.connect(adresse, autocommit=True) as connexion:
        connexion.execute(SQL("CREATE DATABASE {}").format(nom))
        yield urlparse(adresse)._replace(path=f"/navigateur_{os.getpid()}").geturl()
        connexion.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(nom))


def _attendre(adresse: str, serveur: subprocess.Popen, journal: Path) -> None:
    """Returns when the site answers; fails with the end of its log otherwise."""
    limite = time.monotonic() + DELAI
    while time.monotonic() < limite and serveur.poll() is None:
        try:
            urllib.request.urlopen(adresse, timeout=10).close()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    serveur.terminate()
    pytest.fail(f"the site did not start:\n{journal.read_text()[-1500:]}")


@pytest.fixture(scope="session")
def site(chromium: str, base_du_site: str, tmp_path_factory) -> Iterator[str]:
    """The address of the site, without a last slash. NAVIGATEUR_SITE gives one that runs already."""
    if deja := os.environ.get("NAVIGATEUR_SITE"):
        yield deja.rstrip("/")
        return
    dossier, port = tmp_path_factory.mktemp("site"), _port_libre()
    milieu = {
        nom: valeur for nom, valeur in os.environ.items() if nom not in ("DATABASE_URL", "COV_CORE_SOURCE")
    }
    milieu |= {"DJANGO_SETTINGS_MODULE": "portail.settings.local", "DOSSIER_VAR": str(dossier / "var")}
    if base_du_site:
        milieu["DATABASE_URL"] = base_du_site
    commande = [sys.executable, "-m", "portail.outillage.demarrage", "--port", str(port)]
    adresse, journal = f"http://127.0.0.1:{port}", dossier / "journal"
    with journal.open("w") as sortie:
        serveur = subprocess.Popen(commande, cwd=RACINE, env=milieu, stdout=sortie, stderr=subprocess.STDOUT)
    try:
        _attendre(f"{adresse}/fr/", serveur, journal)
        yield adresse
    finally:
        serveur.terminate()
        serveur.wait(timeout=20)


@pytest.fixture(scope="module")
def navigateur(chromium: str) -> Iterator[Browser]:
    """Chromium. By module: Playwright keeps an event loop, under which Django refuses its database."""
    with sync_playwright() as playwright:
        ouvert = playwright.chromium.launch(executable_path=chromium, args=DRAPEAUX)
        yield ouvert
        ouvert.close()


@pytest.fixture
def lecteur(navigateur: Browser, site: str) -> Iterator[Lecteur]:
    """Opens pages as a visitor; in the end nothing that they did may have gone wrong."""
    visiteur = Lecteur(navigateur, site)
    yield visiteur
    visiteur.fermer()
    assert visiteur.incidents == []


@pytest.fixture
def ouvrir(lecteur: Lecteur) -> Callable[..., Page]:
    """`ouvrir(path, largeur=1280, sombre=False, scripts=True)` -> the loaded page."""
    return lecteur.ouvrir
