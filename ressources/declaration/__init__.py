"""What the portal must know of a type of page is declared once, in `ressources.types`, and read here by all the rest.

This room knows no type: models, indexing, fallback, facets, cards, reports, sitemap and menus import it, and it
imports none of them (docs/decisions/0020-une-declaration-par-type.md).
"""

from ressources.declaration.registre import (
    champs_de_carte,
    collecteurs,
    declarer,
    fiche_de,
    fiches,
    genres,
    indexations,
    libelle,
    type_de,
    types,
)
from ressources.declaration.valeurs import (
    Contexte,
    FacettePropre,
    Genre,
    Indexation,
    TypeFiche,
    TypePage,
)

__all__ = [
    "Contexte",
    "FacettePropre",
    "Genre",
    "Indexation",
    "TypeFiche",
    "TypePage",
    "champs_de_carte",
    "collecteurs",
    "declarer",
    "fiche_de",
    "fiches",
    "genres",
    "indexations",
    "libelle",
    "type_de",
    "types",
]
