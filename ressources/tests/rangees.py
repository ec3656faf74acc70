"""Rows of tables and files of an index, read and written back as they are, on both databases."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils import timezone

from recherche.models import EvenementIndexation

Rangees = dict[Any, tuple]
Tables = dict[str, Rangees]
LECTURE = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|PRAGMA|SET CONSTRAINTS|EXPLAIN)\b", re.I)
ECRITURE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.I)
SEQUENCES = "sqlite_sequence"  # the last ids given, which SQLite keeps in a table
EVENEMENTS = EvenementIndexation._meta.db_table


def ecrite(sql: str) -> str:
    """The table that a query writes; "?" when it cannot be told (a rollback too); empty when it only reads."""
    if LECTURE.match(sql):
        return ""
    trouvee = ECRITURE.match(sql)
    return trouvee[1] if trouvee else "?"


def _cles() -> dict[str, str]:
    """The primary key of each table of our models. Full-text tables follow theirs by triggers."""
    modeles = (m._meta for m in apps.get_models(include_auto_created=True) if m._meta.managed)
    return {m.db_table: m.pk.column for m in modeles if not m.db_table.endswith("_fts")}


def connues() -> set[str]:
    """The tables that can be kept."""
    return set(_cles())


def lire(tables: Iterable[str]) -> Tables:
    """All the rows of these tables, and the sequences of SQLite."""
    cles = _cles()
    with connection.cursor() as curseur:
        lues = {table: _lire(curseur, table, cles[table]) for table in tables}
        if connection.vendor == "sqlite":
            lues[SEQUENCES] = _lire(curseur, SEQUENCES, "name")
    return lues


def _lire(curseur, table: str, cle: str) -> Rangees:
    curseur.execute(f'SELECT * FROM "{table}"')
    rang = next(i for i, colonne in enumerate(curseur.description) if colonne[0] == cle)
    return {rangee[rang]: tuple(rangee) for rangee in curseur.fetchall()}


def ecrire(avant: Tables, apres: Tables, tables: Iterable[str]) -> None:
    """Brings these tables from one content to the other."""
    cles = _cles()
    with connection.cursor() as curseur:
        for table in sorted(tables):
            _remplacer(curseur, table, cles[table], avant[table], apres[table])
        if connection.vendor == "sqlite" and tables:  # after the rows, whose insertion changes it
            curseur.execute(f"DELETE FROM {SEQUENCES}")
            _inserer(curseur, SEQUENCES, list(apres[SEQUENCES].values()))


def _remplacer(curseur, table: str, cle: str, avant: Rangees, apres: Rangees) -> None:
    perimees = [(pk,) for pk, rangee in avant.items() if apres.get(pk) != rangee]
    nouvelles = [rangee for pk, rangee in apres.items() if avant.get(pk) != rangee]
    if perimees:
        curseur.executemany(f'DELETE FROM "{table}" WHERE "{cle}" = %s', perimees)
    _inserer(curseur, table, nouvelles)
    if (
        table == EVENEMENTS and nouvelles
    ):  # an old event is drained by whoever searches: these must look young
        recents = [pk for pk, rangee in apres.items() if avant.get(pk) != rangee]
        EvenementIndexation.objects.filter(pk__in=recents).update(cree_le=timezone.now())


def _inserer(curseur, table: str, rangees: list[tuple]) -> None:
    if rangees:
        valeurs = ", ".join(["%s"] * len(rangees[0]))
        curseur.executemany(f'INSERT INTO "{table}" VALUES ({valeurs})', rangees)


def _fichiers(dossier: Path) -> Iterator[Path]:
    return (
        chemin
        for chemin in dossier.rglob("*")
        if chemin.is_file() and not chemin.name.endswith((".verrou", ".lock"))
    )


def noms(dossier: Path) -> frozenset[str]:
    """The files of an index: tantivy never writes twice in a file of rows, so their names tell its content."""
    return frozenset(str(chemin.relative_to(dossier)) for chemin in _fichiers(dossier))


def copier(depuis: Path, vers: Path) -> Path:
    """The same index in another folder, in place of what it held. The files are shared, for none is ever modified:
    those that change are replaced."""
    shutil.rmtree(vers, ignore_errors=True)
    vers.mkdir(parents=True)
    for chemin in _fichiers(depuis):
        cible = vers / chemin.relative_to(depuis)
        cible.parent.mkdir(parents=True, exist_ok=True)
        os.link(chemin, cible)
    return vers
