"""What is indexed and which facets exist, declared by the other applications in their `AppConfig.ready`."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.functional import Promise

from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete
from recherche.valeurs.resultats import Resultats


class Source(ABC):
    """A family of records that the search knows. Only what every visitor may read belongs in it."""

    @abstractmethod
    def cles(self) -> Iterable[str]:
        """The keys of all the records, each once."""

    @abstractmethod
    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        """The documents of these keys in all their languages, or of all records; streamed.

        Keys of other sources, and keys that no longer exist, are passed over in silence.
        """


@dataclass(frozen=True)
class Facette:
    """A filter: its code is the GET parameter and the key in `Document.facettes`.

    `proposee` says whether its values are proposed to who types the beginning of their label.
    """

    code: str
    libelle: str | Promise
    proposee: bool = True


@dataclass(frozen=True)
class Valeur:
    """A value of a facet. `parent` is another value's code; `langue_libelle` a BCP 47 code when the label had
    to be given in another language than the reader's."""

    code: str
    libelle: str
    ordre: int = 0
    parent: str = ""
    langue_libelle: str = ""


Valeurs = Mapping[str, Sequence[Valeur]]
Traductions = Callable[[], Iterable[Mapping[str, str]]]


def sans_valeurs(langue: str) -> Valeurs:
    """No facet has values until an application declares them."""
    return {}


def sans_traductions() -> Iterable[Mapping[str, str]]:
    """No label is known in two languages until an application declares some."""
    return ()


def sans_secours(requete: Requete) -> Resultats:
    """The honest answer when the engine fails and nobody declared a fallback: nothing, and it is said."""
    return Resultats(degrade=True, page=requete.page)


def sans_adresse(request: HttpRequest) -> str:
    """Nowhere to propose a resource until an application says where."""
    return ""


@dataclass
class Registre:
    """The declarations in force."""

    sources: list[Source] = field(default_factory=list)
    facettes: list[Facette] = field(default_factory=list)
    genres: dict[str, str | Promise] = field(default_factory=dict)
    valeurs: Callable[[str], Valeurs] = sans_valeurs
    secours: Callable[[Requete], Resultats] = sans_secours
    traductions: Traductions = sans_traductions
    populaire: str = ""
    proposer: Callable[[HttpRequest], str] = sans_adresse

    @property
    def codes_facettes(self) -> tuple[str, ...]:
        """The codes of the facets, in the order of display."""
        return tuple(facette.code for facette in self.facettes)

    def cles(self) -> Iterator[str]:
        """The keys of all the sources."""
        for source in self.sources:
            yield from source.cles()

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        """The documents of these keys, or all, whatever the source."""
        for source in self.sources:
            yield from source.documents(cles)


_actuel = Registre()


def registre() -> Registre:
    """The declarations in force."""
    return _actuel


def declarer(
    *,
    sources: Iterable[Source] = (),
    facettes: Iterable[Facette] = (),
    genres: Mapping[str, str | Promise] | None = None,
    valeurs: Callable[[str], Valeurs] | None = None,
    secours: Callable[[Requete], Resultats] | None = None,
    traductions: Traductions | None = None,
    populaire: str = "",
    proposer: Callable[[HttpRequest], str] | None = None,
) -> None:
    """Adds sources, facets and the names of types (`affichage["type"]` -> translatable label); sets the
    loader of facet values, the fallback, and what an empty page offers.

    `valeurs(langue)` is called once per search and gives, for each facet's code, its values in the order of
    display (one SQL query in all, whatever the number of facets). `secours(requete)` answers from the
    database when the engine fails. `traductions()` gives the labels of terms, each by language
    ({"fr": "Pères", "en": "Fathers"}), by which a search in one language finds sheets of the other; it is called again
    after `aide.revisions.marquer(LIBELLES)`. `populaire` is the facet whose fullest values an empty page offers;
    `proposer(request)` is the address where a visitor may propose a resource, or an empty text.
    """
    _actuel.sources.extend(sources)
    _actuel.facettes.extend(facettes)
    _actuel.genres.update(genres or {})
    if valeurs is not None:
        _actuel.valeurs = valeurs
    if secours is not None:
        _actuel.secours = secours
    if traductions is not None:
        _actuel.traductions = traductions
    if proposer is not None:
        _actuel.proposer = proposer
    _actuel.populaire = populaire or _actuel.populaire


@contextmanager
def registre_temporaire(remplacant: Registre) -> Iterator[Registre]:
    """Puts other declarations in force for the time of a block (tests, an evaluation aside)."""
    global _actuel
    precedent, _actuel = _actuel, remplacant
    try:
        yield remplacant
    finally:
        _actuel = precedent
