"""The answers, as the OpenAPI schema describes them. Names are those of the pages' addresses: French, stable."""

from typing import Literal

from ninja import Field, Schema

Langue = Literal["fr", "en"]


class Libelle(Schema):
    """A label by language; null where it exists in the other language only."""

    fr: str | None
    en: str | None


class Terme(Schema):
    """A term of a classification."""

    code: str
    libelle: Libelle


class Extrait(Schema):
    """A passage that answers. `texte` is plain text; `html` is safe HTML whose only tag is <mark>."""

    champ: Literal["resume", "corps", "pdf"]
    texte: str
    html: str
    langue: str = Field(description="BCP 47")
    document: str | None = Field(description="Title of the PDF")
    page: int | None = Field(description="Page of the PDF, from 1")


class Fiche(Schema):
    """A hit. `id` never changes; `cle` is the same in both languages."""

    id: str
    cle: str
    type: str
    libelle_type: Libelle
    langue: str
    titre: str = Field(description="Plain text")
    titre_html: str = Field(description="Safe HTML, the words found in <mark>")
    langue_titre: str = Field(description="BCP 47; differs from `langue` for a title in another language")
    url: str
    extraits: list[Extrait]
    piliers: list[Terme]
    annee: int | None
    lieu: str | None
    duree: str | None
    fiction: bool


class Valeur(Terme):
    """A value of a facet and how many hits it would keep; null when the engine does not answer."""

    compte: int | None
    choisie: bool
    parent: str | None


class Facette(Schema):
    """A filter: `code` is the parameter of the address."""

    code: str
    libelle: Libelle
    valeurs: list[Valeur]


class AutreLangue(Schema):
    """What the same search finds in the other language: its number, and the first ones."""

    langue: str
    total: int
    fiches: list[Fiche]


class Reponse(Schema):
    """A page of hits."""

    langue: Langue
    total: int | None = Field(description="In the language of the search; null when `degrade`")
    page: int
    pages: int
    fiches: list[Fiche]
    facettes: list[Facette]
    suggestion: str | None = Field(description="Another spelling that finds more")
    autre_langue: AutreLangue | None
    degrade: bool = Field(
        description="The engine does not answer: hits from the database, no ranking, no counts"
    )


class Suggestion(Schema):
    """An entry to propose. `fiche` opens a sheet, `mot` searches a keyword, `filtre` keeps a term's sheets."""

    genre: Literal["fiche", "mot", "filtre"]
    texte: str
    langue: str = Field(description="BCP 47")
    detail: str = Field(description="Type of the sheet, or code of the facet")
    libelle: str = Field(description="What choosing it does, in the language asked")
    url: str


class Suggestions(Schema):
    """At most 8 entries, grouped by kind, and a sentence that announces them."""

    langue: Langue
    annonce: str
    suggestions: list[Suggestion]


class Erreur(Schema):
    """Why there is no answer; `message` in the language asked."""

    erreur: str
    message: str
    messages: Libelle
    documentation: str
