"""The types of pages, each declared once in the module of its name. See docs/recettes/ajouter-un-type.md."""

from ressources.types import (
    actions,
    annuaire,
    bilans,
    chiffres,
    glossaire,
    initiatives,
    outils,
    plateforme,
    repertoires,
    thematiques,
    theorie,
)

TYPES = (
    thematiques.TYPE,
    outils.TYPE,
    initiatives.TYPE,
    actions.TYPE,
    bilans.TYPE,
    plateforme.TYPE,
    theorie.TYPE,
    glossaire.TYPE,
    chiffres.TYPE,
    annuaire.TYPE,
    annuaire.CARTE,
    repertoires.TYPE,
)
