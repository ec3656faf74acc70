"""Fixtures of all the applications: nothing that a test writes is seen by another."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import TransactionTestCase
from django.utils import translation

NAVIGATEUR = "portail/tests/navigateur/"
QUI_VALIDE = {"transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server"}
AVEC_BASE = {"db", *QUI_VALIDE}


def pytest_addoption(parser: pytest.Parser) -> None:
    aide = "Only the tests that reach the database, and of those of the browser, those that are marked deux_bases."
    parser.addoption("--seulement-base", action="store_true", help=aide)


@pytest.hookimpl(trylast=True)  # after the marks that a folder gives to its tests
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--seulement-base"):
        gardes = [item for item in items if depend_de_la_base(item)]
        config.hook.pytest_deselected(items=[item for item in items if not depend_de_la_base(item)])
        items[:] = gardes
    items.sort(
        key=lambda item: not item.nodeid.startswith(NAVIGATEUR)
    )  # the longest first: the others fill the rest


def pytest_collection_finish() -> None:
    """What stands after the collection stays: looking through it for garbage at each full pass is time lost."""
    gc.freeze()


def depend_de_la_base(item: pytest.Item) -> bool:
    """Whether another database could change what a test finds. pytest-django refuses the database to a test that
    does not ask for it; what a browser alone sees (contrasts, focus, weights) is no matter of database."""
    if item.nodeid.startswith(NAVIGATEUR):
        return item.get_closest_marker("deux_bases") is not None
    return avec_base(item) or issubclass(getattr(item, "cls", None) or object, TransactionTestCase)


def avec_base(item: pytest.Item) -> bool:
    """Whether a test asks for the database, by its mark or by a fixture."""
    demandes = AVEC_BASE & set(getattr(item, "fixturenames", ()))
    return bool(demandes) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):  # noqa: ANN201 - xdist may be absent
    """The browser tests on one worker, for they share a site that is long to start; each other test anywhere. With a
    site that runs already (NAVIGATEUR_SITE), they go by file, for each file opens its browser."""
    from xdist.scheduler import LoadScopeScheduling

    class ParSite(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            if not nodeid.startswith(NAVIGATEUR):
                return nodeid
            return nodeid.partition("::")[0] if os.environ.get("NAVIGATEUR_SITE") else NAVIGATEUR

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
    if avec_base(request.node):
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
