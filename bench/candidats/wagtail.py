"""Wagtail's own search in a SQLite database: what a Wagtail site has without an engine.

It gives hits and a total: neither facets nor extracts, so it is asked for less than the others.
"""

import itertools
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale, Page
from wagtail.search.models import IndexEntry

from bench.candidats.base import SANS_CHOIX, Candidat, Choix
from recherche.valeurs.document import Document

LOT = 1000
DEBUT = 10_000  # page numbers of the treebeard paths, above those of the migrations


class Wagtail(Candidat):
    """Plain pages of this database, made in bulk, with their index entries."""

    nom = "Wagtail sur SQLite (tous les mots)"
    jonction = "and"  # Wagtail's default
    lent = True

    def __init__(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        self.avant = self._octets()

    def construire(self, documents: Iterable[Document]) -> None:
        commun = {
            "content_type": ContentType.objects.get_for_model(Page),
            "locale": Locale.objects.get_or_create(language_code="fr")[0],
        }
        reste = iter(enumerate(documents))
        while lot := list(itertools.islice(reste, LOT)):
            pages = Page.objects.bulk_create(self._page(rang, d, commun) for rang, d in lot)
            entrees = [self._entree(p, d, commun) for p, (_, d) in zip(pages, lot, strict=True)]
            IndexEntry.objects.bulk_create(entrees)

    @staticmethod
    def _page(rang: int, document: Document, commun: dict) -> Page:
        chemin = Page._get_path("0001", 2, DEBUT + rang)
        return Page(
            title=document.titre[:255],
            draft_title=document.titre[:255],
            slug=f"page-{rang}",
            path=chemin,
            depth=2,
            numchild=0,
            url_path=f"/page-{rang}/",
            **commun,
        )

    @staticmethod
    def _entree(page: Page, document: Document, commun: dict) -> IndexEntry:
        texte = "\n".join((document.resume, document.mots_cles, document.corps))
        return IndexEntry(
            content_type=commun["content_type"], object_id=str(page.pk), title=document.titre, body=texte
        )

    @staticmethod
    def _octets() -> int:
        with connection.cursor() as curseur:
            curseur.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
            return int(curseur.fetchone()[0])

    def octets(self) -> int:
        return self._octets() - self.avant

    def complete(self, texte: str, choix: Choix = SANS_CHOIX) -> int:
        resultats = Page.objects.live().search(texte, operator=self.jonction)
        list(resultats[:10])
        return int(resultats.count())

    def fermer(self) -> None:
        IndexEntry.objects.all()._raw_delete("default")
        Page.objects.filter(depth=2, slug__startswith="page-")._raw_delete("default")
        with connection.cursor() as curseur:
            curseur.execute("VACUUM")


class WagtailUn(Wagtail):
    """The same pages; any word suffices, as in the portal."""

    nom = "Wagtail sur SQLite (un mot suffit)"
    jonction = "or"
    second = True

    def __init__(self) -> None:
        """The first candidate made the database."""

    def construire(self, documents: Iterable[Document]) -> None:
        """The first candidate did."""

    def fermer(self) -> None:
        """The first candidate does."""
