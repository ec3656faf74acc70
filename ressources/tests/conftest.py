"""An index of its own for each test that asks for one."""

import pytest
from django.template import engines

from recherche.indexation import reconstruire
from recherche.moteurs import charger


@pytest.fixture
def index(db, settings, tmp_path):
    """An empty index, in service."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    reconstruire()
    return charger()


@pytest.fixture
def gabarits_de_wagtail(monkeypatch):
    """Wagtail's own templates count on missing variables being empty (and on `default`, which the check disables)."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
