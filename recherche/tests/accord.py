"""Two engines asked the same things: what they must agree on, and how far they do."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recherche.indexation.vidage import reconstruire
from recherche.models import Synonymes
from recherche.moteurs import charger
from recherche.moteurs.position import Position
from recherche.services import rechercher
from recherche.tests.fabriques import documents_au_hasard, pdf
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete, figer
from recherche.valeurs.resultats import Resultats

EMBARQUE = "recherche.moteurs.embarque.MoteurEmbarque"
ELASTICSEARCH = "recherche.moteurs.elasticsearch.MoteurElasticsearch"
CREUX = {
    "fr": ["le", "de", "la", "des", "et", "pour", "avec", "une", "sans"],
    "en": ["the", "of", "a", "and", "for", "with", "without"],
}
TRIS = ("", "", "", "", "", "", "date", "titre")


@dataclass(frozen=True)
class Bilan:
    """`comptes` and `ordres`: queries whose totals and counts, whose first ten, differ; `derive`: how far the ratio
    of scores strays within a query, at most; `trouvees`: queries that found something, for a proof over nothing
    proves nothing."""

    requetes: int
    trouvees: int
    comptes: tuple[Requete, ...]
    ordres: tuple[Requete, ...]
    derive: float

    def __str__(self) -> str:
        """The figures, on one line."""
        return (
            f"{self.requetes} queries, {self.trouvees} with hits: {len(self.comptes)} differ by counts, "
            f"{len(self.ordres)} by order, ratio of scores within {self.derive:.2e}"
        )


def enrichir(documents: Iterable[Document], graine: int) -> list[Document]:
    """The same documents with stop words among their words, keywords, and PDFs for a third of them."""
    hasard = random.Random(graine)
    return [_enrichi(document, hasard) for document in documents]


def _enrichi(document: Document, hasard: random.Random) -> Document:
    def meler(texte: str) -> str:
        mots = [
            m
            for mot in texte.split(" ")
            for m in (mot, *hasard.sample(CREUX[document.langue], hasard.randint(0, 2)))
        ]
        return " ".join(mots)

    pages = pdf(*(meler(document.resume) for _ in range(hasard.randint(1, 5))))
    return replace(
        document,
        titre=meler(document.titre),
        corps=meler(document.corps),
        mots_cles=", ".join(hasard.sample(document.resume.split(), hasard.randint(0, 3))),
        pages_pdf=pages if hasard.random() < 0.33 else (),
    )


def requetes(documents: Sequence[Document], nombre: int, graine: int) -> list[Requete]:
    """Queries made of the documents' own words: single words, pairs, quoted phrases, exclusions, long questions,
    misspelt ones, most of them with filters."""
    hasard = random.Random(graine)
    return [_requete(documents, hasard, rang) for rang in range(nombre)]


def _requete(documents: Sequence[Document], hasard: random.Random, rang: int) -> Requete:
    document = hasard.choice(documents)
    mots = f"{document.titre} {document.resume} {document.corps}".split()
    debut = hasard.randrange(len(mots))
    texte = " ".join(_texte(mots, debut, hasard, rang))
    modele = hasard.choice(documents)
    facettes = hasard.sample(
        sorted(modele.facettes), min(len(modele.facettes), hasard.choice((0, 0, 1, 1, 2)))
    )
    return Requete(
        texte=texte[:300],
        langue=document.langue,
        filtres=figer({facette: modele.facettes[facette][:2] for facette in facettes}),
        tri=hasard.choice(TRIS),
        page=hasard.choice((1, 1, 1, 2)),
    )


def _texte(mots: Sequence[str], debut: int, hasard: random.Random, rang: int) -> list[str]:
    match rang % 7:
        case 0:
            return [mots[debut]]
        case 1:
            return list(mots[debut : debut + 3])
        case 2:
            return ['"', *mots[debut : debut + 3], '"']
        case 3:
            return hasard.choices(mots, k=hasard.randint(6, 14))
        case 4:
            mot = mots[debut]
            return [mot[:2] + mot[3:], hasard.choice(mots)]
        case 5:
            return [*mots[debut : debut + 2], f"-{hasard.choice(mots)}", f'-"{" ".join(mots[:2])}"']
        case _:
            return [f'"{" ".join(mots[debut : debut + 2])}"', hasard.choice(mots)]


def repondre(settings, chemin: str, demandes: Iterable[Requete]) -> list[Resultats]:
    """What this engine answers; a degraded answer is a failure of the test."""
    settings.RECHERCHE_MOTEUR = chemin
    resultats = [rechercher(demande) for demande in demandes]
    assert not any(resultat.degrade for resultat in resultats)
    return resultats


def construire(settings, *chemins: str) -> None:
    """A fresh index for each engine."""
    for chemin in chemins:
        settings.RECHERCHE_MOTEUR = chemin
        reconstruire()


def ecrire(settings, documents: Sequence[Document], cles: Sequence[str], numero: int, *chemins: str) -> None:
    """The same batch to each engine."""
    for chemin in chemins:
        settings.RECHERCHE_MOTEUR = chemin
        with charger().verrou(5):
            charger().indexer(documents, supprimer=cles, position=Position(numero))


def comparer(
    settings, demandes: Sequence[Requete], chemins: tuple[str, str] = (EMBARQUE, ELASTICSEARCH)
) -> Bilan:
    """How two engines differ on these queries."""
    paires = list(zip(*(repondre(settings, chemin, demandes) for chemin in chemins), strict=True))
    return Bilan(
        requetes=len(demandes),
        trouvees=sum(bool(a.total) for a, _ in paires),
        comptes=tuple(d for d, (a, b) in zip(demandes, paires, strict=True) if _comptes(a) != _comptes(b)),
        ordres=tuple(d for d, (a, b) in zip(demandes, paires, strict=True) if _ordre(a) != _ordre(b)),
        derive=max((_derive(a, b) for a, b in paires), default=0.0),
    )


def _comptes(resultats: Resultats) -> tuple:
    facettes = tuple((f.code, tuple((v.code, v.compte) for v in f.valeurs)) for f in resultats.facettes)
    return resultats.total, facettes, resultats.autre_langue and resultats.autre_langue.total


def _ordre(resultats: Resultats) -> tuple:
    autres = resultats.autre_langue.fiches if resultats.autre_langue else ()
    return tuple(fiche.id for fiche in (*resultats.fiches, *autres))


def _derive(a: Resultats, b: Resultats) -> float:
    """0.0001 says that the ratios of the scores of the same sheets stand within 0.01 % of one another."""
    scores = {fiche.id: fiche.score for fiche in b.fiches}
    rapports = [f.score / scores[f.id] for f in a.fiches if scores.get(f.id)]
    return max(rapports) / min(rapports) - 1 if rapports else 0.0


def synonymes(documents: Sequence[Document], nombre: int, graine: int) -> None:
    """Groups made of the documents' own words, alone and in pairs, in one language and across."""
    hasard = random.Random(graine)
    for _ in range(nombre):
        lignes = {"fr": [], "en": []}
        for document in hasard.sample(documents, 3):
            mots = document.titre.split()
            debut = hasard.randrange(len(mots))
            lignes[document.langue].append(" ".join(mots[debut : debut + hasard.choice((1, 1, 2))]))
        Synonymes.objects.create(francais="\n".join(lignes["fr"]), anglais="\n".join(lignes["en"]))


def melange(nombre: int, graine: int) -> list[Document]:
    """`nombre` documents, half of them in each language."""
    return enrichir(documents_au_hasard(nombre // 2, graine), graine)
