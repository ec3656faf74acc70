"""`manage.py indexer` and its modes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from recherche.moteurs import charger
from recherche.tests.fabriques import document


def lancer(*options: str) -> str:
    """What the command prints."""
    sortie = StringIO()
    call_command("indexer", *options, stdout=sortie, no_color=True)
    return sortie.getvalue()


@pytest.fixture
def source(registre, db):
    """The documents that the sources give; no index yet."""
    registre.sources[0].liste[:] = [document(f"page:{rang}") for rang in range(205)]
    return registre.sources[0].liste


def test_construire(source):
    sortie = lancer()
    assert "200 documents…" in sortie
    assert "205 documents indexés (embarqué)." in sortie


def test_si_necessaire(source):
    assert "205 documents indexés" in lancer("--si-necessaire")
    generation = charger().generations.actuelle()
    assert "Index en service" in lancer("--si-necessaire")
    assert charger().generations.actuelle() == generation
    (generation / "version").write_text("another")
    charger.__globals__["_moteur"].cache_clear()
    assert "205 documents indexés" in lancer("--si-necessaire")


def test_verifier(source):
    lancer()
    assert lancer("--verifier").endswith("0 écart\n")
    source[0] = document("page:0", titre="Changé sans le dire")
    source.pop()
    with pytest.raises(CommandError, match="2 écart") as erreur:
        lancer("--verifier")
    assert erreur.value.returncode == 1
    lancer()
    assert "0 écart" in lancer("--verifier")


def test_verifier_montre_sans_noyer(source):
    lancer()
    sortie = StringIO()
    del source[10:]
    with pytest.raises(CommandError):
        call_command("indexer", "--verifier", stdout=sortie)
    assert "en trop : page:100:fr" in sortie.getvalue()
    assert "et 175 autres" in sortie.getvalue()


def test_verifier_sans_index(source):
    with pytest.raises(CommandError, match="run `manage"):
        lancer("--verifier")


def test_un_seul_mode(source):
    with pytest.raises(CommandError):
        lancer("--verifier", "--suivre")
