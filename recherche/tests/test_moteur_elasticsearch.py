"""The Elasticsearch engine on a real server: the contract, and what is its own."""

import pytest

from recherche.tests.suite_moteur import SuiteMoteur

pytestmark = pytest.mark.elasticsearch


class TestMoteurElasticsearch(SuiteMoteur):
    chemin = "recherche.moteurs.elasticsearch.MoteurElasticsearch"

    @pytest.fixture(autouse=True)
    def moteur_en_service(self, elasticsearch, registre, db):
        """Elasticsearch, under a prefix of this test."""
