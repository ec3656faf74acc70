"""The engine for several hosts: an Elasticsearch 9 server or cluster, at RECHERCHE_URL."""

from recherche.moteurs.elasticsearch.moteur import MoteurElasticsearch

__all__ = ["MoteurElasticsearch"]
