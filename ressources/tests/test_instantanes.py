"""What factories put back is what they built: every row, the index, the results, what waits for the commit."""

import os

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

from recherche.services import rechercher
from recherche.valeurs.requete import Requete
from ressources.models import OutilPage, Pilier
from ressources.tests import instantanes, rangees
from ressources.tests.fabriques import accueil, fiche, fiche_en, pilier, valider
from ressources.tests.instantanes import Incomparable, figer, memorise

pytestmark = pytest.mark.django_db
appels: list[str] = []


@pytest.fixture(autouse=True)
def _actif(request):
    appels.clear()
    if instantanes._Session.suivi is None:
        pytest.skip(
            "factories build everything for real (ESSAIS_SANS_INSTANTANES=1, or after a test that commits)"
        )


@memorise
def petit_monde(titre: str) -> OutilPage:
    appels.append(titre)
    page = fiche("outil", titre, piliers=[pilier()])
    fiche_en(page, f"{titre} (en)")
    valider()
    return page


@memorise
def petit_terme(nom: str) -> Pilier:
    appels.append(nom)
    return pilier(nom_fr=nom)


def contenu() -> dict:
    """All the rows but the time of the events, which are made to look young."""
    tables = rangees.lire(rangees.connues())
    tables[rangees.EVENEMENTS] = {pk: rangee[:2] for pk, rangee in tables[rangees.EVENEMENTS].items()}
    return tables


@pytest.fixture
def deux_fois(index, tmp_path):
    """`deux_fois(faire)`: what it returns, then returns again after database, index and cache were undone."""
    suivi, dossier = instantanes._Session.suivi, settings.RECHERCHE_DOSSIER
    depart, copie = suivi.etat, rangees.copier(dossier, tmp_path / "copie")
    assert depart is not None

    def essayer(faire) -> list:
        resultats = []
        for _ in range(2):
            rangees.copier(copie, dossier)
            cache.clear()
            suivi.etat, suivi.rustines = depart, pytest.MonkeyPatch()
            point = transaction.savepoint()
            resultats.append(faire())
            transaction.savepoint_rollback(point)
            connection.run_on_commit = []
        return resultats

    return essayer


def test_chaque_rangee_revient(deux_fois):
    def faire():
        return petit_monde("Carnet fidèle"), contenu(), rangees.noms(settings.RECHERCHE_DOSSIER)

    (page, tables, noms), (encore, tables_encore, noms_encore) = deux_fois(faire)
    assert appels == ["Carnet fidèle"]
    assert page == encore and (page.title, page.resume) == (encore.title, encore.resume)
    assert noms == noms_encore
    for table, rangees_ in tables.items():
        assert tables_encore[table] == rangees_, table


def test_l_index_revient_et_suit_encore(deux_fois):
    def faire():
        page = petit_monde("Carnet cherché")
        trouvees = rechercher(Requete(texte="cherche")).total, rechercher(Requete(texte="renomme")).total
        page.title = "Carnet renommé"
        page.save_revision().publish()
        valider()
        return *trouvees, rechercher(Requete(texte="renomme")).total

    assert deux_fois(faire) == [(1, 0, 1)] * 2
    assert appels == ["Carnet cherché"]


def test_ce_qui_attend_la_validation_revient(deux_fois):
    def faire():
        fiche("outil", "Carnet en attente")
        avant = rechercher(Requete(texte="attente")).total
        valider()
        return avant, rechercher(Requete(texte="attente")).total

    assert deux_fois(faire) == [(0, 1)] * 2


def test_les_recherches_de_l_admin_suivent(deux_fois):
    def faire():
        petit_monde("Carnet perlimpinpin")
        return [page.title for page in OutilPage.objects.all().search("perlimpinpin")]

    premiers, seconds = deux_fois(faire)
    assert sorted(premiers) == sorted(seconds) and "Carnet perlimpinpin" in premiers


@pytest.mark.parametrize(
    "ecart", ["une écriture", "une annulation", "du code remplacé", "un cache", "un moteur"]
)
def test_ailleurs_tout_est_bati(deux_fois, ecart, settings):
    suivi = instantanes._Session.suivi
    deux_fois(lambda: petit_terme(ecart))
    assert appels == [ecart]
    appels.clear()

    def faire():
        if ecart == "une écriture":
            Pilier.objects.create(code="ECART", nom_fr="Écart")
        elif ecart == "une annulation":
            transaction.savepoint_rollback(transaction.savepoint())
        elif ecart == "du code remplacé":
            suivi.rustines.setattr(os, "sep", os.sep)
        elif ecart == "un cache":
            cache.set("quelque", "chose")
        else:
            settings.RECHERCHE_MOTEUR = "recherche.moteurs.embarque.moteur.MoteurEmbarque"
        return petit_terme(ecart).nom_fr

    assert deux_fois(faire) == [ecart, ecart]
    assert appels == (
        [ecart] if ecart == "un moteur" else [ecart, ecart]
    )  # other settings, another branch of the tree


def test_deux_instances_qui_different_ne_se_confondent_pas():
    page = accueil()
    avant = figer([page])
    page.title = "Autre"
    assert figer([page]) != avant
    with pytest.raises(Incomparable):
        figer(object())
