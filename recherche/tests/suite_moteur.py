"""The contract of every engine, as behaviours. Each engine's test file subclasses `SuiteMoteur`.

What an engine cannot do is skipped by name with a reason, never silently.
"""

import pytest

from recherche.tests.suite_aide import SuiteAide
from recherche.tests.suite_ecriture import SuiteEcriture
from recherche.tests.suite_facettes import SuiteFacettes
from recherche.tests.suite_ordre import SuiteOrdre
from recherche.tests.suite_trouver import SuiteTrouver
from recherche.tests.suite_voisins import SuiteVoisins


class SuiteMoteur(SuiteTrouver, SuiteAide, SuiteFacettes, SuiteOrdre, SuiteEcriture, SuiteVoisins):
    """All behaviours, for the engine whose dotted path is `chemin`."""

    chemin: str

    @pytest.fixture(autouse=True)
    def moteur_en_service(self, settings, registre, db):
        """This engine, with an index of its own."""
        settings.RECHERCHE_MOTEUR = self.chemin
