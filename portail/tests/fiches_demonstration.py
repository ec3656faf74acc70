"""The demonstration's content files as documents of the search, without pages nor database: loading takes minutes.

Fields are those that `ressources.indexation` reads: a title, a summary, keywords and the labels of the terms, the
running text, the PDFs.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from portail.demonstration import lecture
from recherche.valeurs.document import Document, PagePdf
from ressources.chargement.valeurs import en_langue

CLASSEMENTS = ("piliers", "mesures", "publics", "periodes", "territoires", "milieux", "obstacles")
FACETTES = {
    "pilier": "piliers",
    "mesure": "mesures",
    "public": "publics",
    "periode": "periodes",
    "theme": "liens",
}
CORPS = (
    *("essentiel", "savoirs", "pratiques", "synthese", "approfondir"),
    *("contexte", "populations", "demarche", "effets", "apprentissages", "conditions"),
    *("corps", "duree", "format", "besoins", "periode_realisation"),
)
LANGUES = ("fr", "en")


def textes(valeur: Any) -> Iterator[str]:
    """Every text of a structure, without its tags; types of blocks and file names are no text."""
    if isinstance(valeur, str):
        yield re.sub(r"<[^>]+>", " ", valeur)
    elif isinstance(valeur, dict):
        for nom, contenu in valeur.items():
            if nom not in ("type", "dessin", "ton", "url"):
                yield from textes(contenu)
    elif isinstance(valeur, list):
        for contenu in valeur:
            yield from textes(contenu)


def libelles(langue: str) -> dict[str, str]:
    """The label of each term, by code; all Québec, which would match everything, is left out as on the site."""
    tout = yaml.safe_load(open_classements())
    termes = [t for nom, groupe in tout.items() if not nom.startswith("_") for t in groupe]
    return {
        str(t["code"]): str(t.get(f"nom_{langue}") or t.get("nom_fr") or "")
        for t in termes
        if t["code"] != "qc"
    }


def open_classements() -> str:
    """The file of the classifications."""
    return (lecture.CONTENU.parents[2] / "ressources/donnees/classements.yaml").read_text()


def pages_pdf(donnees: Mapping[str, Any], langue: str) -> tuple[PagePdf, ...]:
    """The PDFs of a tool, one page each."""
    noms = [joint["pdf"] for joint in donnees.get("documents") or [] if joint["langue"] == langue]
    return tuple(PagePdf(nom, 1, "\n".join(textes(lecture.lire_un(f"pdf/{nom}.yaml")))) for nom in noms)


def document(donnees: dict[str, Any], langue: str, termes: Mapping[str, str]) -> Document:
    """A content file as a document."""
    lues = en_langue(donnees, langue)
    codes = [str(c) for nom in CLASSEMENTS for c in lues.get(nom) or ()]
    mots = [lues.get("mots_cles") or "", *(termes[c] for c in codes if c in termes)]
    return Document(
        cle=f"page:{donnees['cle']}",
        langue=langue,
        titre=lues["titre"],
        resume=lues["resume"],
        mots_cles=", ".join(filter(None, mots)),
        corps="\n".join(texte for nom in CORPS for texte in textes(lues.get(nom) or "")),
        pages_pdf=pages_pdf(donnees, langue),
        facettes={f: tuple(map(str, lues.get(nom) or ())) for f, nom in FACETTES.items()}
        | {"type": (donnees["type"],)},
        date=donnees["date_revision"],
    )


def documents() -> list[Document]:
    """All the sheets in both languages."""
    noms = {langue: libelles(langue) for langue in LANGUES}
    return [document(donnees, langue, noms[langue]) for donnees in lecture.fiches() for langue in LANGUES]
