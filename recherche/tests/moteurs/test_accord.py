"""The two engines give the same hits in the same order on fresh indexes, and the same counts ever after."""

import random

import pytest

from recherche.tests import accord
from recherche.tests.accord import ELASTICSEARCH, EMBARQUE

pytestmark = [pytest.mark.elasticsearch, pytest.mark.lent]

DOCUMENTS = 2000
REQUETES = 200
GROUPES = 12  # of synonyms
LOTS = 20


@pytest.mark.parametrize("fragments", [1, 3])
def test_accord_sur_des_documents_au_hasard(fragments, elasticsearch, patience, registre, settings, db):
    settings.RECHERCHE_FRAGMENTS = fragments
    documents = accord.melange(DOCUMENTS, graine=21)
    registre.sources[0].liste[:] = documents
    accord.synonymes(documents, GROUPES, graine=27)
    demandes = accord.requetes(documents, REQUETES, graine=22)
    accord.construire(settings, EMBARQUE, ELASTICSEARCH)
    bilan = accord.comparer(settings, demandes)
    print(bilan)
    assert bilan.trouvees > 0.8 * REQUETES
    assert bilan.comptes == ()
    assert len(bilan.ordres) <= 0.01 * REQUETES, bilan.ordres
    assert bilan.derive <= 1e-4

    hasard = random.Random(23)
    neufs = accord.melange(DOCUMENTS, graine=24)
    cles = sorted({document.cle for document in documents})
    for lot in range(1, LOTS + 1):
        touchees = set(hasard.sample(cles, 25))
        gardes = [d for d in neufs if d.cle in touchees and hasard.random() < 0.8]  # the others leave
        accord.ecrire(settings, gardes, sorted(touchees), lot, EMBARQUE, ELASTICSEARCH)
    apres = accord.comparer(settings, demandes)
    assert apres.trouvees > 0.8 * REQUETES
    assert apres.comptes == ()
