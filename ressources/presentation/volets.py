"""What works on a measure or on a public, gathered by type. Types join by declaring a collector.

A collector answers two questions: which cards work on this criterion, and how many things work on each measure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

from django.http import HttpRequest
from wagtail.models import Page

from recherche.liens import url_recherche
from ressources.declaration import collecteurs

LIMITE = 4  # cards of a type shown at once: the others are one click away, in the search


@dataclass(frozen=True)
class Critere:
    """Codes of measures or of publics. A thing works on the criterion when it bears one of them."""

    mesures: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()

    @property
    def vide(self) -> bool:
        """Whether nothing can answer it."""
        return not (self.mesures or self.publics)

    def adresse(self, genre: str = "") -> str:
        """The search that keeps this criterion, and one type; measures first, for facets add up with AND."""
        facette, codes = ("mesure", self.mesures) if self.mesures else ("public", self.publics)
        paires = [(facette, code) for code in codes] + ([("type", genre)] if genre else [])
        return f"{url_recherche()}?{urlencode(paires)}"


@dataclass(frozen=True)
class Volet:
    """One type of things that work on a criterion. `vide` is what is said when there are none."""

    genre: str
    titre: str
    vide: str
    total: int = 0
    cartes: list[Any] = field(default_factory=list)
    url: str = ""
    gabarit: str = "composants/carte.html"


class Collecteur(Protocol):
    """What a type of page declares to join the pages of measures (`TypePage.volets`), in the order of `rang`."""

    rang: int

    def volets(self, critere: Critere, page: Page, request: HttpRequest) -> Iterable[Volet]:
        """The panels of this criterion in the language of `page`: a fixed number of queries, empty panels included."""

    def comptes(self, page: Page) -> Mapping[str, int]:
        """How many things work on each measure, by code, in the language of `page`: one query."""


def volets(critere: Critere, page: Page, request: HttpRequest) -> list[Volet]:
    """All the panels of a criterion, the empty ones last."""
    tous = [volet for c in collecteurs() for volet in c.volets(critere, page, request)]
    return sorted(tous, key=lambda volet: volet.total == 0)


def comptes(page: Page) -> Counter[str]:
    """How many things work on each measure, all types together."""
    total: Counter[str] = Counter()
    for collecteur in collecteurs():
        total.update(collecteur.comptes(page))
    return total
