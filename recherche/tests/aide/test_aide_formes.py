"""The table of forms follows the documents."""

import pytest

from recherche.aide import formes, memoire, revisions
from recherche.indexation import vidage
from recherche.models import Forme
from recherche.moteurs import charger
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.valeurs.requete import Requete

pytestmark = pytest.mark.django_db


def en_table(langue: str = "fr") -> set[str]:
    return set(Forme.objects.filter(langue=langue).values_list("forme", flat=True))


def test_reconstruire_remplace_la_table(indexer):
    indexer([document(titre="Une forêt"), document("page:2", "en", "A forest")])
    assert en_table() == {"une", "foret"} and en_table("en") == {"forest"}
    indexer([document(titre="Une forêt enchantée")])
    assert en_table() == {"une", "foret", "enchantee"} and en_table("en") == set()


def test_un_document_vide_ajoute_ses_mots(indexer, registre, django_capture_on_commit_callbacks):
    indexer([document(titre="Une forêt")])
    registre.sources[0].liste.append(document("page:2", titre="Un Bricolage"))
    with django_capture_on_commit_callbacks(execute=True):
        vidage.signaler("page:2")
    assert en_table() == {"une", "foret", "bricolage"}
    assert rechercher(Requete(texte="bricolgae")).suggestion == "bricolage"


def test_noter_deux_fois_ne_double_rien():
    formes.noter([document(titre="Une forêt")])
    avant = revisions.lire()
    formes.noter([document(titre="Une forêt")])
    assert en_table() == {"une", "foret"}
    assert revisions.lire() == avant, "nothing new: no process has to read anything"


def test_une_reconstruction_ne_retire_pas_ce_que_d_autres_ajoutent(registre):
    formes.noter([document(titre="Une ancienne forêt")])
    releve = formes.Releve()
    formes.noter([document(titre="Un bricolage")])
    list(releve.suivre([document(titre="Une forêt")]))
    releve.ajouter()
    assert releve.retirer() == 1
    assert en_table() == {"une", "foret", "bricolage"}


def test_une_panne_de_la_table_n_arrete_pas_l_indexation(indexer, registre, monkeypatch, caplog):
    from django.db import DatabaseError

    indexer([document(titre="Une forêt")])

    def panne(graphies):
        raise DatabaseError("locked")

    monkeypatch.setattr(formes, "ajouter", panne)
    registre.sources[0].liste.append(document("page:2", titre="Bricolages"))
    vidage.signaler("page:2")
    assert vidage.vider() == 1
    assert "could not be noted" in caplog.text
    assert rechercher(Requete(texte="bricolage")).total == 1, "a word the index holds is no mistake"
    assert charger().position().lu


def test_la_memoire_lit_ce_qui_est_neuf_puis_ce_qui_part(django_assert_num_queries):
    formes.noter([document(titre="Une forêt")])
    assert memoire.connaissances().vocabulaire.connait("foret", "fr")
    with django_assert_num_queries(1):
        memoire.connaissances()
    formes.noter([document(titre="Un bricolage")])
    with django_assert_num_queries(2):
        assert memoire.connaissances().vocabulaire.connait("bricolage", "fr")
    Forme.objects.filter(forme="foret").delete()
    revisions.marquer(revisions.FORMES)
    assert not memoire.connaissances().vocabulaire.connait("foret", "fr")
    assert memoire.connaissances().vocabulaire.connait("bricolage", "fr")
