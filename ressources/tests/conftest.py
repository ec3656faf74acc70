"""An index of its own for each test that asks for one."""

import pytest
from django.template import engines

from recherche.indexation.vidage import reconstruire
from recherche.moteurs import charger
from ressources.tests.instantanes import memorise


@pytest.fixture
def index(db, settings, tmp_path):
    """An empty index, in service."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    _index_vide()
    return charger()


@memorise
def _index_vide() -> None:
    reconstruire()


@pytest.fixture
def gabarits_de_wagtail():
    """Wagtail's own templates count on missing variables being empty (and on `default`, which the check disables)."""
    with pytest.MonkeyPatch.context() as gabarits:  # of its own: nothing of our code is patched
        gabarits.setattr(engines["django"].engine, "string_if_invalid", "")
        yield
