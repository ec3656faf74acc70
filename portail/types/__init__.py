"""The portal's own types of pages, declared as those of `ressources`."""

from portail.types import accueil, contenu

TYPES = (accueil.TYPE, contenu.TYPE)
