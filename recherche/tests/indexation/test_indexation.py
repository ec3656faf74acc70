"""From a change to the index, within one process."""

import datetime
import logging
import time

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from recherche.indexation import evenements, vidage
from recherche.indexation.vidage import signaler, vidage_differe, vider, vider_sans_echec
from recherche.models import TOUT, EvenementIndexation
from recherche.moteurs import charger
from recherche.moteurs.position import Position
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.valeurs.requete import Requete


def titres() -> list[str]:
    """The titles in service, sorted."""
    return sorted(str(fiche.titre) for fiche in rechercher(Requete(taille=50)).fiches)


@pytest.fixture
def source(indexer, registre):
    """The list of documents that the sources give; the index is built over two of them."""
    indexer([document("page:1", titre="Un"), document("page:2", titre="Deux")])
    return registre.sources[0].liste


def vieillir(secondes: float) -> None:
    """Makes all events older."""
    quand = timezone.now() - datetime.timedelta(seconds=secondes)
    EvenementIndexation.objects.update(cree_le=quand)


def test_visible_apres_la_validation(source, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        source[0] = document("page:1", titre="Uno")
        signaler("page:1")
        assert titres() == ["Deux", "Un"]
    assert titres() == ["Deux", "Uno"]


def test_transaction_annulee_ne_laisse_rien(source, django_capture_on_commit_callbacks):
    with (
        django_capture_on_commit_callbacks(execute=True) as rappels,
        pytest.raises(ZeroDivisionError),
        transaction.atomic(),
    ):
        signaler("page:1")
        raise ZeroDivisionError
    assert not EvenementIndexation.objects.exists()
    assert not rappels


def test_un_seul_vidage_par_transaction(source, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as rappels:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            signaler("page:1")
            raise ZeroDivisionError
        signaler("page:1")
        with transaction.atomic():
            signaler("page:2")
    assert len(rappels) == 1


def test_disparu_de_la_source(source):
    del source[0]
    signaler("page:1", "page:inconnue", "autre:3")
    assert vider() == 3
    assert titres() == ["Deux"]


def test_tout(source):
    source[:] = [document("page:2", titre="Zwei"), document("page:3", titre="Drei")]
    signaler(TOUT)
    vider()
    assert titres() == ["Drei", "Zwei"]


def test_rien_a_signaler(source):
    signaler()
    assert not EvenementIndexation.objects.exists()


def test_cles_repetees(source):
    signaler("page:1", "page:1", "page:2")
    assert EvenementIndexation.objects.count() == 2
    assert vider() == 2
    assert vider() == 0


def test_plus_de_cles_qu_un_lot(source, monkeypatch):
    monkeypatch.setattr(evenements, "LOT", 3)
    source[:] = [document(f"page:{rang}", titre=f"T{rang}") for rang in range(10)]
    signaler(*(f"page:{rang}" for rang in range(10)))
    assert vider() == 10
    assert len(titres()) == 10


def test_duree_bornee(source, registre, monkeypatch):
    """A long outbox is read in several drains; none is lost, and a visitor waits for one batch at most."""
    monkeypatch.setattr(evenements, "LOT", 4)
    source[:] = [document(f"page:{rang}", titre=f"T{rang}") for rang in range(10)]
    signaler(*(f"page:{rang}" for rang in range(10)))
    rapide = registre.sources[0].documents

    def lente(cles=None):
        time.sleep(0.4)
        return rapide(cles)

    monkeypatch.setattr(registre.sources[0], "documents", lente)
    assert vider(duree=0.3) == 4
    monkeypatch.setattr(registre.sources[0], "documents", rapide)
    assert vider() == 6
    assert len(titres()) == 10


def test_ids_rendus_visibles_dans_le_desordre(source):
    """PostgreSQL: event 12 commits before event 11."""
    debut = charger().position().lu
    source[:] = [document("page:1", titre="Uno"), document("page:2", titre="Dos")]
    EvenementIndexation.objects.create(pk=debut + 2, cle="page:2")
    vider()
    assert titres() == ["Dos", "Un"]
    assert list(charger().position().trous) == [debut + 1]
    EvenementIndexation.objects.create(pk=debut + 1, cle="page:1")
    vider()
    assert titres() == ["Dos", "Uno"]
    assert not charger().position().trous


def test_trou_jamais_comble(source):
    debut = charger().position().lu
    EvenementIndexation.objects.create(pk=debut + 5, cle="page:2")
    vieillir(601)
    vider()
    assert charger().position() == Position(debut + 5)
    assert not charger().position().trous


def test_vidage_differe(source, django_capture_on_commit_callbacks):
    source[0] = document("page:1", titre="Uno")
    with vidage_differe():
        with django_capture_on_commit_callbacks(execute=True):
            signaler("page:1")
        assert titres() == ["Deux", "Un"]
    assert titres() == ["Deux", "Uno"]


def test_un_autre_ecrit_mais_on_enregistre(source, django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(vider_sans_echec, "__defaults__", (0.01, 5.0))
    source[0] = document("page:1", titre="Uno")
    with charger().verrou(1), django_capture_on_commit_callbacks(execute=True):
        signaler("page:1")
    assert EvenementIndexation.objects.count() == 1
    assert titres() == ["Deux", "Un"]
    vider()
    assert titres() == ["Deux", "Uno"]


def test_moteur_en_panne_n_empeche_pas_d_enregistrer(
    source, settings, django_capture_on_commit_callbacks, caplog
):
    caplog.set_level(logging.CRITICAL, logger="recherche.indexation")
    settings.RECHERCHE_MOTEUR = "recherche.tests.test_services.MoteurCasse"
    with django_capture_on_commit_callbacks(execute=True):
        signaler("page:1")
    assert EvenementIndexation.objects.count() == 1


def test_sans_index_les_evenements_attendent(registre, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signaler("page:1")
    assert vider_sans_echec() == 0
    assert EvenementIndexation.objects.count() == 1


def test_une_recherche_rattrape_ce_qui_traine(source):
    source[0] = document("page:1", titre="Uno")
    signaler("page:1")
    assert titres() == ["Deux", "Un"], "a young event is being drained by who wrote it"
    vieillir(3)
    assert titres() == ["Deux", "Uno"]


def test_une_fiche_illisible_ne_bloque_pas_les_autres(source, registre, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL, logger="recherche.indexation")
    normale = registre.sources[0].documents

    def documents(cles=None):
        for trouve in normale(cles):
            if trouve.cle == "page:1":
                raise AttributeError("broken sheet")
            yield trouve

    monkeypatch.setattr(registre.sources[0], "documents", documents)
    source[1] = document("page:2", titre="Dos")
    signaler("page:1", "page:2")
    vider()
    assert titres() == ["Dos"]


def test_base_en_panne_pendant_la_lecture(source, registre, monkeypatch):
    """A failing database is not a failing record: the events wait."""

    def documents(cles=None):
        raise DatabaseError("gone")

    monkeypatch.setattr(registre.sources[0], "documents", documents)
    signaler("page:1")
    avant = charger().position()
    with pytest.raises(DatabaseError):
        vider()
    assert charger().position() == avant
    assert titres() == ["Deux", "Un"]


def test_ce_qui_change_pendant_la_reconstruction(source, registre, monkeypatch):
    """An event written while the sources are read is replayed before the swap."""
    normale = registre.sources[0].documents
    appels = []

    def documents(cles=None):
        trouves = list(normale(cles))
        if cles is None and not appels:
            appels.append(1)
            source[0] = document("page:1", titre="Uno")
            signaler("page:1")
        return iter(trouves)

    monkeypatch.setattr(registre.sources[0], "documents", documents)
    vidage.reconstruire()
    assert titres() == ["Deux", "Uno"]


def test_progres(source):
    vus = []
    assert vidage.reconstruire(vus.append) == 2
    assert vus == [1, 2]


def test_index_d_une_autre_base(source):
    signaler("page:1")
    vider()
    assert vidage.a_reconstruire() == ""
    EvenementIndexation.objects.all().delete()
    assert "another database" in vidage.a_reconstruire()


def test_index_plus_vieux_que_les_evenements(source):
    EvenementIndexation.objects.create(pk=charger().position().lu + 50, cle="page:1")
    assert "older" in vidage.a_reconstruire()
    vidage.reconstruire()
    assert vidage.a_reconstruire() == ""


def test_purger_garde_le_dernier(source):
    signaler("page:1", "page:2")
    vider()
    vieillir(40 * 24 * 3600)
    assert evenements.purger() == 1
    assert vidage.a_reconstruire() == ""


def test_position_actuelle_connait_les_trous_recents(db):
    dernier = EvenementIndexation.objects.create(cle="page:0").pk
    vieillir(5000)
    EvenementIndexation.objects.create(pk=dernier + 3, cle="page:1")
    position = evenements.position_actuelle()
    assert (position.lu, sorted(position.trous)) == (dernier + 3, [dernier + 1, dernier + 2])
