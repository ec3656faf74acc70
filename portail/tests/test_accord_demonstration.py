"""The two engines agree on the demonstration content, as the site indexes it."""

import shutil

import pytest
from django.conf import settings as reglages

from portail.demonstration.charger import charger_demonstration
from recherche.registre import registre
from recherche.tests import accord
from recherche.tests.accord import ELASTICSEARCH, EMBARQUE
from recherche.tests.conftest import elasticsearch, serveur_elasticsearch  # noqa: F401 - fixtures

pytestmark = [pytest.mark.elasticsearch, pytest.mark.lent]
REQUETES = 200


@pytest.fixture
def demonstration(db, settings, tmp_path):
    """All the demonstration, loaded once for the test; its pictures go to a folder of their own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    charger_demonstration()
    yield list(registre().documents())
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def test_accord_sur_la_demonstration(elasticsearch, demonstration, settings, record_property):  # noqa: F811
    assert {document.langue for document in demonstration} == {code for code, _ in reglages.LANGUAGES}
    demandes = accord.requetes(demonstration, REQUETES, graine=31)
    for fragments in (1, 3):
        settings.RECHERCHE_FRAGMENTS = fragments
        accord.construire(settings, EMBARQUE, ELASTICSEARCH)
        bilan = accord.comparer(settings, demandes)
        record_property(f"accord-{fragments}", repr((bilan.trouvees, len(bilan.ordres), bilan.derive)))
        assert bilan.trouvees > 0.7 * REQUETES
        assert bilan.comptes == ()
        assert len(bilan.ordres) <= 0.01 * REQUETES, bilan.ordres
        assert bilan.derive <= 1e-4
