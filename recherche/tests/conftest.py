"""A registry and an index folder of its own for each test of the search."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from recherche.document import Document
from recherche.indexation import reconstruire
from recherche.registre import Registre, registre_temporaire
from recherche.tests.fabriques import registre_essai


@pytest.fixture
def dossier_index(settings, tmp_path):
    """The folder of the embedded index of this test."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    return settings.RECHERCHE_DOSSIER


@pytest.fixture
def registre(dossier_index) -> Iterator[Registre]:
    """An empty registry with the facets of `fabriques`, in force during the test."""
    with registre_temporaire(registre_essai()) as essai:
        yield essai


@pytest.fixture
def indexer(registre, db) -> Callable[[Iterable[Document]], None]:
    """Declares documents and builds the index."""

    def construire(documents: Iterable[Document]) -> None:
        registre.sources[0].liste[:] = documents
        reconstruire()

    return construire
