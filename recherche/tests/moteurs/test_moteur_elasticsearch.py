"""The Elasticsearch engine on a real server: the contract, and what is its own."""

import re
import threading
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command

from recherche.indexation import vidage
from recherche.moteurs import ErreurMoteur, MoteurInjoignable, charger
from recherche.moteurs.base import IndexIncompatible, MoteurOccupe
from recherche.moteurs.elasticsearch import verrous
from recherche.moteurs.garde import disjoncteur
from recherche.moteurs.position import Position
from recherche.services import rechercher
from recherche.tests.fabriques import document, documents_au_hasard
from recherche.tests.faux_serveurs import Relais, chronometre
from recherche.tests.suite_ecriture import titres
from recherche.tests.suite_moteur import SuiteMoteur
from recherche.valeurs.requete import Requete

pytestmark = pytest.mark.elasticsearch


def verifier() -> str:
    """What `indexer --verifier` prints; raises CommandError when there is drift."""
    sortie = StringIO()
    call_command("indexer", "--verifier", stdout=sortie)
    return sortie.getvalue()


class TestMoteurElasticsearch(SuiteMoteur):
    chemin = "recherche.moteurs.elasticsearch.MoteurElasticsearch"

    @pytest.fixture(autouse=True)
    def moteur_en_service(self, elasticsearch, patience, registre, db):
        """Elasticsearch, under a prefix of this test."""

    @pytest.fixture
    def client_es(self, moteur_en_service):
        """The bare client."""
        return charger().liaison.client

    def test_autre_version_donne_une_reponse_degradee(self, indexer, settings, monkeypatch):
        indexer([document(titre="Une forêt")])
        monkeypatch.setattr(
            charger().generations.__class__, "service", property(lambda g: f"{g.prefixe}.v-autre")
        )
        with pytest.raises(IndexIncompatible, match="run `manage"):
            charger().verifier_version()
        assert rechercher(Requete(texte="forêt")).degrade
        assert "another version" in vidage.a_reconstruire()
        vidage.reconstruire()
        assert rechercher(Requete(texte="forêt")).total == 1

    def test_les_orphelins_s_en_vont_et_les_voisins_restent(self, indexer, client_es, elasticsearch):
        """A site whose prefix begins like ours keeps its indexes."""
        voisin = f"{elasticsearch}-autre.g-1"
        client_es.indices.create(index=voisin)
        client_es.indices.create(index=f"{elasticsearch}.g-orpheline")
        try:
            indexer([document()])
            assert len(client_es.indices.get(index=f"{elasticsearch}.g-*")) == 1
            assert client_es.indices.exists(index=voisin)
        finally:
            client_es.indices.delete(index=voisin)

    def test_aucune_recherche_vide_pendant_des_reconstructions(self, indexer):
        fiches = [document(f"page:{i}", titre="forêt") for i in range(30)]
        indexer(fiches)
        moteur, arret, vus, erreurs = charger(), threading.Event(), [], []
        plan = indexation_plan()

        def lire():
            while not arret.is_set():
                try:
                    vus.append(moteur.rechercher(plan).total)
                except Exception as erreur:
                    erreurs.append(erreur)

        fil = threading.Thread(target=lire)
        fil.start()
        for _ in range(6):
            vidage.reconstruire()
        arret.set()
        fil.join()
        assert not erreurs
        assert set(vus) == {30}
        assert len(vus) > 20

    def test_un_etat_ancien_ne_remplace_pas_un_recent(self, indexer):
        indexer([])
        moteur = charger()
        moteur.indexer([document(titre="Récent")], supprimer=["page:1"], position=Position(9))
        moteur.indexer([document(titre="Ancien")], supprimer=["page:1"], position=Position(5))
        moteur.indexer([], supprimer=["page:1"], position=Position(5))
        assert titres() == ["Récent"]
        assert moteur.position() == Position(9)

    def test_un_document_refuse_ne_retient_pas_les_autres(self, indexer, caplog):
        indexer([document("page:1", titre="Un")])
        trop_long = document("page:2", titre="Deux", facettes={"pilier": ("x" * 40_000,)})
        charger().indexer([trop_long, document("page:3", titre="Trois")], position=Position(4))
        assert titres() == ["Trois", "Un"]
        assert charger().position() == Position(4)
        assert "refuses page:2:fr" in caplog.text

    def test_une_reconstruction_surtout_refusee_n_entre_pas_en_service(self, indexer, registre):
        indexer([document("page:1", titre="Un")])
        registre.sources[0].liste[:] = [
            document(f"page:{i}", facettes={"pilier": ("x" * 40_000,)}) for i in range(3)
        ] + [document("page:9", titre="Neuf")]
        with pytest.raises(ErreurMoteur, match="refused 3"):
            vidage.reconstruire()
        assert titres() == ["Un"]

    def test_lecture_seule_rien_n_est_perdu(self, indexer, registre, client_es):
        indexer([document("page:1", titre="Un")])
        index = charger().generations.actuelle()
        client_es.indices.put_settings(index=index, settings={"index.blocks.read_only": True})
        registre.sources[0].liste.append(document("page:2", titre="Deux"))
        vidage.signaler("page:2")
        with pytest.raises(MoteurInjoignable):
            vidage.vider()
        assert titres() == ["Un"]
        client_es.indices.put_settings(index=index, settings={"index.blocks.read_only": None})
        assert vidage.vider() == 1
        assert titres() == ["Deux", "Un"]
        assert "0 écart" in verifier()

    def test_verifier_trouve_l_ecart(self, indexer, client_es):
        indexer(documents_au_hasard(20, graine=4))
        assert "0 écart" in verifier()
        client_es.delete(index=charger().generations.actuelle(), id="page:00003:fr", refresh=True)
        with pytest.raises(CommandError, match="1 écart"):
            verifier()

    def test_plus_d_un_lot_d_empreintes(self, indexer, monkeypatch):
        monkeypatch.setattr("recherche.moteurs.elasticsearch.lecture.LOT", 7)
        indexer(documents_au_hasard(20, graine=4))
        assert len(dict(charger().empreintes())) == 40

    def test_un_bail_expire_est_repris(self, indexer, monkeypatch):
        indexer([])
        monkeypatch.setattr(verrous, "BAIL", 0.0)
        oublie = charger().verrou(1)
        oublie.__enter__()
        monkeypatch.setattr(verrous, "BAIL", 60.0)
        with charger().verrou(1), pytest.raises(MoteurOccupe), charger().verrou(0.05):
            pass
        oublie.__exit__(None, None, None)

    def test_un_bail_est_entretenu(self, indexer, monkeypatch):
        indexer([])
        monkeypatch.setattr(verrous, "BAIL", 1.5)
        with charger().verrou(1), pytest.raises(MoteurOccupe), charger().verrou(2.5):
            pass

    def test_copies_et_fragments_par_reglages(self, indexer, settings, client_es):
        settings.RECHERCHE_FRAGMENTS, settings.RECHERCHE_REPLIQUES = 2, "1"
        indexer([document()])
        index = charger().generations.actuelle()
        reglages = client_es.indices.get_settings(index=index)[index]["settings"]["index"]
        assert (reglages["number_of_shards"], reglages["number_of_replicas"]) == ("2", "1")
        assert client_es.indices.get_mapping(index=index)[index]["mappings"]["dynamic"] == "strict"


