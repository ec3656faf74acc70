"""The ledger's rules: load what is new or changed in the data, never what an editor has changed since."""

import hashlib
import json
from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page

from ressources.models.chargement import Chargement

IDENTIQUE, EDITE, CHARGE = "identique", "edite", "charge"


def empreinte(donnees: object) -> str:
    """SHA-256 of the data, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(donnees, sort_keys=True, default=str).encode()).hexdigest()


def charger(cle: str, donnees: object, ecrire: Callable[[Page | None], Page]) -> str:
    """Runs `ecrire(existing page or None) -> published page` when the ledger allows it; returns what happened.

    - `identique`: the data are those of the last load: nothing to do;
    - `edite`: somebody saved the page since (even a draft): left alone;
    - `charge`: written, in one transaction, with the ledger.
    A page that an editor deleted is not made again.
    """
    marque = empreinte(donnees)
    ligne = Chargement.objects.select_related("page").filter(cle=cle).first()
    if ligne and ligne.empreinte == marque:
        return IDENTIQUE
    if ligne and (ligne.page is None or ligne.page.latest_revision_id != ligne.revision_id):
        return EDITE
    with transaction.atomic():
        page = ecrire(ligne.page.specific if ligne else None)
        Chargement.objects.update_or_create(
            cle=cle,
            defaults={"empreinte": marque, "page_id": page.pk, "revision_id": page.latest_revision_id},
        )
    return CHARGE
