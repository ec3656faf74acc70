"""Which index keys a change touches, as types declare it. Asked before a deletion, inside the change's transaction."""

from django.db.models import Model
from wagtail.models import Page

from ressources.declaration import indexations


def cles(objet: Model) -> list[str]:
    """What shows this record, whatever its kind; nothing for one that no type declares."""
    return [
        cle
        for indexation in indexations()
        for modele, touchees in indexation.touche.items()
        if isinstance(objet, modele)
        for cle in touchees(objet)
    ]


def cles_sous(page: Page) -> list[str]:
    """All that lies at or under a page: its address or its privacy changed."""
    return [cle for indexation in indexations() for cle in indexation.sous(page)]
