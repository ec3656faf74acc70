"""What a search answers: frozen values, ready for a template or an API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recherche.valeurs.requete import Requete


@dataclass(frozen=True)
class Extrait:
    """A passage (safe HTML, query words in <mark>) and where it stands.

    `champ` is "resume", "corps" or "pdf"; for "pdf", `document` is the PDF's title and `page` its page from
    1.
    """

    champ: str
    fragments: tuple[str, ...]
    document: str = ""
    page: int = 0
    langue: str = ""
    """BCP 47 code when the passage is not in the language of the hit."""


@dataclass(frozen=True)
class Fiche:
    """One hit. `titre` and the extracts are safe HTML; `score` only serves to compare engines."""

    id: str
    type: str
    langue: str
    titre: str
    extraits: tuple[Extrait, ...]
    affichage: Mapping[str, Any]
    score: float = 0.0


@dataclass(frozen=True)
class ValeurFacette:
    """A value of a facet; `langue_libelle` is set when the label is not in the reader's language."""

    code: str
    libelle: str
    compte: int
    choisie: bool
    parent: str = ""
    langue_libelle: str = ""


@dataclass(frozen=True)
class FacetteComptee:
    """A facet with all its values, in the registry's order."""

    code: str
    libelle: str
    valeurs: tuple[ValeurFacette, ...]

    @property
    def choisies(self) -> tuple[ValeurFacette, ...]:
        """The values that the visitor chose."""
        return tuple(valeur for valeur in self.valeurs if valeur.choisie)


@dataclass(frozen=True)
class AutreLangue:
    """The second block: what the same search finds in another language."""

    langue: str
    total: int
    fiches: tuple[Fiche, ...] = ()


@dataclass(frozen=True)
class Issue:
    """A way out of an empty list: the same search with one thing dropped, and how many hits that gives.

    `genre` says what is dropped: "filtre" (all the choices of one facet), "filtres" (all of them), "exclu" (an
    excluded word), "phrase" (the quotes around a phrase), "mots" (all the words, the filters kept), "page" (what the
    address fixes).
    `noms` are the names of what is dropped, each with its language when it is not the reader's.
    """

    genre: str
    requete: Requete
    total: int
    facette: str = ""
    noms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Vide:
    """What an empty page of results offers: ways out, and values of a facet that hold the most (see `vides`)."""

    issues: tuple[Issue, ...] = ()
    populaires: tuple[ValeurFacette, ...] = ()


@dataclass(frozen=True)
class Resultats:
    """A page of hits. `total` and the facets count the reader's language only.

    `degrade` is true when the engine did not answer: the hits come from the database, without ranking or
    counts.
    """

    total: int = 0
    fiches: tuple[Fiche, ...] = ()
    facettes: tuple[FacetteComptee, ...] = ()
    suggestion: str = ""
    autre_langue: AutreLangue | None = None
    degrade: bool = False
    page: int = 1
    pages: int = 1
    limite: bool = field(default=False)
    """More hits exist than can be paged through."""
    vide: Vide | None = None
    """Set when the engine found nothing in the reader's language."""


def nombre_pages(total: int, taille: int, profondeur: int) -> int:
    """Pages that can be asked for: at least one, and none beyond `profondeur` hits."""
    return max(1, -(-min(total, profondeur) // taille))
