"""Similar documents: what is kept, and what happens when the engine fails."""

import pytest
from django.core.cache import cache

from recherche.moteurs import charger
from recherche.moteurs.garde import SEUIL, disjoncteur
from recherche.reponse import voisins
from recherche.tests.fabriques import document
from recherche.tests.test_services import MoteurCasse, casse  # noqa: F401 - fixture


@pytest.fixture
def paire(indexer):
    indexer([document("page:1", titre="Jeux de doigts"), document("page:2", titre="Doigts et jeux")])


def test_garde_en_memoire(paire, monkeypatch):
    assert voisins.proches("page:1", "fr") == [("page:2", "fr")]
    monkeypatch.setattr(voisins, "charger", lambda: pytest.fail("the engine was asked again"))
    assert voisins.proches("page:1", "fr") == [("page:2", "fr")]


def test_mots_parlants():
    fiche = document(
        titre="L’accueil des pères", mots_cles="papa, pères", resume="Un café à 2 pas, avec les pères."
    )
    mots = voisins.mots_parlants(fiche)
    assert [m.rstrip("·") for m in mots[:3]] == ["accueil", "pere", "pap"] and len(mots) == len(set(mots))
    assert (
        len(voisins.mots_parlants(document(titre=" ".join(f"mot{i}" for i in range(200)))))
        == voisins.MOTS_MAX
    )


def test_un_mot_courant_ne_fait_pas_un_voisin(indexer):
    communs = [document(f"page:{i}", titre="Famille", resume=f"Sujet numero{i}") for i in range(2, 5)]
    riche = document(
        "page:1", titre="Famille", resume="Comptines gestes doigts rythme chanson berceuse ronde"
    )
    indexer([riche, *communs])
    assert voisins.proches("page:1", "fr") == []


def test_moteur_en_panne(casse, caplog):  # noqa: F811
    caplog.set_level("CRITICAL", logger="recherche.reponse.voisins")
    for rang in range(SEUIL + 2):
        assert voisins.proches(f"page:{rang}", "fr") == []
    assert disjoncteur(charger()).ouvert
    assert cache.get("voisins:fr:page:0") == [], "not asked again at once"
    assert cache.get(f"voisins:fr:page:{SEUIL}") is None, "a suspended engine said nothing about it"


def test_la_panne_ne_demande_qu_une_fois(casse, caplog, monkeypatch):  # noqa: F811
    caplog.set_level("CRITICAL", logger="recherche.reponse.voisins")
    appels = []
    monkeypatch.setattr(MoteurCasse, "rechercher", lambda self, plan: appels.append(plan) or 1 / 0)
    voisins.proches("page:1", "fr"), voisins.proches("page:1", "fr")
    assert len(appels) == 1
