"""From a change to the index: events in the transaction, then the engine after the commit.

The index is never the truth: `reconstruire` makes it again from the sources, beside, and swaps.
"""

import logging
import math
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.db import DatabaseError, OperationalError, transaction

from recherche.aide import formes
from recherche.indexation import evenements
from recherche.models import TOUT
from recherche.moteurs import ErreurMoteur, Moteur, MoteurInjoignable, charger
from recherche.moteurs.base import Ecrivain, IndexAbsent, IndexIncompatible, MoteurOccupe
from recherche.registre import registre
from recherche.suggestions import table, termes
from recherche.valeurs.document import Document

journal = logging.getLogger(__name__)

DELAI_VIDAGE = 2.0  # seconds that a save may wait for another process that writes
DUREE_VIDAGE = 5.0  # seconds that a save may spend on the index; the rest is left to the next drain
DELAI_VISITEUR = 0.2  # the same two bounds for a visitor's search that finds events left behind
DUREE_VISITEUR = 0.5
DELAI_BASCULE = 30.0
AGE_RETARD = timedelta(seconds=2)  # younger events are being drained by those who wrote them
_differe: ContextVar[bool] = ContextVar("vidage_differe", default=False)


def signaler(*cles: str) -> None:
    """Says that the records of these keys changed; call it inside the transaction of the change.

    The index follows after the commit, at once with the embedded engine. Never fails because of an engine:
    the events stay and are read later. `TOUT` stands for all records.
    """
    if cles:
        evenements.ecrire(cles)
        if not _vidage_prevu():
            transaction.on_commit(_apres_validation, robust=True)


def _vidage_prevu() -> bool:
    """Whether this transaction already drains at its end: ten signals must not wait ten times for a lock.

    Django removes from this list what a rolled-back savepoint had added.
    """
    return any(rappel[1] is _apres_validation for rappel in transaction.get_connection().run_on_commit)


def _apres_validation() -> None:
    if not _differe.get() and charger().vidage_immediat:
        vider_sans_echec(duree=DUREE_VIDAGE)


@contextmanager
def vidage_differe() -> Iterator[None]:
    """Many saves in a row (an import): drains once, at the end of the block."""
    jeton = _differe.set(True)
    try:
        yield
    finally:
        _differe.reset(jeton)
        if charger().vidage_immediat:
            vider_sans_echec()


def vider_sans_echec(delai: float = DELAI_VIDAGE, duree: float = math.inf) -> int:
    """`vider`, with engine errors logged: the events wait for the next drain."""
    try:
        return vider(delai, duree)
    except IndexAbsent:
        journal.debug("Outbox left for later: no index yet")
    except MoteurOccupe as erreur:
        journal.info("Outbox left for later: %s", erreur)
    except ErreurMoteur:
        journal.exception("Outbox left for later: the search engine failed")
    except OperationalError as erreur:
        journal.warning("Outbox left for later: the database is busy (%s)", erreur)
    return 0


def vider(delai: float = DELAI_VIDAGE, duree: float = math.inf) -> int:
    """Brings the index in service up to date with the outbox; returns the number of keys made again.

    Waits at most `delai` seconds for the right to write, and begins no batch after `duree` seconds: what
    remains is for the next drain. Raises ErreurMoteur; nothing is lost then.
    """
    moteur = charger()
    moteur.verifier_version()
    with moteur.verrou(delai):
        nombre = _rattraper(moteur, time.monotonic() + duree)
    if nombre:
        termes.oublier()
    return nombre


def _rattraper(ecrivain: Ecrivain, echeance: float = math.inf) -> int:
    """Reads the outbox batch by batch, to its end or to the deadline: documents and position are committed
    together."""
    nombre, position = 0, ecrivain.position()
    while time.monotonic() < echeance:
        cles, position = evenements.lire(position)
        if not cles:
            break
        if TOUT in cles:
            cles = list(dict.fromkeys([*registre().cles(), *_cles_en_service(), *cles]))
        documents = _documents(cles)
        formes.noter(documents)  # before the commit: a batch that dies is read again
        table.remplacer(cles, documents)  # before the position: a killed process does it again
        ecrivain.indexer(documents, supprimer=cles, position=position)
        nombre += len(cles)
    return nombre


def _cles_en_service() -> list[str]:
    """The keys that the index in service knows, so that vanished records leave it."""
    try:
        return [identifiant.rpartition(":")[0] for identifiant, _ in charger().empreintes()]
    except (IndexAbsent, IndexIncompatible):  # an index of another version is about to be replaced
        return []


def _documents(cles: Collection[str]) -> list[Document]:
    """The documents of these keys; a record that cannot be made into a document does not block the others."""
    try:
        return list(registre().documents(cles))
    except DatabaseError:
        raise
    except Exception:
        journal.exception("A source failed; its records are taken one by one")
    return [document for cle in cles for document in _documents_de(cle)]


def _documents_de(cle: str) -> list[Document]:
    try:
        return list(registre().documents([cle]))
    except DatabaseError:
        raise
    except Exception:
        journal.exception("Record %s left the search: its source cannot describe it", cle)
        return []


def rattraper_retard(moteur: Moteur) -> None:
    """Before a search: drains events that a killed process or another host left. One query if none. A remote engine
    has its worker for that: no visitor writes to it."""
    if moteur.vidage_immediat and evenements.retard(moteur.position(), AGE_RETARD):
        with evenements.attente_courte(DELAI_VISITEUR):
            vider_sans_echec(DELAI_VISITEUR, DUREE_VISITEUR)


def a_vider() -> bool:
    """Whether events wait; asked before taking the right to write, which costs more on a remote engine."""
    return evenements.en_attente(charger().position()).exists()


def reconstruire(progres: Callable[[int], None] = lambda nombre: None) -> int:
    """Builds a new index beside from all the sources, replays what changed meanwhile, swaps, cleans up.

    `progres` is called with the number of documents made so far. Returns the number of documents. Searches
    are answered by the former index until the swap. MoteurOccupe when another process is already building.
    """
    moteur = charger()
    with moteur.chantier() as chantier:
        releve = formes.Releve()
        depart = evenements.position_actuelle()  # before reading any document: what comes later is replayed
        documents = releve.suivre(table.au_passage(registre().documents()))
        nombre = chantier.indexer(_compter(documents, progres), position=depart)
        releve.ajouter()
        with moteur.verrou(DELAI_BASCULE):
            _rattraper(chantier)
            chantier.basculer()
    termes.oublier()
    moteur.nettoyer()
    releve.retirer()
    evenements.purger()
    return nombre


def _compter(documents: Iterator[Document], progres: Callable[[int], None]) -> Iterator[Document]:
    for nombre, document in enumerate(documents, start=1):
        progres(nombre)
        yield document


def a_reconstruire() -> str:
    """Why the index must be built again, or an empty text when it is fit for service.

    Raises MoteurInjoignable when the engine does not answer: its index may be whole.
    """
    moteur = charger()
    try:
        moteur.verifier_version()
        position = moteur.position()
    except MoteurInjoignable:
        raise
    except ErreurMoteur as erreur:
        return str(erreur)
    if evenements.etrangere(position):
        return "The index belongs to another database."
    if evenements.perimee(position):
        return "The index is older than the events that are kept."
    if table.a_construire():
        return "The suggestions were never made, or by another version."
    return ""
