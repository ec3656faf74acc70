"""SQL queries and time of each type of page, with the demonstration and with ten times as many sheets.

What counts is the ratio of the two, taken in one run: a page whose cost grows with the content will be slow one day.
"""

import statistics
import time
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from bench.contenu import decupler, demonstration
from portail.tests.navigateur.pages import ADRESSES

PAGES = (
    "accueil",
    "thematique",
    "outil",
    "initiative",
    "liste",
    "recherche",
    "pilier",
    "contenu",
    "introuvable",
)
TOURS = 15
SANS_CACHE = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
FICHIERS = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},  # nothing to collect
}


@dataclass(frozen=True)
class Mesure:
    """One page: number of queries, median time in milliseconds."""

    requetes: int
    duree: float


def _une(client: Client, chemin: str) -> Mesure:
    client.get(chemin)  # templates are compiled at the first sight
    with CaptureQueriesContext(connection) as capture:
        client.get(chemin)
    durees = []
    for _ in range(TOURS):
        debut = time.perf_counter()
        client.get(chemin)
        durees.append(1000 * (time.perf_counter() - debut))
    return Mesure(len(capture), statistics.median(durees))


def _toutes() -> dict[str, Mesure]:
    client = Client(HTTP_HOST="localhost")
    with override_settings(CACHES=SANS_CACHE, STORAGES=FICHIERS):
        return {nom: _une(client, ADRESSES[nom, "fr"]) for nom in PAGES}


def mesurer() -> None:
    """Prints a table: queries and milliseconds at 1x and 10x, and the ratio of the times."""
    simple = demonstration()
    avant = _toutes()
    multiple = decupler()
    apres = _toutes()
    print(f"Pages, caches coupés : {simple} fiches, puis {multiple} ({TOURS} lectures, médiane)\n")
    print("| page | SQL 1x | SQL 10x | ms 1x | ms 10x | rapport |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for nom in PAGES:
        a, b = avant[nom], apres[nom]
        print(
            f"| {nom} | {a.requetes} | {b.requetes} | {a.duree:.1f} | {b.duree:.1f} | {b.duree / a.duree:.2f} |"
        )
