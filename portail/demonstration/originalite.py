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

# What is quoted or official by its nature, by field: names and titles (those of what a source names too), somebody's
# words, the labels of classifications. A field exempt only within another is written with it.
CHAMPS_EXEMPTS = frozenset(
    {"nom_fr", "nom_en", "but_en", "sigle", "source", "source_en", "reperage", "intitule", "noms", "auteurs"}
    | {"attribution", "attribution_fr", "attribution_en", "groupe_fr"}
)
CHAMPS_EXEMPTS_DANS = {
    "citation": frozenset({"texte"}),
    "citations": frozenset({"texte"}),
    "references": frozenset({"titre"}),
    "sources": frozenset({"titre"}),
    "reperes": frozenset({"libelle"}),
    "synonymes": frozenset({"fr", "en"}),
}
# What may stand in a sentence as it is: one cannot name a ministry, a law or an initiative in words of one's own.
CHAMPS_DE_NOM = frozenset({"nom_fr", "nom_en"})


Noms = Set[tuple[str, ...]]


def mots(texte: str) -> list[str]:
    """The words of a text without tags, case, accents or punctuation."""
    sans_balises = re.sub(r"<[^>]+>", " ", texte).casefold().replace("œ", "oe").replace("æ", "ae")
    decompose = unicodedata.normalize("NFKD", sans_balises)
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


def noms_officiels(donnees: Any, dans: str = "") -> Iterator[tuple[str, ...]]:
    """The names and titles that a structure holds in the fields made for them; of a sheet, its title up to a colon."""
    if isinstance(donnees, list):
        for element in donnees:
            yield from noms_officiels(element, dans)
    elif isinstance(donnees, dict):
        exempts = CHAMPS_DE_NOM | CHAMPS_EXEMPTS_DANS.get(dans, frozenset())
        for cle, valeur in donnees.items():
            if cle in exempts:
                yield from (tuple(mots(nom)) for nom in _chaines(valeur))
            elif cle == "titre" and "cle" in donnees:
                yield from (tuple(mots(nom.partition(" :")[0])) for nom in _chaines(valeur))
            else:
                yield from noms_officiels(valeur, cle)


def _chaines(valeur: Any) -> Iterator[str]:
    match valeur:
        case str():
            yield valeur
        case list():
            yield from (v for v in valeur if isinstance(v, str))
        case dict():
            yield from (v for v in valeur.values() if isinstance(v, str))


def connues() -> frozenset[bytes]:
    """The hashes of the source documents."""
    octets = EMPREINTES.read_bytes()
    return frozenset(octets[rang : rang + OCTETS] for rang in range(0, len(octets), OCTETS))


def passages(donnees: Any, dans: str = "") -> Iterator[str]:
    """The texts of a structure that must be our own, whatever their depth; `dans`: the field it stands in."""
    if isinstance(donnees, str):
        yield donnees
    elif isinstance(donnees, list):
        for element in donnees:
            yield from passages(element, dans)
    elif isinstance(donnees, dict):
        exempts = CHAMPS_EXEMPTS | CHAMPS_EXEMPTS_DANS.get(dans, frozenset())
        for cle, valeur in donnees.items():
            if cle not in exempts and not (cle == "titre" and "cle" in donnees):
                # The value of a block stands in the block: `{type: citation, valeur: {texte: …}}`.
                yield from passages(valeur, str(donnees.get("type", "")) if cle == "valeur" else cle)


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
