"""Generated documents that weigh what French ones do: lengths, stop words, a vocabulary spread by Zipf's law, facets.

Deterministic: the same rank always gives the same document, whatever the number asked for.
"""

import datetime
import math
import random
from collections.abc import Iterator
from itertools import accumulate

from recherche.registre import Facette, Valeur
from recherche.valeurs.document import Document

MOTS = 30_000  # distinct words beside the stop words
DECALAGE, EXPOSANT = 30, 1.05  # Zipf-Mandelbrot: the most frequent word stands in about half of the documents
PART_CREUSE = 0.45  # of the words of running French are stop words
RANGS_CHERCHES = (3, 1500)  # of the words of queries
LONGUEUR, DISPERSION = 300, 0.5  # words of a body: median, sigma of the logarithm
CREUX = [
    "de",
    "la",
    "le",
    "et",
    "les",
    "des",
    "en",
    "un",
    "une",
    "du",
    "que",
    "pour",
    "dans",
    "qui",
    "sur",
    "au",
    "par",
    "plus",
    "avec",
    "ne",
    "se",
    "pas",
    "est",
    "ce",
    "son",
    "il",
    "sont",
    "ou",
    "mais",
    "comme",
    "on",
    "leur",
    "nous",
    "cette",
    "aux",
    "ont",
    "ces",
    "sa",
    "été",
    "tout",
    "deux",
    "même",
    "aussi",
    "sans",
    "entre",
    "après",
    "où",
    "lui",
    "bien",
]
DEBUTS = [
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "j",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "t",
    "tr",
    "v",
]
VOYELLES = ["a", "e", "i", "o", "u", "é", "è", "ai", "au", "eu", "oi", "ou", "an", "en", "in", "on"]
FINS = [
    "tion",
    "ment",
    "eur",
    "ique",
    "age",
    "ité",
    "ence",
    "ure",
    "el",
    "if",
    "oir",
    "et",
    "al",
    "ant",
    "r",
    "t",
]
FACETTES = {
    "type": 3,
    "pilier": 4,
    "mesure": 17,
    "theme": 13,
    "public": 10,
    "periode": 4,
    "territoire": 40,
    "outil": 8,
    "langue": 2,
    "annee": 15,
    "organisation": 30,
}


def _mot(rang: int) -> str:
    """A word that can be said, unlike any other, inflected as often as not."""
    hasard = random.Random(f"mot {rang}")
    syllabes = "".join(
        hasard.choice(DEBUTS) + hasard.choice(VOYELLES) for _ in range(hasard.choice((1, 2, 2, 3)))
    )
    return syllabes + hasard.choice(FINS) + hasard.choice(("", "s", "e", ""))


VOCABULAIRE = [_mot(rang) for rang in range(MOTS)]
_POIDS = list(accumulate((rang + DECALAGE) ** -EXPOSANT for rang in range(MOTS)))
_POIDS_CREUX = list(accumulate(1 / (rang + 2) for rang in range(len(CREUX))))
CODES = {facette: [f"{facette}-{rang:02}" for rang in range(nombre)] for facette, nombre in FACETTES.items()}


def phrases(hasard: random.Random, longueur: int) -> str:
    """Running text of about `longueur` words, in lines of sentences."""
    creux = (
        sum(hasard.random() < PART_CREUSE for _ in range(min(longueur, 60))) * longueur // min(longueur, 60)
    )
    mots = hasard.choices(VOCABULAIRE, cum_weights=_POIDS, k=longueur - creux)
    mots += hasard.choices(CREUX, cum_weights=_POIDS_CREUX, k=creux)
    hasard.shuffle(mots)
    lignes = [" ".join(mots[debut : debut + 14]).capitalize() + "." for debut in range(0, len(mots), 14)]
    return "\n".join(lignes)


def facettes(hasard: random.Random) -> dict[str, tuple[str, ...]]:
    """One type, year and organisation; one to three codes of the others."""
    seules = ("type", "annee", "organisation", "outil")
    return {
        facette: tuple(
            hasard.sample(codes, 1 if facette in seules else hasard.randint(1, min(3, len(codes))))
        )
        for facette, codes in CODES.items()
    }


def document(rang: int) -> Document:
    """The document of this rank, in French."""
    hasard = random.Random(rang)
    longueur = max(40, min(3000, round(hasard.lognormvariate(0, DISPERSION) * LONGUEUR)))
    choisies = facettes(hasard)
    return Document(
        cle=f"page:{rang:07}",
        langue="fr",
        titre=phrases(hasard, 7).rstrip("."),
        resume=phrases(hasard, 28),
        mots_cles=", ".join(hasard.choices(VOCABULAIRE, cum_weights=_POIDS, k=5)),
        corps=phrases(hasard, longueur),
        facettes=choisies,
        date=datetime.date(2015, 1, 1) + datetime.timedelta(days=hasard.randint(0, 4000)),
        affichage={"url": f"/fr/fiches/{rang}/", "type": choisies["type"][0]},
    )


def documents(nombre: int) -> Iterator[Document]:
    """The first `nombre` documents, made as they are read."""
    return map(document, range(nombre))


def octets(document: Document) -> int:
    """What a document weighs as raw text."""
    return len(f"{document.titre}{document.resume}{document.mots_cles}{document.corps}".encode())


def requetes(nombre: int, mots: int) -> list[str]:
    """`nombre` queries of so many distinct words, as common in these documents as people's words are in ours.

    Ranks are drawn on a logarithmic scale: a quarter of the words stand in less than 9 % of the documents, half in more
    than 30 %. (Those of the judged queries, in the demonstration: 8 % and 21 %.)
    """
    hasard = random.Random(f"requetes {mots}")
    bornes = [math.log(rang) for rang in RANGS_CHERCHES]
    trouvees = []
    while len(trouvees) < nombre:
        choisis = {VOCABULAIRE[int(math.exp(hasard.uniform(*bornes)))] for _ in range(mots)}
        if len(choisis) == mots:
            trouvees.append(" ".join(sorted(choisis)))
    return trouvees


def facettes_declarees() -> list[Facette]:
    """The facets for a registry."""
    return [Facette(code, code.capitalize()) for code in FACETTES]


def valeurs() -> dict[str, list[Valeur]]:
    """All the values of all the facets."""
    return {f: [Valeur(code, code, rang) for rang, code in enumerate(codes)] for f, codes in CODES.items()}
