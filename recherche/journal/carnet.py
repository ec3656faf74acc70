"""What is searched, counted by words, language and day: never by whom.

The words themselves are written only once RECHERCHE_JOURNAL_SEUIL searches asked for them; until then a keyed
fingerprint stands for them, from which nobody reads them back. Counting waits in memory and is written by a thread, so
that no answer waits for the database; when that fails, counts are lost and nothing else.
"""

import hashlib
import hmac
import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F, Sum, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from recherche.journal.discretion import est_retenable, normaliser
from recherche.models import MotsCherches

journal = logging.getLogger(__name__)

CONSERVATION = timedelta(days=90)
CONSERVATION_SANS_MOTS = timedelta(days=30)  # a fingerprint that was not asked often enough meanwhile
DELAI = 5.0  # seconds that counts wait in memory
ATTENTE_MAX = 2000  # different searches that may wait; beyond, they are dropped


@dataclass(frozen=True)
class Note:
    """Searches to add (or to take back, when negative) for these words; `total` is None when filters were in force."""

    mots: str
    langue: str
    jour: date
    nombre: int
    total: int | None


_serrure = threading.Lock()
_attente: list[Note] = []
_minuterie: threading.Timer | None = None
_purge_le: date | None = None


def noter(texte: str, langue: str, total: int | None, avant: str = "", rafraichi: bool = False) -> None:
    """Counts one search. `avant` is what the page asked for before; `rafraichi` says that it refreshes itself
    (htmx), so that a word typed letter by letter counts once. Costs no query; never raises."""
    mots, precedents = normaliser(texte), normaliser(avant)
    if mots == precedents or not est_retenable(texte):
        return
    jour = timezone.localdate()
    notes = [Note(mots, langue, jour, 1, total)]
    if rafraichi and _meme_mot(mots, precedents):
        if len(mots) < len(precedents):  # letters being erased
            return
        if est_retenable(avant):
            notes.append(Note(precedents, langue, jour, -1, None))
    _deposer(notes)


def _meme_mot(mots: str, autres: str) -> bool:
    """Whether one begins the other in the middle of a word."""
    court, long = sorted((mots, autres), key=len)
    return bool(court) and long.startswith(court) and long[len(court) : len(court) + 1].isalnum()


def _deposer(notes: list[Note]) -> None:
    with _serrure:
        if len(_attente) < ATTENTE_MAX:
            _attente.extend(notes)
    _programmer()


def _programmer() -> None:
    """Starts the writing in a while, unless it is on its way (a forked process has no such thread)."""
    global _minuterie
    with _serrure:
        if _minuterie is None or not _minuterie.is_alive():
            _minuterie = threading.Timer(DELAI, _ecrire_a_part)
            _minuterie.daemon = True
            _minuterie.start()


def _ecrire_a_part() -> None:
    """Runs in a thread of its own, with a connection of its own."""
    global _minuterie
    with _serrure:
        _minuterie = None  # what comes from now on asks for another
    try:
        vider()
    finally:
        connection.close()


def vider() -> None:
    """Writes what waits in memory, and purges once a day. Never raises because of the database."""
    with _serrure:
        notes = list(_attente)
        _attente.clear()
    try:
        ecrire(notes)
        _purger_chaque_jour()
    except DatabaseError as erreur:
        journal.info("%d searches were not counted: %s", len(notes), erreur)


def ecrire(notes: Iterable[Note]) -> None:
    """Adds the counts, then the words of what reached the threshold, in one transaction."""
    with transaction.atomic():
        for (mots, langue, jour), (nombre, total) in _grouper(notes).items():
            marque = empreinte(mots, langue)
            _ajouter(marque, langue, jour, nombre, total)
            _nommer(marque, langue, mots)


def _grouper(notes: Iterable[Note]) -> dict[tuple[str, str, date], tuple[int, int | None]]:
    groupes: dict[tuple[str, str, date], tuple[int, int | None]] = {}
    for note in notes:
        cle = (note.mots, note.langue, note.jour)
        nombre, total = groupes.get(cle, (0, None))
        groupes[cle] = (nombre + note.nombre, total if note.total is None else note.total)
    return groupes


def _ajouter(marque: str, langue: str, jour: date, nombre: int, total: int | None) -> None:
    lignes = MotsCherches.objects.filter(empreinte=marque, langue=langue, jour=jour)
    valeurs = {"nombre": Greatest(F("nombre") + nombre, Value(0))}
    if total is not None:
        valeurs["dernier_total"] = total
    if lignes.update(**valeurs) or nombre <= 0:
        return
    try:
        with transaction.atomic():
            lignes.create(empreinte=marque, langue=langue, jour=jour, nombre=nombre, dernier_total=total)
    except IntegrityError:  # another process has just made it
        lignes.update(**valeurs)


def _nommer(marque: str, langue: str, mots: str) -> None:
    """Writes the words in clear as soon as enough searches asked for them."""
    lignes = MotsCherches.objects.filter(empreinte=marque, langue=langue)
    if (lignes.aggregate(n=Sum("nombre"))["n"] or 0) >= settings.RECHERCHE_JOURNAL_SEUIL:
        lignes.filter(mots="").update(mots=mots)


def empreinte(mots: str, langue: str) -> str:
    """A keyed fingerprint: the same words give the same, and without the site's secret it says nothing."""
    cle = f"recherche.journal:{settings.SECRET_KEY}".encode()
    return hmac.new(cle, f"{langue}:{mots}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def purger(aujourdhui: date | None = None) -> int:
    """Removes what is older than CONSERVATION, and fingerprints without words older than CONSERVATION_SANS_MOTS."""
    jour = aujourdhui or timezone.localdate()
    vieux = MotsCherches.objects.filter(jour__lt=jour - CONSERVATION)
    muets = MotsCherches.objects.filter(mots="", jour__lt=jour - CONSERVATION_SANS_MOTS)
    repris = MotsCherches.objects.filter(nombre=0, jour__lt=jour)
    return sum(lignes.delete()[0] for lignes in (vieux, muets, repris))


def _purger_chaque_jour() -> None:
    global _purge_le
    jour = timezone.localdate()
    if _purge_le != jour:
        purger(jour)
        _purge_le = jour
