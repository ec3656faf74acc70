"""One migration for all that came before 0.1.0: a database of those days starts as it is."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

APPLICATIONS = ("portail", "ressources", "recherche")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("application", APPLICATIONS)
def test_une_base_d_avant_n_a_rien_a_refaire(application):
    socle = MigrationLoader(connection).get_migration(application, "0001_socle")
    assert socle.replaces
    journal = MigrationRecorder(connection)
    journal.record_unapplied(application, "0001_socle")
    for ancienne in socle.replaces:
        journal.record_applied(*ancienne)
    assert (application, "0001_socle") in MigrationLoader(connection).applied_migrations


@pytest.mark.parametrize("application", APPLICATIONS)
def test_un_seul_depart(application):
    chargees = MigrationLoader(connection).graph.root_nodes(application)
    assert [nom for _application, nom in chargees] == ["0001_socle"]
