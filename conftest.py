"""Fixtures of all the applications: nothing that a test writes is seen by another."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

NAVIGATEUR = "portail/tests/navigateur/"
QUI_VALIDE = {"transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server"}
AVEC_BASE = {"db", *QUI_VALIDE}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):  # noqa: ANN201 - xdist may be absent
    """The browser tests on one worker, for they share a site that is long to start; each other test anywhere."""
    from xdist.scheduler import LoadScopeScheduling

    class ParSite(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return NAVIGATEUR if nodeid.startswith(NAVIGATEUR) else nodeid

    return ParSite(config, log)


@pytest.fixture
def dossier_index(settings, tmp_path) -> Path:
    """The folder of the embedded index of this test; empty until something is indexed."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    return settings.RECHERCHE_DOSSIER


@pytest.fixture(autouse=True)
def _isoler(request: pytest.FixtureRequest) -> None:
    """A test reads French first, whatever page the last one asked for; one that writes in the database indexes in a
    folder of its own, and finds an empty cache."""
    translation.activate(settings.LANGUAGE_CODE)
    if request.node.get_closest_marker("django_db") or AVEC_BASE & set(request.fixturenames):
        request.getfixturevalue("dossier_index")
        cache.clear()
        request.getfixturevalue("_instantanes")


@pytest.fixture
def _instantanes(request: pytest.FixtureRequest, tmp_path_factory, monkeypatch) -> Iterator[None]:
    """Factories put back what they built before (see `ressources.tests.instantanes`), until the first test that
    commits, whose end empties the tables."""
    from ressources.tests import instantanes

    marque = request.node.get_closest_marker("django_db")
    if QUI_VALIDE & set(request.fixturenames) or (marque and (marque.args or marque.kwargs)):
        instantanes.abandonner()
    else:
        request.getfixturevalue("db")
    with instantanes.essai(tmp_path_factory, monkeypatch):
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without it a test fails where all is required (CI=true), else is skipped."""
    chemin = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if chemin:
        return chemin
    message = "Chromium is not installed (apt-get install chromium, or CHROMIUM=/path/to/it)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
