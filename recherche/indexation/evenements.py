"""Reading the outbox from a position. The only SQL of the indexing side."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from recherche.models import EvenementIndexation
from recherche.moteurs.position import DELAI_TROU, Position

LOT = 50  # events read at once: one commit of the engine each
CONSERVATION = timedelta(days=30)


def en_attente(position: Position) -> QuerySet[EvenementIndexation]:
    """The events that an index at this position has not read."""
    attendus = position.perimer(timezone.now().timestamp()).trous
    condition = Q(pk__gt=position.lu)
    return EvenementIndexation.objects.filter(condition | Q(pk__in=list(attendus)) if attendus else condition)


def lire(position: Position) -> tuple[list[str], Position]:
    """The keys of the next events, each once, and the position after them."""
    rangees = list(en_attente(position).values_list("pk", "cle", "cree_le")[:LOT])
    suivante = position.avancer((pk, cree_le.timestamp()) for pk, _, cree_le in rangees)
    return list(dict.fromkeys(cle for _, cle, _ in rangees)), suivante.perimer(timezone.now().timestamp())


def position_actuelle() -> Position:
    """The position of an index that would hold all that is visible now.

    Only the last DELAI_TROU seconds can hide a transaction in flight below a visible id.
    """
    limite = timezone.now() - timedelta(seconds=DELAI_TROU)
    recents = list(EvenementIndexation.objects.filter(cree_le__gte=limite).values_list("pk", "cree_le"))
    anciens = EvenementIndexation.objects.all()
    if recents:
        anciens = anciens.filter(pk__lt=recents[0][0])
    depart = Position(anciens.aggregate(dernier=Max("pk"))["dernier"] or 0)
    return depart.avancer((pk, cree_le.timestamp()) for pk, cree_le in recents)


def etrangere(position: Position) -> bool:
    """Whether an index at this position belongs to another database (restored, or made anew)."""
    return position.lu > (EvenementIndexation.objects.aggregate(dernier=Max("pk"))["dernier"] or 0)


def perimee(position: Position) -> bool:
    """Whether events that an index had not read may have been purged."""
    plus_ancien = EvenementIndexation.objects.order_by("pk").values_list("pk", flat=True).first()
    return plus_ancien is not None and position.lu < plus_ancien - 1


def retard(position: Position, age: timedelta) -> bool:
    """Whether an event older than `age` waits; one query, asked at each search."""
    return en_attente(position).filter(cree_le__lt=timezone.now() - age).exists()


def ecrire(cles: Iterable[str]) -> int:
    """Adds events to the current transaction; returns how many."""
    uniques = dict.fromkeys(cles)
    EvenementIndexation.objects.bulk_create([EvenementIndexation(cle=cle) for cle in uniques], batch_size=500)
    return len(uniques)


def purger() -> int:
    """Removes the events older than CONSERVATION, but the last one, by which an index knows its database."""
    dernier = EvenementIndexation.objects.aggregate(dernier=Max("pk"))["dernier"] or 0
    vieux = EvenementIndexation.objects.filter(cree_le__lt=timezone.now() - CONSERVATION, pk__lt=dernier)
    return vieux.delete()[0]


@contextmanager
def attente_courte(secondes: float) -> Iterator[None]:
    """A visitor never waits long for another's writing: SQLite has one writer, whose transaction may last."""
    if connection.vendor != "sqlite":
        yield
        return
    normale = connection.settings_dict["OPTIONS"].get("timeout", 5)
    _attendre(secondes)
    try:
        yield
    finally:
        _attendre(normale)


def _attendre(secondes: float) -> None:
    with connection.cursor() as curseur:
        curseur.execute(f"PRAGMA busy_timeout = {int(secondes * 1000)}")
