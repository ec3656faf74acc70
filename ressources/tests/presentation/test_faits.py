"""The strip of facts of a sheet."""

import pytest
from django.utils.translation import override

from ressources.models import Milieu, Obstacle
from ressources.presentation.faits import faits, terrain
from ressources.tests.fabriques import fiche, public

pytestmark = pytest.mark.django_db


@pytest.fixture
def champs() -> dict:
    obstacle = Obstacle.objects.create(code="essai", nom_fr="Dans les horaires", nom_en="In schedules")
    milieu = Milieu.objects.create(code="essai", nom_fr="Bibliothèques", nom_en="Libraries")
    return {"obstacles": [obstacle], "milieux": [milieu], "publics": [public()]}


@pytest.mark.parametrize(
    ("langue", "attendu"),
    [("fr", ["Dans les horaires", "Bibliothèques"]), ("en", ["In schedules", "Libraries"])],
)
def test_un_outil_dit_ou_est_l_obstacle_et_qui_y_travaille(champs, langue, attendu):
    """No search keeps only them: names without links, unlike the audience."""
    outil = fiche("outil", **champs)
    with override(langue):
        par_libelle = {fait["libelle"]: fait["valeurs"] for fait in terrain(outil)}
        libelles = list(par_libelle)
        assert [par_libelle[libelle][0]["texte"] for libelle in libelles] == attendu
        assert not any(par_libelle[libelle][0]["url"] for libelle in libelles)
    assert libelles == (
        ["Où est l’obstacle", "Milieux"] if langue == "fr" else ["Where the barrier is", "Sectors"]
    )


def test_un_bilan_dit_de_quelle_periode_il_parle(champs):
    bilan = fiche("bilan", **champs)
    assert "Pour qui" in {fait["libelle"] for fait in faits(bilan)}
    assert terrain(bilan) == []


def test_le_pied_de_la_fiche_le_montre(client, champs):
    pied = client.get(fiche("outil", **champs).url).content.decode().partition('id="a-propos"')[2]
    assert "Dans les horaires" in pied and "Bibliothèques" in pied
