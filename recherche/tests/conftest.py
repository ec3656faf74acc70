"""A registry and an index folder of its own for each test of the search."""

import os
import uuid
from collections.abc import Callable, Iterable, Iterator

import pytest
from elasticsearch import Elasticsearch

from recherche.indexation.vidage import reconstruire
from recherche.registre import Registre, registre_temporaire
from recherche.tests.fabriques import registre_essai
from recherche.valeurs.document import Document


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


@pytest.fixture
def bilingue(registre):
    """Labels in both languages."""
    registre.traductions = lambda: [
        {"fr": "Pères", "en": "Fathers"},
        {"fr": "Jeunes familles", "en": "Young families"},
    ]


@pytest.fixture(scope="session")
def serveur_elasticsearch() -> str:
    """The URL of a server, without a path. Without it a test fails where all is required (CI=true), else is
    skipped."""
    url = os.environ.get("ELASTICSEARCH_URL", "").rstrip("/")
    if url:
        return url
    message = (
        "Elasticsearch is not running (.ci/es-local start, then ELASTICSEARCH_URL=http://127.0.0.1:9200)"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def elasticsearch(serveur_elasticsearch, settings) -> Iterator[str]:
    """The engine of this test is Elasticsearch, under a prefix of its own, which is returned."""
    prefixe = f"essai-{uuid.uuid4().hex[:12]}"
    settings.RECHERCHE_URL = f"{serveur_elasticsearch}/{prefixe}"
    settings.RECHERCHE_MOTEUR = "recherche.moteurs.elasticsearch.MoteurElasticsearch"
    yield prefixe
    with Elasticsearch(serveur_elasticsearch) as client:
        for index in client.indices.get(index=f"{prefixe}.*", features="aliases"):
            client.indices.delete(index=index)


@pytest.fixture
def patience(monkeypatch) -> None:
    """Answers are compared, not timed: a busy machine must not turn one into a degraded answer."""
    for module in ("liaison", "moteur"):
        monkeypatch.setattr(f"recherche.moteurs.elasticsearch.{module}.DELAI_VISITEUR", 20.0)
    monkeypatch.setattr("recherche.moteurs.garde.DELAI_TOTAL", 60.0)
