"""Folding done by the database: the degraded answer must find « Père » by "pere", without any extension to install."""

import unicodedata
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, TextField
from django.db.models.sql.compiler import SQLCompiler

FONCTION = "replier_texte"
BORNE = "¶"
"""Stands between two texts: a phrase does not run from one to the other."""


def _table() -> dict[str, str]:
    """The bare letter of each accented Latin letter, small or capital."""
    table = {}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            table[chr(code)] = base
    return table


LETTRES = _table()
MARQUES = "".join(map(chr, range(0x300, 0x370)))  # combining marks: dropped
LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}
_TABLE = str.maketrans(LETTRES | LIGATURES | dict.fromkeys(MARQUES, ""))


def replier_texte(*textes: str | None) -> str:
    """These texts as one, in small letters without accents; what is not a letter stays."""
    return f" {BORNE} ".join(texte for texte in textes if texte is not None).translate(_TABLE).lower()


class Replie(Func):
    """`replier_texte` of expressions, in SQL."""

    function = FONCTION
    output_field = TextField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **contexte: Any
    ) -> tuple[str, Any]:
        """Nested standard functions: `unaccent` is an extension that a host may not allow."""
        modele = f"CONCAT_WS(' {BORNE} ', %(expressions)s)"
        for ligature, lettres in LIGATURES.items():
            modele = f"REPLACE({modele}, '{ligature}', '{lettres}')"
        depart, arrivee = "".join(LETTRES), "".join(LETTRES.values())
        modele = f"LOWER(TRANSLATE({modele}, '{depart}{MARQUES}', '{arrivee}'))"
        return self.as_sql(compiler, connection, template=modele, **contexte)


def preparer_sqlite(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    """SQLite knows no accents: gives it the function. Receiver of `connection_created`."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FONCTION, -1, replier_texte, deterministic=True)
