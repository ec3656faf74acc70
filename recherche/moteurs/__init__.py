"""The engines. Which one runs is one setting: RECHERCHE_MOTEUR, the dotted path of a class."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from recherche.moteurs.base import Brut, Chantier, ErreurMoteur, Moteur, MoteurInjoignable, Touche
from recherche.registre import registre

__all__ = ["Brut", "Chantier", "ErreurMoteur", "Moteur", "MoteurInjoignable", "Touche", "charger"]

REGLAGES = ("DOSSIER", "URL", "CA", "FRAGMENTS", "REPLIQUES")


def charger() -> Moteur:
    """The engine of this site, for the facets in force. Settings are read at each call."""
    reglages = tuple(str(getattr(settings, f"RECHERCHE_{nom}")) for nom in REGLAGES)
    return _moteur(settings.RECHERCHE_MOTEUR, registre().codes_facettes, reglages)


@lru_cache(maxsize=8)
def _moteur(chemin: str, facettes: tuple[str, ...], reglages: tuple[str, ...]) -> Moteur:
    """One instance by configuration: it keeps its index, or its connections, open."""
    classe: type[Moteur] = import_string(chemin)
    return classe.depuis_reglages(facettes)
