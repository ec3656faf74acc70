"""The direction of imports is kept by import-linter (`make test`): here, that its contracts really bite."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[3]
PAQUETS = ("portail", "ressources", "recherche")
LIGNES_MAX = 300
# What Django, Wagtail or a reader expects at the root of an application; all the rest has a room.
A_LA_RACINE = {
    "portail": {"__init__", "apps", "roles", "urls", "views", "wsgi"},
    "ressources": {"__init__", "apps", "checks", "wagtail_hooks"},
    "recherche": {
        *(
            "__init__",
            "apps",
            "checks",
            "forms",
            "liens",
            "models",
            "registre",
            "services",
            "signaux",
            "urls",
            "views",
        ),
    },
}


def lignes(chemin: Path) -> int:
    return len(chemin.read_text().splitlines())


@pytest.fixture(scope="module")
def copie(tmp_path_factory) -> Path:
    """The Python files of the project and its configuration, free to be spoiled."""
    dossier = tmp_path_factory.mktemp("copie")
    for paquet in PAQUETS:
        for source in (RACINE / paquet).rglob("*.py"):
            cible = dossier / source.relative_to(RACINE)
            cible.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, cible)
    shutil.copy(RACINE / "pyproject.toml", dossier)
    return dossier


def importer(dossier: Path) -> str:
    """The report of import-linter on a folder."""
    commande = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    milieu = {**os.environ, "PYTHONPATH": str(dossier)}
    return subprocess.run(commande, cwd=dossier, env=milieu, capture_output=True, text=True).stdout


def test_each_contract_refuses_what_it_forbids(copie):
    fautes = {
        "recherche/valeurs/requete.py": "import ressources.models.querysets\nimport wagtail",
        "recherche/analyse/normes.py": "import django",
        "recherche/lexique/expressions.py": "import recherche.models",
        "ressources/models/fiches.py": "import ressources.presentation.fil",
    }
    for chemin, faute in fautes.items():
        with (copie / chemin).open("a") as fichier:
            fichier.write(f"\n{faute}\n")
    rapport = importer(copie)
    assert "0 kept, 5 broken" in rapport, rapport
    for cercle in (".lexique -> .models", ".models -> .presentation"):
        assert cercle in rapport


@pytest.mark.parametrize("paquet", PAQUETS)
def test_no_loose_room(paquet):
    """A line of code is looked for by the name of its room."""
    trouves = {chemin.stem for chemin in (RACINE / paquet).glob("*.py")}
    assert trouves <= A_LA_RACINE[paquet]


@pytest.mark.parametrize("paquet", [*PAQUETS, "bench"])
def test_files_stay_small(paquet):
    """A file past 300 lines hides a second subject."""
    trop_longs = {
        str(chemin.relative_to(RACINE)): lignes(chemin)
        for chemin in (RACINE / paquet).rglob("*.py")
        if "migrations" not in chemin.parts and lignes(chemin) > LIGNES_MAX
    }
    assert trop_longs == {}
