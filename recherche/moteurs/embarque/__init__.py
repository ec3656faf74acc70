"""The embedded engine: tantivy inside the process, its index in a folder of this host. No server."""

from recherche.moteurs.embarque.moteur import MoteurEmbarque

__all__ = ["MoteurEmbarque"]
