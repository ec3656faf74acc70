"""The service: whatever happens to the engine, an answer."""

import logging

import pytest
from django.urls import reverse
from django.utils.translation import override

from recherche.models import Synonymes
from recherche.moteurs.base import ErreurMoteur, Moteur
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.valeurs.requete import PROFONDEUR_MAX, Requete, figer
from recherche.valeurs.resultats import Fiche, Resultats, nombre_pages

CASSE = f"{__name__}.MoteurCasse"


class MoteurCasse(Moteur):
    """An engine that fails in the way the test says."""

    nom, vidage_immediat = "cassé", True
    erreur: Exception = ErreurMoteur("down")

    @classmethod
    def depuis_reglages(cls, facettes):
        return cls()

    def _echouer(self, *args, **kwargs):
        raise type(self).erreur

    rechercher = indexer = position = verrou = chantier = nettoyer = empreintes = verifier_version = _echouer


def secours(requete: Requete) -> Resultats:
    """One sheet from the database."""
    fiche = Fiche("page:9:fr", "page", "fr", f"Base : {requete.texte}", (), {})
    return Resultats(total=1, fiches=(fiche,))


@pytest.fixture
def casse(settings, registre, db, caplog):
    """The broken engine; its errors are expected in the log."""
    caplog.set_level(logging.CRITICAL, logger="recherche.services")
    settings.RECHERCHE_MOTEUR = CASSE
    return registre


@pytest.mark.parametrize("erreur", [ErreurMoteur("down"), RuntimeError("x"), KeyError("y"), TimeoutError()])
def test_secours(casse, monkeypatch, erreur):
    monkeypatch.setattr(MoteurCasse, "erreur", erreur)
    casse.secours = secours
    resultats = rechercher(Requete(texte="jeu", filtres=figer({"type": ("outil", "inconnu")})))
    assert (resultats.degrade, resultats.total) == (True, 1)
    assert resultats.fiches[0].titre == "Base : jeu"
    type_ = next(f for f in resultats.facettes if f.code == "type")
    assert [v.code for v in type_.choisies] == ["outil"], "filters stay visible"


def test_sans_secours_la_reponse_est_vide_et_le_dit(casse):
    resultats = rechercher(Requete(texte="jeu"))
    assert (resultats.degrade, resultats.total) == (True, 0)


@pytest.mark.parametrize(
    ("parametres", "attendus", "absents"),
    [
        (
            {"q": "zzzz"},
            ("pour cette recherche\u00a0: essayez avec un seul mot", "Voir toutes les fiches"),
            (),
        ),
        ({"q": "zzzz", "type": "outil"}, ("Retirer tous les filtres",), ("Voir toutes les fiches",)),
        ({"q": "?? **"}, ("ne contient aucun mot",), ("un seul mot",)),
        (
            {"q": "zzzz", "page": "9"},
            ("rien de plus à montrer", "Revenir à la première page"),
            ("un seul mot",),
        ),
    ],
)
def test_l_ecran_d_une_panne_dit_quoi_faire(casse, client, parametres, attendus, absents):
    with override("fr"):
        adresse = reverse("recherche:page")
    page = client.get(adresse, parametres).content.decode()
    assert "Le moteur de recherche ne répond pas." in page
    assert 'id="reessayer"' in page
    assert 'class="valeur zero"' not in page, "nothing was counted"
    for attendu in attendus:
        assert attendu in page
    for absent in absents:
        assert absent not in page


def test_secours_en_panne_aussi(casse):
    def panne(requete):
        raise ValueError

    casse.secours = panne
    assert rechercher(Requete(texte="jeu")).degrade


def test_deux_requetes_sql_par_recherche(indexer, django_assert_num_queries):
    """The outbox's, and what the help remembers; the registry of the tests asks for none."""
    Synonymes.objects.create(francais="fiche\nfeuillet")
    indexer([document()])
    rechercher(Requete(texte="fiche"))
    for texte in ("fiche", "fihce", '"fiche" -zzz'):
        with django_assert_num_queries(2):
            rechercher(Requete(texte=texte))
    with django_assert_num_queries(1):
        rechercher(Requete())


def test_autre_langue_seulement_en_premiere_page(indexer):
    indexer([document(f"page:{i}", langue) for i in range(12) for langue in ("fr", "en")])
    assert rechercher(Requete()).autre_langue.total == 12
    assert rechercher(Requete(page=2)).autre_langue is None


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (10, 1), (11, 2), (999, 100), (5000, 100)])
def test_nombre_pages(total, pages):
    assert nombre_pages(total, 10, PROFONDEUR_MAX) == pages
