"""Scheduled publications and expiries that are due: Wagtail's own command does the same, but one broken page stops it.

Several processes may look at once: each object is done by who holds its row, and looked at again under that hold.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

journal = logging.getLogger(__name__)
REPIT = 15 * 60
"""Seconds before what failed is tried again: an editor may have mended it, and the log must not fill meanwhile."""

_echecs: dict[tuple[str, int], float] = {}


@dataclass(frozen=True)
class Bilan:
    """How many revisions were published, objects withdrawn, and failures."""

    publiees: int = 0
    retirees: int = 0
    echecs: int = 0


def traiter() -> Bilan:
    """Does all that is due; what fails is logged, left as it was, and does not stop the rest."""
    retraits = [_essayer(_retirer, modele, pk) for modele in _modeles() for pk in _pks(_expires(modele))]
    publications = [_essayer(_publier, Revision, pk) for pk in _pks(_dues())]
    tous = [*retraits, *publications]
    return Bilan(publications.count(True), retraits.count(True), tous.count(None))


def _modeles() -> list[type[Model]]:
    """Pages of all types together, then whatever else has drafts."""
    autres = (m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page))
    return [Page, *autres]


def _expires(modele: type[Model]) -> QuerySet:
    return modele.objects.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at")


def _dues() -> QuerySet[Revision]:
    return Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")


def _pks(objets: QuerySet) -> Iterable[int]:
    return list(objets.values_list("pk", flat=True))


def _retirer(modele: type[Model], pk: int) -> bool:
    objet = _expires(modele).select_for_update(skip_locked=True).filter(pk=pk).first()
    if objet is not None:
        objet.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return objet is not None


def _publier(modele: type[Revision], pk: int) -> bool:
    revision = _dues().select_for_update(skip_locked=True).filter(pk=pk).first()
    if revision is not None:
        revision.publish(log_action="wagtail.publish.scheduled")
    return revision is not None


def _essayer(faire: Callable[[type[Model], int], bool], modele: type[Model], pk: int) -> bool | None:
    """True when it was done, False when another process did it or it failed lately, None when it fails."""
    repere = (modele.__name__, pk)
    if _echecs.get(repere, 0.0) > time.monotonic():
        return False
    try:
        with transaction.atomic():
            fait = faire(modele, pk)
    except Exception:  # whatever is wrong with one, the others are due
        _echecs[repere] = time.monotonic() + REPIT
        journal.exception("Scheduled change failed: %s %s; tried again in %s s", *repere, REPIT)
        return None
    _echecs.pop(repere, None)
    return fait
