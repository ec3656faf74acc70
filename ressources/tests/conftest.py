"""An index of its own for each test that asks for one."""

import pytest

from recherche.indexation import reconstruire
from recherche.moteurs import charger


@pytest.fixture
def index(db, settings, tmp_path):
    """An empty index, in service."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    reconstruire()
    return charger()
