"""PostgreSQL's full text at its best: stored and weighted tsvector, GIN, ts_rank, one statement by request.

Facets stand in one array of codes, so that one pass counts all those that have no choice. Several words are joined by
OR, as the portal does; a second candidate reads the same table with AND, which finds less and so costs less.
"""

import uuid
from collections.abc import Iterable

import psycopg

from bench.candidats.base import SANS_CHOIX, Candidat, Choix
from recherche.valeurs.document import Document

TABLE = """
    CREATE UNLOGGED TABLE {t} (
        id integer PRIMARY KEY, titre text, resume text, mots_cles text, corps text, date integer, facettes text[],
        ts tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('french', titre), 'A') || setweight(to_tsvector('french', resume), 'B')
            || setweight(to_tsvector('french', mots_cles), 'B') || setweight(to_tsvector('french', corps), 'D')
        ) STORED)
"""
TROUVER = """
    WITH q AS (SELECT {q} AS q),
    mots AS MATERIALIZED (
        SELECT id, date, facettes, ts_rank(ts, q) AS note FROM {t}, q WHERE ts @@ q),
    choisis AS MATERIALIZED (SELECT * FROM mots WHERE {choix}),
    page AS (SELECT id, note, date FROM choisis ORDER BY note DESC, date DESC, id LIMIT 10)
    SELECT 'total', '', count(*), '' FROM choisis
    UNION ALL SELECT 'facette', code, count(*), '' FROM choisis, unnest(facettes) AS code {libres} GROUP BY code
    {propres}
    UNION ALL SELECT 'page', page.id::text, 0, {extrait} FROM page, {t} AS d, q WHERE d.id = page.id
"""
PROPRE = """
    UNION ALL SELECT 'facette', code, count(*), '' FROM mots, unnest(facettes) AS code
    WHERE starts_with(code, %(p{rang})s) AND {autres} GROUP BY code
"""
EXTRAITS = """
    ts_headline('french', d.titre, q.q, 'HighlightAll=true')
    || ts_headline('french', d.resume, q.q, 'HighlightAll=true')
    || ts_headline('french', d.corps, q.q)
"""


OU = "replace(plainto_tsquery('french', %(texte)s)::text, '&', '|')::tsquery"
ET = "plainto_tsquery('french', %(texte)s)"


class PostgreSQL(Candidat):
    """A table of its own in a database that exists. Any word suffices."""

    nom = "PostgreSQL (un mot suffit)"
    jonction = OU

    def __init__(self, url: str) -> None:
        self.url = url
        self.table = f"bench_{uuid.uuid4().hex[:10]}"
        self.lien = psycopg.connect(url, autocommit=True)
        self.lien.execute("SET jit = off")
        self.lien.execute("SET work_mem = '128MB'")
        self.lien.execute("SET maintenance_work_mem = '512MB'")

    def construire(self, documents: Iterable[Document]) -> None:
        self.lien.execute(TABLE.format(t=self.table))
        copie = f"COPY {self.table} (id, titre, resume, mots_cles, corps, date, facettes) FROM STDIN"
        with self.lien.cursor() as curseur, curseur.copy(copie) as flux:
            for d in documents:
                codes = [code for liste in d.facettes.values() for code in liste]
                rang = int(d.cle.partition(":")[2])
                flux.write_row((rang, d.titre, d.resume, d.mots_cles, d.corps, d.date.toordinal(), codes))
        self.lien.execute(f"CREATE INDEX ON {self.table} USING gin (ts) WITH (fastupdate = off)")
        self.lien.execute(f"VACUUM ANALYZE {self.table}")

    def octets(self) -> int:
        return int(self.lien.execute(f"SELECT pg_total_relation_size('{self.table}')").fetchone()[0])

    def complete(self, texte: str, choix: Choix = SANS_CHOIX) -> int:
        return self._trouver(texte, choix, EXTRAITS)

    def facettes(self, texte: str) -> int:
        return self._trouver(texte, SANS_CHOIX, "''")

    def _trouver(self, texte: str, choix: Choix, extrait: str) -> int:
        valeurs: dict[str, object] = {"texte": texte}
        tests = {}
        for rang, (facette, codes) in enumerate(choix.items()):
            valeurs |= {f"c{rang}": list(codes), f"p{rang}": f"{facette}-"}
            tests[rang] = f"facettes && %(c{rang})s"
        propres = "".join(
            PROPRE.format(
                rang=rang, autres=" AND ".join([t for r, t in tests.items() if r != rang] or ["true"])
            )
            for rang in tests
        )
        libres = " AND ".join(f"NOT starts_with(code, %(p{rang})s)" for rang in tests)
        requete = TROUVER.format(
            t=self.table,
            q=self.jonction,
            choix=" AND ".join(tests.values()) or "true",
            libres=f"WHERE {libres}" if libres else "",
            propres=propres,
            extrait=extrait,
        )
        lignes = self.lien.execute(requete, valeurs).fetchall()
        return next(int(nombre) for genre, _, nombre, _ in lignes if genre == "total")

    def fermer(self) -> None:
        if self.lien.info.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
            self.lien.cancel()
        self.lien.execute(f"DROP TABLE IF EXISTS {self.table}")
        self.lien.close()


class PostgreSQLTous(PostgreSQL):
    """The same table; all the words are required."""

    nom = "PostgreSQL (tous les mots)"
    jonction = ET
    second = True

    def __init__(self, premier: PostgreSQL) -> None:
        super().__init__(premier.url)
        self.table = premier.table

    def construire(self, documents: Iterable[Document]) -> None:
        """The first candidate did."""

    def fermer(self) -> None:
        self.lien.close()
