"""A cluster that fails, in every way seen: the visitor is answered from the database, in time, and told."""

import re
import socket

import pytest

from recherche.indexation.vidage import a_reconstruire, signaler, vidage_differe
from recherche.models import EvenementIndexation
from recherche.moteurs import ErreurMoteur, MoteurInjoignable, charger
from recherche.moteurs.base import IndexAbsent
from recherche.moteurs.garde import disjoncteur, garde
from recherche.question.planification import planifier
from recherche.reponse.presentation import AFFICHAGE
from recherche.services import rechercher
from recherche.tests.faux_serveurs import BONNE, REPONSES, FauxServeur, chronometre, http
from recherche.valeurs.requete import Requete
from recherche.valeurs.resultats import Fiche, Resultats

MOTEUR = "recherche.moteurs.elasticsearch.MoteurElasticsearch"
BONNE_REPONSE = http(200, BONNE)
EN_TOUT = 2.0  # seconds for a visitor


def secours(requete: Requete) -> Resultats:
    """One sheet from the database."""
    fiche = Fiche(
        "page:9:fr",
        "page",
        "fr",
        f"Base : {requete.texte}",
        (),
        {**AFFICHAGE, "type": "outil", "url": "/fr/"},
    )
    return Resultats(total=1, fiches=(fiche,))


def port_ferme() -> str:
    """A URL that refuses connections."""
    with socket.create_server(("127.0.0.1", 0)) as ecoute:
        return f"http://127.0.0.1:{ecoute.getsockname()[1]}"


@pytest.fixture
def en_service(settings, registre, db, caplog):
    """Puts the engine of a URL in service; the fallback answers one sheet."""
    caplog.set_level("CRITICAL", logger="recherche.services")
    registre.secours = secours

    def mettre(url: str):
        settings.RECHERCHE_MOTEUR, settings.RECHERCHE_URL = MOTEUR, f"{url}/essai"
        return charger()

    return mettre


@pytest.fixture
def faux():
    """Starts false servers, and stops them all."""
    serveurs = []

    def demarrer(reponse: bytes | None, **options) -> FauxServeur:
        serveurs.append(FauxServeur(reponse, **options))
        return serveurs[-1]

    yield demarrer
    for serveur in serveurs:
        serveur.fermer()


def verifier_reponse_degradee(client, texte: str = "jeu") -> str:
    """The page says what happened, shows the database's sheet, never a false zero; returns its text."""
    with chronometre() as duree:
        reponse = client.get("/fr/recherche/", {"q": texte})
    page = re.sub(r"\s+", " ", reponse.content.decode())
    assert reponse.status_code == 200
    assert "Résultats partiels." in page
    assert f"Base : {texte}" in page
    assert "0 fiche" not in page
    assert duree[0] < EN_TOUT
    return page


@pytest.mark.parametrize("panne", REPONSES)
def test_reponse_mauvaise(en_service, faux, client, panne):
    moteur = en_service(faux(REPONSES[panne]).url)
    attendue = IndexAbsent if panne == "index absent" else ErreurMoteur
    with pytest.raises(attendue), garde(moteur):
        moteur.rechercher(planifier(Requete(texte="jeu"), moteur.facettes))
    verifier_reponse_degradee(client)


def test_temoin_une_bonne_reponse_n_est_pas_degradee(en_service, faux):
    en_service(faux(BONNE_REPONSE).url)
    resultats = rechercher(Requete(texte="jeu"))
    assert (resultats.degrade, resultats.total) == (False, 0)


def test_refus(en_service, client):
    en_service(port_ferme())
    verifier_reponse_degradee(client)


@pytest.mark.parametrize("goutte", [False, True], ids=["muet", "goutte à goutte"])
def test_attente(en_service, faux, client, goutte):
    """Silence, or a byte each 50 ms: a timeout between two bytes would never end the second."""
    en_service(faux(REPONSES["vide"] if goutte else None, goutte=goutte).url)
    verifier_reponse_degradee(client)


def test_plusieurs_noeuds_muets(en_service, faux, client):
    noeuds = ",".join(faux(None).url.removeprefix("http://") for _ in range(3))
    en_service(f"http://{noeuds}")
    verifier_reponse_degradee(client)


def test_un_nom_inconnu(en_service, client):
    en_service("http://moteur.invalid:9200")
    verifier_reponse_degradee(client)


def test_apres_trois_echecs_on_n_attend_plus(en_service, faux, client):
    serveur = faux(None)
    moteur = en_service(serveur.url)
    for _ in range(3):
        verifier_reponse_degradee(client)
    avant = serveur.connexions
    with chronometre() as duree:
        for _ in range(5):
            assert rechercher(Requete(texte="jeu")).degrade
    assert duree[0] < 0.5
    assert serveur.connexions == avant
    disjoncteur(moteur)._prochain_essai = 0
    assert rechercher(Requete(texte="jeu")).degrade
    assert serveur.connexions > avant, "one visitor tries again"


def test_adresse_illisible(settings, registre, db, client, caplog):
    caplog.set_level("CRITICAL", logger="recherche.services")
    registre.secours = secours
    settings.RECHERCHE_MOTEUR, settings.RECHERCHE_URL = MOTEUR, "n’importe quoi"
    verifier_reponse_degradee(client)


def test_enregistrer_n_attend_pas_le_moteur(en_service, faux, django_capture_on_commit_callbacks):
    serveur = faux(None)
    en_service(serveur.url)
    with chronometre() as duree:
        with django_capture_on_commit_callbacks(execute=True):
            signaler("page:1")
        with vidage_differe(), django_capture_on_commit_callbacks(execute=True):
            signaler("page:2")
    assert duree[0] < 0.5
    assert serveur.connexions == 0
    assert EvenementIndexation.objects.count() == 2, "the outbox keeps them"


def test_un_moteur_muet_n_est_pas_a_reconstruire(en_service):
    en_service(port_ferme())
    with pytest.raises(MoteurInjoignable):
        a_reconstruire()
