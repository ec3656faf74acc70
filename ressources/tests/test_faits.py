"""The strip of facts of a sheet."""

import pytest
from django.utils.translation import override

from ressources.models import Milieu, Obstacle
from ressources.presentation.faits import faits
from ressources.tests.fabriques import fiche, public

pytestmark = pytest.mark.django_db


@pytest.fixture
def terrain() -> dict:
    obstacle = Obstacle.objects.create(code="essai", nom_fr="Dans les horaires", nom_en="In schedules")
    milieu = Milieu.objects.create(code="essai", nom_fr="Bibliothèques", nom_en="Libraries")
    return {"obstacles": [obstacle], "milieux": [milieu], "publics": [public()]}


@pytest.mark.parametrize(
    ("langue", "attendu"),
    [("fr", ["Dans les horaires", "Bibliothèques"]), ("en", ["In schedules", "Libraries"])],
)
def test_un_outil_dit_ou_est_l_obstacle_et_qui_y_travaille(terrain, langue, attendu):
    """No search keeps only them: names without links, unlike the audience."""
    outil = fiche("outil", **terrain)
    with override(langue):
        par_libelle = {fait["libelle"]: fait["valeurs"] for fait in faits(outil)}
        libelles = list(par_libelle)[-2:]
        assert [par_libelle[libelle][0]["texte"] for libelle in libelles] == attendu
        assert not any(par_libelle[libelle][0]["url"] for libelle in libelles)
    assert libelles == (
        ["Où est l’obstacle", "Milieux"] if langue == "fr" else ["Where the barrier is", "Sectors"]
    )


def test_un_bilan_dit_de_quelle_periode_il_parle(terrain):
    libelles = {fait["libelle"] for fait in faits(fiche("bilan", **terrain))}
    assert "Pour qui" in libelles and "Où est l’obstacle" not in libelles
