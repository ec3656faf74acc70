"""Whether the content's sentences are our own: no eight words in a row are those of the source documents.

The documents are not kept in the project, only short hashes of their runs of eight words. Renewing them:
`python -m portail.demonstration.originalite FOLDER_OF_TEXTS`.
"""

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Any

LONGUEUR = 8  # words in a row from which a text counts as carried over
OCTETS = 6  # of each hash: among some 12 000, a chance meeting once in billions
EMPREINTES = Path(__file__).parent / "empreintes_sources.bin"

# What is quoted or official by its nature, by field: names and titles (also those of what a source names), words of
# somebody, the labels of classifications.
CHAMPS_EXEMPTS = frozenset(
    {
        "nom_fr",
        "nom_en",
        "but_en",
        "sigle",
        "titre_officiel",
        "libelle_officiel",
        "citation",
        "source",
        "reperage",
    }
)
# Fields of records whose value may stand in a sentence: one cannot name a ministry in words of one's own.
CHAMPS_DE_NOM = frozenset({"nom_fr", "nom_en", "titre_officiel"})
BLOCS_EXEMPTS = {"citation": frozenset({"texte", "attribution"})}


Noms = Set[tuple[str, ...]]


def mots(texte: str) -> list[str]:
    """The words of a text without tags, case, accents or punctuation."""
    sans_balises = re.sub(r"<[^>]+>", " ", texte)
    decompose = unicodedata.normalize("NFKD", sans_balises.casefold())
    return re.findall(r"[a-z0-9]+", "".join(c for c in decompose if not unicodedata.combining(c)))


def empreinte(suite: Iterable[str]) -> bytes:
    """The short hash of a run of words."""
    return hashlib.blake2b(" ".join(suite).encode(), digest_size=OCTETS).digest()


def suites(texte: str, noms: Noms = frozenset()) -> Iterator[tuple[str, ...]]:
    """Every run of eight words of a text, none of them across one of these official names."""
    for liste in _coupes(mots(texte), noms):
        yield from (tuple(liste[rang : rang + LONGUEUR]) for rang in range(len(liste) - LONGUEUR + 1))


def _coupes(liste: list[str], noms: Noms) -> Iterator[list[str]]:
    """What is left between the names, each taken as long as it can be."""
    longueurs = sorted({len(nom) for nom in noms}, reverse=True)
    debut = rang = 0
    while rang < len(liste):
        longueur = next((n for n in longueurs if tuple(liste[rang : rang + n]) in noms), 0)
        if longueur:
            yield liste[debut:rang]
            debut = rang + longueur
        rang += longueur or 1
    yield liste[debut:]


def noms_officiels(donnees: Any) -> Iterator[tuple[str, ...]]:
    """The names and titles that a structure of records holds in the fields made for them."""
    if isinstance(donnees, list):
        for element in donnees:
            yield from noms_officiels(element)
    elif isinstance(donnees, dict):
        for cle, valeur in donnees.items():
            if cle in CHAMPS_DE_NOM and isinstance(valeur, str):
                yield tuple(mots(valeur))
            else:
                yield from noms_officiels(valeur)


def connues() -> frozenset[bytes]:
    """The hashes of the source documents."""
    octets = EMPREINTES.read_bytes()
    return frozenset(octets[rang : rang + OCTETS] for rang in range(0, len(octets), OCTETS))


def passages(donnees: Any, exempts: frozenset[str] = CHAMPS_EXEMPTS) -> Iterator[str]:
    """The texts of a structure of content that must be our own, whatever their depth."""
    if isinstance(donnees, str):
        yield donnees
    elif isinstance(donnees, list):
        for element in donnees:
            yield from passages(element, exempts)
    elif isinstance(donnees, dict):
        bloc = BLOCS_EXEMPTS.get(str(donnees.get("type")), frozenset())
        for cle, valeur in donnees.items():
            if cle not in exempts:
                yield from passages(valeur, exempts | bloc if cle == "valeur" else exempts)


def empruntes(donnees: Any, sources: frozenset[bytes], noms: Noms = frozenset()) -> list[str]:
    """The runs of eight words of a structure that stand in the sources."""
    return [
        " ".join(suite)
        for texte in passages(donnees)
        for suite in suites(texte, noms)
        if empreinte(suite) in sources
    ]


def renouveler(dossier: Path) -> int:
    """Writes the hashes of all texts of a folder; returns how many."""
    textes = (fichier.read_text() for fichier in sorted(dossier.glob("*.txt")))
    toutes = sorted({empreinte(suite) for texte in textes for suite in suites(texte)})
    EMPREINTES.write_bytes(b"".join(toutes))
    return len(toutes)


if __name__ == "__main__":
    print(renouveler(Path(sys.argv[1])))
