"""Each check finds its mistake, and nothing when there is none."""

import pytest

from recherche import checks
from recherche.registre import Facette, Registre, registre_temporaire


def identifiants(messages) -> list[str]:
    """The ids; each message also says what to do."""
    assert all(message.hint for message in messages)
    return [message.id for message in messages]


def test_rien_a_dire(registre):
    for verifier in (checks.verifier_moteur, checks.verifier_dossier, checks.verifier_facettes):
        assert identifiants(verifier()) == []
    assert identifiants(checks.verifier_sources()) == []


@pytest.mark.parametrize(
    "chemin", ["", "rien.du.tout", "recherche.moteurs.charger", "recherche.apps.AppConfig"]
)
def test_moteur(settings, chemin):
    settings.RECHERCHE_MOTEUR = chemin
    assert identifiants(checks.verifier_moteur()) == ["recherche.E001"]


def test_dossier(settings, tmp_path):
    (tmp_path / "fichier").write_text("")
    settings.RECHERCHE_DOSSIER = tmp_path / "fichier" / "index"
    assert identifiants(checks.verifier_dossier()) == ["recherche.E002"]


def test_adresse(settings, tmp_path):
    settings.RECHERCHE_URL = "http://elasticsearch:9200/portail"
    assert identifiants(checks.verifier_adresse()) == []
    settings.RECHERCHE_CA = str(tmp_path / "absent.pem")
    assert identifiants(checks.verifier_adresse()) == ["recherche.E005"]
    settings.RECHERCHE_URL = "http://u:secret@h/MAL"
    assert identifiants(checks.verifier_adresse()) == ["recherche.E004"]
    assert "secret" not in str(checks.verifier_adresse())


@pytest.mark.parametrize("codes", [("page",), ("a-b",), ("pilier", "pilier"), ("Type",)])
def test_facettes(codes):
    with registre_temporaire(Registre(facettes=[Facette(code, code) for code in codes])):
        assert identifiants(checks.verifier_facettes()) == ["recherche.E003"]


def test_sources():
    with registre_temporaire(Registre()):
        assert identifiants(checks.verifier_sources()) == ["recherche.W001"]
