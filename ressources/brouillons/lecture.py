"""Reads revisions whose records are gone: what cannot be found is empty, so that the form asks for it again.

Django-modelcluster empties relations that may be null and many-to-many relations by itself, and Wagtail the choosers of
blocks; on a relation that protects its record it raises an error, and the page cannot be opened any more.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

Donnees = Mapping[str, Any]
SANS_SUITE = (models.CASCADE, models.SET_NULL, models.DO_NOTHING)  # those that modelcluster knows


def protegees(modele: type[models.Model]) -> list[models.ForeignKey]:
    """The single relations of ours that forbid the deletion of their record; those of Wagtail (language, type) never
    name what is gone."""
    return [
        champ
        for champ in modele._meta.fields
        if isinstance(champ, models.ForeignKey)
        and not champ.remote_field.parent_link
        and not champ.model._meta.app_label.startswith("wagtail")
        and champ.remote_field.on_delete not in SANS_SUITE
    ]


def sans_disparus(modele: type[models.Model], donnees: Donnees) -> dict[str, Any]:
    """The content of a revision without the protected records that are gone; a child that named one goes with it."""
    lues = dict(donnees) | {champ.name: None for champ in protegees(modele) if _disparu(champ, donnees)}
    for relation in get_all_child_relations(modele):
        nom, champs = relation.get_accessor_name(), protegees(relation.related_model)
        if champs and nom in lues:
            lues[nom] = [e for e in lues[nom] if not any(_disparu(champ, e) for champ in champs)]
    return lues


def _disparu(champ: models.ForeignKey, donnees: Donnees) -> bool:
    cle = donnees.get(champ.name)
    if cle is None:
        return False
    vises = champ.related_model._default_manager.filter(**{champ.target_field.name: cle})
    return not vises.exists()
