"""The forms of a declaration: frozen values that name functions, and do nothing by themselves."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from recherche.registre import Facette, Source

Texte = str | Promise
Cles = Callable[[Any], Iterable[str]]
Contexte = Callable[[Any, HttpRequest], dict[str, Any]]
Fait = tuple[str, list[dict[str, str]]]

POUR_QUI = _("Pour qui")


def rien(page: Page, request: HttpRequest) -> dict[str, Any]:
    """A page that shows its own fields, and nothing else."""
    return {}


def aucune_cle(page: Page) -> Iterable[str]:
    """Nothing of this kind lies under a page."""
    return ()


def aucun_fait(page: Page) -> list[Fait]:
    """No short answer of its own."""
    return []


@dataclass(frozen=True, kw_only=True)
class Genre:
    """A kind of things that the search finds: `code` is the value of the `type` facet; `rang` orders what is shown."""

    code: str
    libelle: Texte
    pluriel: Texte
    rang: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Indexation:
    """How records become documents of the search, and what makes these documents stale.

    `touche` gives, by model, the index keys that a change of one of its records touches; `relations` are the
    many-to-many relations whose change touches the record that holds them; `sous` gives the keys of all that lies at or
    under a page which moved, changed address or was restricted. `repli` answers from the database when the engine
    fails (see `ressources.secours.valeurs.Famille`).
    """

    source: Source
    repli: Any
    touche: Mapping[type[Model], Cles]
    sous: Cles = aucune_cle
    relations: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class TypePage:
    """A type of page.

    `contexte` are the values of its template, `vues` the addresses beneath it (each view takes the page, the request
    and what the address holds), `reponse` a whole answer in place of the template's. `genre` is set when the page
    itself is found by the search, `parties` when what it lists is. `schema` gives its linked data (schema.org): what is
    fixed, or a function of page and request. `explorer` puts it among the ways to explore, in the footer.
    """

    modele: type[Page]
    contexte: Contexte = rien
    vues: tuple[URLPattern, ...] = ()
    reponse: Callable[[Any, HttpRequest], HttpResponse] | None = None
    genre: Genre | None = None
    parties: Genre | None = None
    indexations: tuple[Indexation, ...] = ()
    volets: tuple[Any, ...] = ()
    """Its panels on the pages of measures: each a `ressources.presentation.volets.Collecteur`."""
    schema: Mapping[str, Any] = field(default_factory=lambda: {"@type": "WebPage"})
    explorer: bool = False

    @property
    def nom(self) -> str:
        """The name of its model, as content types write it."""
        return self.modele._meta.model_name


@dataclass(frozen=True, kw_only=True)
class FacettePropre:
    """A facet that one type of sheet brings, and the field that holds its terms."""

    facette: Facette
    champ: str


@dataclass(frozen=True, kw_only=True, eq=False)
class TypeFiche(TypePage):
    """A type of sheet: what it says of itself in the places that show sheets of all types."""

    genre: Genre
    titre_liees: Texte
    """Over the sheets of this type that are related to another."""
    ordre_liees: tuple[str, ...]
    """Codes of the types related to it, in the order of its page; those that it does not name come last."""
    aucune: Texte
    """What its panel says when it is empty."""
    rang_pratique: int
    """Its place where practice comes first."""
    versant: str = ""
    """"savoir" or "pratique": the report of what stands alone looks for one in front of the other."""
    porteur: str = ""
    """The field that names the organisation which carries it, and what this is worth under a figure of that one."""
    portee: float = 0.5
    faits: Callable[[Any], list[Fait]] = aucun_fait
    pour_qui: Texte = POUR_QUI
    terrain: bool = True
    """Whether its foot says where the barrier lies and which sectors work on it; else its text tells it."""
    facettes: tuple[FacettePropre, ...] = ()
    carte: tuple[str, ...] = ()
    """Its own fields that a card shows."""
    liste: Contexte = rien
    """What the list of this type shows besides its sheets."""
