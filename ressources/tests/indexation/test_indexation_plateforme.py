"""Measures, platform and theory in the search: found by either label, in step with every change."""

import pytest

from recherche.models import EvenementIndexation
from recherche.services import rechercher
from recherche.valeurs.requete import Requete, figer
from ressources.models import ElementTheorie, Mesure, Pilier
from ressources.tests.fabriques import accueil, valider
from ressources.tests.fabriques_plateforme import plateforme, plateforme_en, theorie

pytestmark = pytest.mark.usefixtures("index")


def trouves(texte: str = "", langue: str = "fr", **filtres: str) -> dict[str, str]:
    """Id -> address of what is found."""
    valider()
    resultats = rechercher(
        Requete(texte=texte, langue=langue, filtres=figer({f: (c,) for f, c in filtres.items()}))
    )
    assert not resultats.degrade
    return {fiche.id: str(fiche.affichage["url"]) for fiche in resultats.fiches}


def test_une_mesure_se_trouve_par_l_un_ou_l_autre_libelle():
    plateforme_en(plateforme())
    attendue = {"mesure:CDV-1:fr": "/fr/plateforme/CDV-1/"}
    assert attendue.items() <= trouves("logements abordables", type="mesure").items()
    assert attendue.items() <= trouves("affordable housing", type="mesure").items()
    anglaise = {"mesure:CDV-1:en": "/en/platform/CDV-1/"}
    assert anglaise.items() <= trouves("logements abordables", "en", type="mesure").items()


def test_les_mesures_portent_leur_pilier():
    plateforme()
    assert len(trouves(type="mesure", pilier="CDV")) == 6
    assert list(trouves(type="mesure", mesure="CDV-6")) == ["mesure:CDV-6:fr"]


def test_la_plateforme_est_un_document():
    page = plateforme()
    assert trouves(type="plateforme") == {f"plateforme:{page.translation_key}:fr": "/fr/plateforme/"}


def test_la_theorie_se_trouve_par_une_case():
    page = theorie()
    assert trouves("momentum politiques", type="theorie") == {
        f"theorie:{page.translation_key}:fr": "/fr/theorie-du-changement/"
    }
    case = ElementTheorie.objects.get(code="levier-moments-politiques")
    case.nom_fr = "Saperlipopette"
    case.save()
    assert trouves("saperlipopette", type="theorie")


def test_sans_plateforme_pas_de_mesure():
    page = plateforme()
    page.unpublish()
    assert trouves("logements abordables") == {}


def test_l_adresse_suit_la_page():
    page = plateforme()
    page.slug = "notre-plateforme"
    page.save_revision().publish()
    assert trouves(mesure="CDV-1")["mesure:CDV-1:fr"] == "/fr/notre-plateforme/CDV-1/"


def test_renommer_une_mesure_ou_son_pilier():
    plateforme()
    mesure = Mesure.objects.get(code="PAR-1")
    mesure.nom_fr = "Turlututu"
    mesure.save()
    assert "mesure:PAR-1:fr" in trouves("turlututu")
    pilier = Pilier.objects.get(code="PAR")
    pilier.nom_fr = "Saperlipopette"
    pilier.save()
    assert {"mesure:PAR-1:fr", "mesure:PAR-4:fr"} <= set(trouves("saperlipopette"))


def test_supprimer_une_mesure_la_retire():
    plateforme()
    Mesure.objects.get(code="PAR-1").delete()
    assert "mesure:PAR-1:fr" not in trouves(type="mesure")


def test_un_brouillon_n_ecrit_rien():
    page = plateforme()
    accueil()
    valider()
    EvenementIndexation.objects.all().delete()
    page.title = "Autre titre"
    page.save_revision()
    assert not EvenementIndexation.objects.exists()
