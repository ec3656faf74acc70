"""What is indexed: one frozen document by record and language, and its form as JSON."""

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


class DocumentInvalide(ValueError):
    """A source made a document that no engine can hold; the message names the field."""


@dataclass(frozen=True)
class PagePdf:
    """The text of one page (from 1) of an attached PDF, whose title is `document`."""

    document: str
    page: int
    texte: str
    langue: str = ""
    """BCP 47 code when the file is not in the language of its document."""


@dataclass(frozen=True)
class Document:
    """A record in one language. Texts are plain text, as a visitor reads them (never HTML).

    `cle` is "type:key" and the same in all languages ("page:<translation key>"); `facettes` maps a facet's
    code to stable codes, those of ancestors included (a town's document also bears its region, or choosing
    the region would miss it); `affichage` is JSON that templates receive back untouched.
    """

    cle: str
    langue: str
    titre: str
    resume: str = ""
    mots_cles: str = ""
    corps: str = ""
    pages_pdf: tuple[PagePdf, ...] = ()
    facettes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    date: datetime.date | None = None
    affichage: Mapping[str, Any] = field(default_factory=dict, hash=False)
    propositions: tuple[str, ...] = ()
    """Words that are proposed, beside the title, to who types their beginning; a search by them must find this."""

    def __post_init__(self) -> None:
        for nom in ("cle", "langue", "titre", "resume", "mots_cles", "corps"):
            if not isinstance(getattr(self, nom), str):
                raise DocumentInvalide(
                    f"{self.cle}: {nom} must be a str, not {type(getattr(self, nom)).__name__}"
                )
        if ":" not in self.cle or not self.langue:
            raise DocumentInvalide(f"{self.cle!r}: cle must read type:key, and langue must be given")
        for facette, codes in self.facettes.items():
            if isinstance(codes, str) or not all(isinstance(code, str) for code in codes):
                raise DocumentInvalide(f"{self.cle}: facet {facette} must be a tuple of str")

    @property
    def id(self) -> str:
        """Stable id, unique in the index."""
        return f"{self.cle}:{self.langue}"

    @property
    def type(self) -> str:
        """The kind of record: what stands before the first colon of `cle`."""
        return self.cle.partition(":")[0]

    @property
    def texte_pdf(self) -> str:
        """All the text of the attached PDFs."""
        return "\n".join(page.texte for page in self.pages_pdf)


CHAMPS = tuple(champ.name for champ in fields(Document))


def vers_json(document: Document) -> str:
    """Canonical JSON: the same document always gives the same text. Raises DocumentInvalide."""
    valeurs = {nom: getattr(document, nom) for nom in CHAMPS}
    valeurs["date"] = document.date.isoformat() if document.date else None
    valeurs["facettes"] = {facette: sorted(set(codes)) for facette, codes in document.facettes.items()}
    valeurs["affichage"] = dict(document.affichage)
    valeurs["pages_pdf"] = [vars(page) for page in document.pages_pdf]
    try:
        return json.dumps(valeurs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except TypeError as erreur:
        raise DocumentInvalide(f"{document.id}: affichage is not JSON ({erreur})") from erreur


def depuis_json(texte: str | bytes) -> Document:
    """The document that `vers_json` wrote: its fields were checked then."""
    valeurs = json.loads(texte)
    valeurs["date"] = datetime.date.fromisoformat(valeurs["date"]) if valeurs["date"] else None
    valeurs["pages_pdf"] = tuple(PagePdf(**page) for page in valeurs["pages_pdf"])
    valeurs["facettes"] = {facette: tuple(codes) for facette, codes in valeurs["facettes"].items()}
    valeurs["propositions"] = tuple(valeurs.get("propositions", ()))
    document = object.__new__(Document)
    vars(document).update(valeurs)
    return document


def empreinte(document: Document) -> str:
    """Fingerprint of all that is indexed and shown: two equal ones need no reindexing."""
    return hashlib.sha256(vers_json(document).encode("utf-8", "surrogatepass")).hexdigest()[:32]
