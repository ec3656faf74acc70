"""What the templates show of a sheet, as plain values: cards, facts, breadcrumbs, related sheets."""

from django.http import HttpRequest

from ressources.presentation.cartes import Carte, carte
from ressources.presentation.faits import faits
from ressources.presentation.fil import fil
from ressources.presentation.rapprochements import rapprochements

__all__ = ["Carte", "carte", "contexte_fiche", "faits", "fil", "rapprochements"]


def contexte_fiche(page, request: HttpRequest) -> dict:
    """The context that all sheet templates share."""
    return {
        "fil": fil(page, request),
        "faits": faits(page),
        "fiche_liens": rapprochements(page, request),
        "carte": carte(page, request),
    }
