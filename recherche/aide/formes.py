"""The table of forms: filled while documents are indexed, cleaned when the index is built again.

It may hold forms that documents have lost since; the engine is asked before one is suggested. Several hosts may read
the same events: adding twice does nothing.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import DatabaseError, transaction
from django.db.models import Max

from recherche.aide import revisions
from recherche.aide.vocabulaire import LectureFormes
from recherche.models import Forme
from recherche.valeurs.document import Document

journal = logging.getLogger(__name__)
LOT = 500  # values of one statement: SQLite bounds its parameters


def noter(documents: Iterable[Document]) -> None:
    """Adds the forms of these documents. A failure is only logged: a word that is missing from the table but stands in
    the index is never taken for a mistake, and the next rebuild adds it."""
    lecture = LectureFormes()
    for document in documents:
        lecture.voir(document)
    try:
        with transaction.atomic():
            ajouter(lecture.graphies())
    except DatabaseError:
        journal.exception("The forms of some documents could not be noted")


def ajouter(graphies: Mapping[str, Mapping[str, str]]) -> int:
    """Adds the forms that are not there yet (spellings by form, by language); returns how many."""
    nouvelles = [
        Forme(langue=langue, forme=forme, graphie=formes[forme])
        for langue, formes in sorted(graphies.items())
        for forme in _absentes(langue, sorted(formes))  # in order: two hosts never wait for one another
    ]
    if nouvelles:
        Forme.objects.bulk_create(nouvelles, ignore_conflicts=True, batch_size=LOT)
        revisions.commencer(revisions.FORMES)
        revisions.marquer(revisions.AJOUTS)
    return len(nouvelles)


def _absentes(langue: str, formes: Sequence[str]) -> Iterator[str]:
    for debut in range(0, len(formes), LOT):
        lot = formes[debut : debut + LOT]
        connues = set(Forme.objects.filter(langue=langue, forme__in=lot).values_list("forme", flat=True))
        yield from (forme for forme in lot if forme not in connues)


class Releve:
    """The forms of an index that is being built: added before it is put in service, and those that nothing holds any
    more removed after. What others add meanwhile is left alone."""

    def __init__(self) -> None:
        self._lecture = LectureFormes()
        self._dernier = Forme.objects.aggregate(dernier=Max("pk"))["dernier"] or 0

    def suivre(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents, read as they go by."""
        for document in documents:
            self._lecture.voir(document)
            yield document

    def ajouter(self) -> None:
        """Adds what is missing."""
        with transaction.atomic():
            ajouter(self._lecture.graphies())

    def retirer(self) -> int:
        """Removes the forms that were there at the beginning and that no document holds; returns how many."""
        graphies = self._lecture.graphies()
        anciennes = Forme.objects.filter(pk__lte=self._dernier).values_list(
            "pk", "langue", "forme", "graphie"
        )
        perdues = [pk for pk, langue, forme, _ in anciennes if forme not in graphies.get(langue, {})]
        with transaction.atomic():
            for debut in range(0, len(perdues), LOT):
                Forme.objects.filter(pk__in=perdues[debut : debut + LOT]).delete()
            if perdues:
                revisions.marquer(revisions.FORMES)
        return len(perdues)
