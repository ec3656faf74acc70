"""The embedded engine: the contract, and what is its own."""

import threading

import pytest

from recherche.indexation import vidage
from recherche.moteurs import ErreurMoteur, charger
from recherche.moteurs.base import IndexIncompatible
from recherche.moteurs.embarque.erreurs import traduire
from recherche.moteurs.embarque.schema import version
from recherche.moteurs.forme import tri_titre
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.tests.suite_moteur import SuiteMoteur
from recherche.valeurs.requete import Requete


class TestMoteurEmbarque(SuiteMoteur):
    chemin = "recherche.moteurs.embarque.MoteurEmbarque"

    def test_autre_version_donne_une_reponse_degradee(self, indexer, dossier_index):
        indexer([document(titre="Une forêt")])
        (generation,) = dossier_index.glob("g-*")
        charger.__globals__["_moteur"].cache_clear()
        (generation / "version").write_text("another")
        with pytest.raises(IndexIncompatible, match="run `manage"):
            charger().verifier_version()
        assert rechercher(Requete(texte="forêt")).degrade
        assert "another version" in vidage.a_reconstruire()
        vidage.reconstruire()
        assert rechercher(Requete(texte="forêt")).total == 1

    def test_un_ecrivain_tue_avant_de_valider_ne_bloque_pas_le_suivant(self, indexer, dossier_index):
        """Its list of deletions is on the disk, its commit is not: the next writer gives its own the same name."""
        indexer([document("page:1", titre="Une forêt"), document("page:2", titre="Un parc")])
        (generation,) = dossier_index.glob("g-*")
        avant = (generation / "meta.json").read_text()
        moteur = charger()

        def ecrire() -> None:
            with moteur.verrou(1.0):
                moteur.indexer([document("page:1", titre="Une clairière")], supprimer=["page:1"])

        ecrire()
        laisses = list(generation.glob("*.del"))
        assert laisses, "the test needs a list of deletions"
        (generation / "meta.json").write_text(avant)  # the same disk, as it is when the process dies
        charger.__globals__["_moteur"].cache_clear()
        moteur = charger()
        ecrire()
        assert rechercher(Requete(texte="clairière")).total == 1
        assert rechercher(Requete(texte="forêt")).total == 0

    def test_dossier_abime(self, indexer, dossier_index):
        indexer([document(titre="Une forêt")])
        (generation,) = dossier_index.glob("g-*")
        charger.__globals__["_moteur"].cache_clear()
        (generation / "meta.json").write_text("{")
        assert rechercher(Requete(texte="forêt")).degrade

    def test_les_anciennes_generations_s_en_vont(self, indexer, dossier_index):
        indexer([document()])
        (dossier_index / "g-orpheline").mkdir()
        indexer([document()])
        assert len(list(dossier_index.glob("g-*"))) == 1

    def test_generation_disparue_entre_deux_requetes(self, indexer, dossier_index):
        """Another process rebuilt and cleaned up: the next request looks again."""
        indexer([document(titre="Une forêt")])
        autre = type(charger())(dossier_index, charger().facettes)
        assert autre.position() is not None
        indexer([document(titre="Un parc")])
        assert charger().generations.actuelle() != autre._ouverte.generation
        assert [t for t, _ in autre.empreintes()] == ["page:1:fr"]

    def test_fils_en_parallele(self, indexer):
        indexer([document(f"page:{i}", titre=f"forêt {i}") for i in range(30)])
        moteur, erreurs = charger(), []

        def lire():
            try:
                for _ in range(20):
                    assert len(list(moteur.empreintes())) == 30
            except Exception as erreur:
                erreurs.append(erreur)

        fils = [threading.Thread(target=lire) for _ in range(4)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        assert not erreurs


def test_une_panique_devient_une_erreur():
    panique = type("PanicException", (BaseException,), {})
    with pytest.raises(ErreurMoteur, match="Reading"), traduire("Reading"):
        raise panique("assertion failed")
    with pytest.raises(KeyboardInterrupt), traduire("Reading"):
        raise KeyboardInterrupt


def test_version_suit_les_facettes():
    assert version(("a", "b")) == version(("b", "a")) != version(("a",))


def test_tri_titre_garde_l_ordre():
    cles = ["", "1 jeu", "10 jeux", "a", "ab", "atelier", "ateliers", "zzzzzzzzzzzz"]
    assert [tri_titre(cle) for cle in cles] == sorted(tri_titre(cle) for cle in cles)
    assert 0 <= tri_titre("z" * 40) < 2**63
