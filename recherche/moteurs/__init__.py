"""The engines. Which one runs is one setting: RECHERCHE_MOTEUR, the dotted path of a class."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from recherche.moteurs.base import Brut, Chantier, ErreurMoteur, Moteur, Touche
from recherche.registre import registre

__all__ = ["Brut", "Chantier", "ErreurMoteur", "Moteur", "Touche", "charger"]


def charger() -> Moteur:
    """The engine of this site, for the facets in force. Settings are read at each call."""
    return _moteur(settings.RECHERCHE_MOTEUR, registre().codes_facettes, str(settings.RECHERCHE_DOSSIER))


@lru_cache(maxsize=8)
def _moteur(chemin: str, facettes: tuple[str, ...], dossier: str) -> Moteur:
    """One instance by configuration: it keeps its index open."""
    classe: type[Moteur] = import_string(chemin)
    return classe.depuis_reglages(facettes)
