"""What all types of sheets share: one source of the search, one answer from the database, one collector of panels."""

from wagtail.models import Collection, CollectionViewRestriction

from ressources.declaration import Indexation
from ressources.indexation import cles_fiches
from ressources.indexation.source_fiches import SourceFiches
from ressources.models import (
    CLASSEMENTS,
    Citation,
    DocumentPortail,
    Fiche,
    Graphique,
    LienFiche,
    Organisation,
    Recommandation,
    Reference,
)
from ressources.presentation.volets_fiches import CollecteurFiches
from ressources.secours.fiches import FamilleFiches

BORNES = (*CLASSEMENTS, Organisation, Reference, Recommandation)
"""The records that a sheet bears: their names are part of its document."""
CITES = (DocumentPortail, Citation, Graphique)
"""Those that its blocks call."""

FICHES = Indexation(
    source=SourceFiches(),
    repli=FamilleFiches(),
    touche={
        Fiche: cles_fiches.cles_fiche,
        LienFiche: cles_fiches.cles_lien,
        **dict.fromkeys(BORNES, cles_fiches.cles_porteuses),
        **dict.fromkeys(CITES, cles_fiches.cles_citantes),
        Collection: cles_fiches.cles_de_la_collection,
        CollectionViewRestriction: cles_fiches.cles_de_la_restriction,
    },
    sous=cles_fiches.cles_sous,
)
VOLETS = CollecteurFiches()
