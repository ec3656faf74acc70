"""Charts drawn on the server as SVG: pure functions from values to text, no database, no page."""

from ressources.graphiques.formes import FORMES, dessiner
from ressources.graphiques.valeurs import Barre, Dessin, Groupe

__all__ = ["FORMES", "Barre", "Dessin", "Groupe", "dessiner"]
