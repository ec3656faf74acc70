"""Two moves that Wagtail makes without a signal: a collection into another one, and several files at once."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from wagtail.models import Collection

from recherche.indexation.vidage import signaler
from ressources.indexation import reindexation
from ressources.indexation.cles_fiches import cles_citant
from ressources.models import DocumentPortail


def _dire_apres(deplacer: Callable[..., Any]) -> Callable[..., Any]:
    """Collections that move may become private, or public: what they hold is read again."""

    @wraps(deplacer)
    def deplacer_et_dire(collection: Collection, *args: Any, **kwargs: Any) -> Any:
        resultat = deplacer(collection, *args, **kwargs)
        deplacee = Collection.objects.filter(pk=collection.pk).first()
        signaler(*(reindexation.cles(deplacee) if deplacee else ()))
        return resultat

    deplacer_et_dire.dit = True
    return deplacer_et_dire


def brancher() -> None:
    """Treebeard writes a move in SQL and tells nobody: its method does it here. Called once, when all is ready."""
    if not getattr(Collection.move, "dit", False):
        Collection.move = _dire_apres(Collection.move)


def documents_deplaces(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> None:
    """After an action on several files: « Add to collection » is one UPDATE."""
    deplaces = [objet for objet in objects if isinstance(objet, DocumentPortail)]
    if action_type == "add_to_collection" and deplaces:
        signaler(*cles_citant(DocumentPortail.objects.filter(pk__in=[d.pk for d in deplaces])))
