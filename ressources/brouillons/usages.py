"""Which drafts and scheduled revisions use a record in any way: Wagtail counts the uses of published pages only.

Contents are read as they are stored: no page is built, no chooser asks for its record.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin

from ressources.brouillons.liens import en_attente

Nomme = tuple[type[Model], Any]
"""What is named: its model and its key."""


def brouillons_qui_emploient(objet: Model) -> list[Model]:
    """The pages whose draft, or a revision that waits, names `objet` in a field, a child or a block; each once."""
    trouvees = {}
    for modele in apps.get_models():
        if issubclass(modele, DraftStateMixin):
            for revision in en_attente(modele):
                if _emploie(modele, revision.content, objet):
                    trouvees[modele, revision.object_id] = modele._default_manager.filter(
                        pk=revision.object_id
                    )
    return [page for pages in trouvees.values() for page in pages]


def _emploie(modele: type[Model], contenu: Mapping[str, Any], objet: Model) -> bool:
    return any(isinstance(objet, vise) and cle == objet.pk for vise, cle in _nommes(modele, contenu))


def _nommes(modele: type[Model], contenu: Mapping[str, Any]) -> Iterator[Nomme]:
    """All that the content of a revision names: fields, those of its children, blocks."""
    for champ in modele._meta.get_fields():
        if valeur := contenu.get(champ.name):
            yield from _par_le_champ(champ, valeur)
    for relation in get_all_child_relations(modele):
        for enfant in contenu.get(relation.get_accessor_name()) or []:
            for champ in relation.related_model._meta.fields:
                yield from _par_le_champ(champ, enfant.get(champ.name))


def _par_le_champ(champ: Any, valeur: Any) -> Iterator[Nomme]:
    if isinstance(champ, StreamField):
        yield from _par_le_bloc(champ.stream_block, json.loads(valeur))
    elif champ.many_to_many:
        yield from ((champ.related_model, cle) for cle in valeur)
    elif champ.many_to_one:
        yield champ.related_model, valeur


def _par_le_bloc(bloc: Block, valeur: Any) -> Iterator[Nomme]:
    if isinstance(bloc, ChooserBlock):
        yield bloc.model_class, valeur
    for enfant, sienne in _dans(bloc, valeur):
        yield from _par_le_bloc(enfant, sienne)


def _dans(bloc: Block, valeur: Any) -> Iterator[tuple[Block, Any]]:
    """The blocks within a stored one, with their values."""
    if isinstance(bloc, StructBlock):
        yield from ((enfant, (valeur or {}).get(nom)) for nom, enfant in bloc.child_blocks.items())
    elif isinstance(bloc, ListBlock):
        yield from ((bloc.child_block, element["value"]) for element in valeur or [])
    elif isinstance(bloc, StreamBlock):
        connus = bloc.child_blocks
        yield from ((connus[e["type"]], e["value"]) for e in valeur or [] if e["type"] in connus)
