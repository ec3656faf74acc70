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
    with (copie / "recherche" / "requete.py").open("a") as fichier:
        fichier.write("\nimport ressources.models.querysets\nimport wagtail\n")
    with (copie / "recherche" / "analyse" / "normes.py").open("a") as fichier:
        fichier.write("\nimport django\n")
    rapport = importer(copie)
    assert "3 broken" in rapport, rapport


@pytest.mark.parametrize("paquet", [*PAQUETS, "bench"])
def test_files_stay_small(paquet):
    """A file past 300 lines hides a second subject."""
    trop_longs = {
        str(chemin.relative_to(RACINE)): lignes(chemin)
        for chemin in (RACINE / paquet).rglob("*.py")
        if "migrations" not in chemin.parts and lignes(chemin) > LIGNES_MAX
    }
    assert trop_longs == {}
