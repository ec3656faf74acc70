"""Background work, on a backend of its own: immediate in the embedded default, a worker's elsewhere."""

from django.db import transaction
from django_tasks import task

from ressources.documents.services import actualiser
from ressources.models import DocumentPortail


@task(backend="arriere_plan")
def lire_document(pk: int) -> None:
    """Reads the text of a document, if it is still there."""
    if document := DocumentPortail.objects.filter(pk=pk).first():
        actualiser(document)


def lire_apres_validation(document: DocumentPortail) -> None:
    """Queues the reading once the document is committed: a worker must find it, and SQLite must not wait."""
    transaction.on_commit(lambda: lire_document.enqueue(document.pk), robust=True)
