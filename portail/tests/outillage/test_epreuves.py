"""Several processes, some of them killed, over real pages: the short form of `python -m bench.epreuves`."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.lent
def test_epreuves_courtes(django_db_setup, django_db_blocker, tmp_path):
    """In a process of its own: what forks must not hold the connections of the tests. No transaction is open here, or
    the copy would wait for its end."""
    if connection.vendor != "sqlite":
        pytest.skip("The trials make a SQLite site of their own")
    with django_db_blocker.unblock(), closing(sqlite3.connect(tmp_path / "base.sqlite3")) as copie:
        connection.ensure_connection()
        connection.connection.backup(copie)
        tables = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'wagtailcore_page'"
        (racines,) = copie.execute(tables).fetchone()
        if racines:
            (racines,) = copie.execute("SELECT COUNT(*) FROM wagtailcore_page WHERE depth = 1").fetchone()
    commande = [sys.executable, "-W", "ignore", "-m", "bench.epreuves", "--court"]
    if (
        racines
    ):  # migrated already; after a test that empties the tables, or alone, the trials migrate for themselves
        commande += ["--base", str(tmp_path / "base.sqlite3")]
    environ = {**os.environ, "TMPDIR": str(tmp_path)}
    fin = subprocess.run(
        commande, cwd=settings.RACINE, env=environ, capture_output=True, text=True, timeout=300
    )
    print(fin.stdout)
    assert fin.returncode == 0, fin.stdout + fin.stderr
    assert fin.stdout.count(" 0 erreur(s)") == 3
