"""Writing: batches whole or not at all, positions, building beside."""

import pytest

from recherche.moteurs import ErreurMoteur, charger
from recherche.moteurs.base import IndexAbsent, MoteurOccupe
from recherche.moteurs.position import Position
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.valeurs.requete import Requete


def titres() -> list[str]:
    """The titles in service, sorted."""
    return sorted(str(fiche.titre) for fiche in rechercher(Requete(taille=50)).fiches)


class SuiteEcriture:
    """What the outbox relies upon."""

    def test_remplacer_par_cle(self, indexer):
        indexer(
            [
                document("page:1", "fr", "Un"),
                document("page:1", "en", "One"),
                document("page:2", "fr", "Deux"),
            ]
        )
        moteur = charger()
        with moteur.verrou(1):
            assert (
                moteur.indexer([document("page:1", "fr", "Uno")], supprimer=["page:1"], position=Position(4))
                == 1
            )
        assert titres() == ["Deux", "Uno"]
        assert rechercher(Requete(langue="en")).total == 0
        assert moteur.position() == Position(4)

    def test_position_seule_ou_absente(self, indexer):
        indexer([document()])
        moteur = charger()
        with moteur.verrou(1):
            moteur.indexer([], position=Position(9, {7: 1.5}))
            moteur.indexer([], supprimer=["page:1"])
        assert moteur.position() == Position(9, {7: 1.5})
        assert moteur.position().trous == {7: 1.5}
        assert titres() == []

    def test_un_lot_en_echec_ne_change_rien(self, indexer):
        indexer([document("page:1", titre="Un")])
        moteur = charger()

        def documents():
            yield document("page:2", titre="Deux")
            raise ValueError("broken")

        with moteur.verrou(1), pytest.raises((ErreurMoteur, ValueError)):
            moteur.indexer(documents(), supprimer=["page:1"], position=Position(50))
        assert titres() == ["Un"]
        assert moteur.position().lu != 50
        with moteur.verrou(1):
            moteur.indexer([document("page:3", titre="Trois")])
        assert titres() == ["Trois", "Un"]

    def test_chantier_abandonne(self, indexer):
        indexer([document(titre="Avant")])
        with pytest.raises(RuntimeError), charger().chantier() as chantier:
            chantier.indexer([document(titre="Après")])
            raise RuntimeError
        assert titres() == ["Avant"]

    def test_chantier_mis_en_service_d_un_coup(self, indexer):
        indexer([document(titre="Avant")])
        with charger().chantier() as chantier:
            chantier.indexer([document(titre="Après")], position=Position(3))
            assert chantier.position() == Position(3)
            assert titres() == ["Avant"]
            chantier.basculer()
            assert titres() == ["Après"]
        assert titres() == ["Après"]

    def test_un_seul_chantier(self, indexer):
        indexer([])
        with charger().chantier(), pytest.raises(MoteurOccupe), charger().chantier():
            pass

    def test_un_seul_ecrivain(self, indexer):
        indexer([])
        with charger().verrou(1), pytest.raises(MoteurOccupe), charger().verrou(0.05):
            pass

    def test_sans_index(self):
        with pytest.raises(IndexAbsent):
            charger().verifier_version()
        with pytest.raises(IndexAbsent):
            charger().position()
        assert rechercher(Requete(texte="forêt")).degrade

    def test_texte_extreme(self, indexer):
        """A token longer than an engine's limit, and any Unicode, must not lose the batch."""
        monstre = "a" * 70_000
        indexer(
            [
                document("page:1", titre="Normal", corps=f"{monstre} fin"),
                document("page:2", titre="🎈 é\u0301 \x01"),
            ]
        )
        assert rechercher(Requete(texte="fin")).total == 1
        assert len(titres()) == 2
