"""A page that fixes a facet is the same search: `repondre` with a preset."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from recherche.tests.fabriques import document
from recherche.views import contexte, page_recherche


@pytest.fixture
def requete_http(indexer):
    """Builds requests over two sheets of different pillars."""
    indexer(
        [
            document("page:1", titre="Un", facettes={"pilier": ("PAR",)}),
            document("page:2", titre="Deux", facettes={"pilier": ("ENF",), "type": ("initiative",)}),
        ]
    )
    with override("fr"):
        yield lambda chaine="": RequestFactory().get(f"/fr/parents/?{chaine}")


def test_contexte(requete_http):
    vue = contexte(requete_http("pilier=ENF&type=outil"), {"pilier": "PAR"})["recherche"]
    assert [fiche.id for fiche in vue.resultats.fiches] == ["page:1:fr"]
    assert [puce.facette for puce in vue.puces] == ["type"]
    assert vue.puces[0].url == "/fr/parents/"
    assert vue.url_sans_filtres == "/fr/parents/"
    assert "pilier" not in {facette.code for facette in vue.resultats.facettes}


def test_page_avec_titre(requete_http, db):
    texte = page_recherche(requete_http(), preselection={"pilier": "PAR"}, titre="Parents").content.decode()
    assert "<h1>Parents</h1>" in texte
    assert 'name="pilier"' not in texte
    assert 'action="/fr/parents/"' in texte