def indexation_plan():
    """A plan that finds everything about forests."""
    from recherche.question.planification import planifier

    return planifier(Requete(texte="forêt"), charger().facettes)


@pytest.fixture
def relais(elasticsearch, serveur_elasticsearch, settings):
    """A relay between the engine and the server."""
    cible = urlsplit(serveur_elasticsearch)
    relais = Relais(cible.hostname, cible.port)
    settings.RECHERCHE_URL = f"{relais.url}/{elasticsearch}"
    yield relais
    relais.fermer()


@pytest.mark.parametrize("panne", ["refuse", "muet"])
def test_panne_puis_retour(
    panne, relais, indexer, registre, client, caplog, django_capture_on_commit_callbacks
):
    """Answers are degraded, saving is quick, nothing is lost, and all is as before when the server is back."""
    caplog.set_level("CRITICAL", logger="recherche")
    indexer([document("page:1", titre="Un"), document("page:2", titre="Deux")])
    assert titres() == ["Deux", "Un"]
    relais.passer_en(panne)
    for _ in range(4):
        with chronometre() as duree:
            page = client.get("/fr/recherche/", {"q": "un"}).content.decode()
        assert re.search(r"Résultats\s+partiels", page)
        assert duree[0] < 2
    registre.sources[0].liste[:] = [document("page:2", titre="Deux"), document("page:3", titre="Trois")]
    with chronometre() as duree, django_capture_on_commit_callbacks(execute=True):
        vidage.signaler("page:1", "page:3")
    assert duree[0] < 0.5
    if panne == "refuse":
        assert vidage.vider_sans_echec() == 0
    relais.passer_en("passe")
    assert vidage.vider() == 2
    disjoncteur(charger())._prochain_essai = 0
    assert titres() == ["Deux", "Trois"]
    assert "0 écart" in verifier()
