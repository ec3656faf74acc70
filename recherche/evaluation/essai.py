"""Indexes a collection aside and asks its questions, with the code that serves visitors.

Neither the site's index nor its database is read or written: the registry holds no source, the facets have no values,
the embedded engine works in a temporary folder, Elasticsearch under a prefix of its own that is removed at the end.
"""

import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.conf import settings

from recherche.aide import Lexique, Vocabulaire, aider
from recherche.aide.vocabulaire import LectureFormes
from recherche.evaluation.collection import Texte
from recherche.evaluation.mesures import (
    PROFONDEUR,
    Grades,
    centile,
    moyenne,
    ndcg,
    rang_reciproque,
    rappel,
)
from recherche.moteurs import Moteur
from recherche.moteurs.elasticsearch import MoteurElasticsearch
from recherche.moteurs.elasticsearch.adresse import lire
from recherche.moteurs.embarque import MoteurEmbarque
from recherche.moteurs.position import Position
from recherche.registre import Registre, registre
from recherche.services import repondre
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete, nettoyer

MOTEURS = ("embarque", "elasticsearch")
PREFIXE = "evaluation"
Ordres = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Bilan:
    """Means over the questions that have a relevant document; `zero` is the share of all the questions that find
    nothing; times are those of whole requests, in milliseconds."""

    ndcg10: float
    recall10: float
    mrr10: float
    zero: float
    p50_ms: float
    p95_ms: float

    def en_dict(self) -> dict[str, float]:
        """Rounded, ready for JSON."""
        return {nom: round(valeur, 4) for nom, valeur in asdict(self).items()}


@contextmanager
def moteur_a_cote(nom: str) -> Iterator[Moteur]:
    """An engine without an index, of one of MOTEURS; whatever it wrote is removed at the end, even on an error.

    Raises AdresseInvalide when Elasticsearch is asked for and RECHERCHE_URL is not usable.
    """
    facettes = registre().codes_facettes
    if nom == "embarque":
        with tempfile.TemporaryDirectory(prefix="recherche-essai-") as dossier:
            yield MoteurEmbarque(Path(dossier), facettes)
        return
    adresse = replace(lire(settings.RECHERCHE_URL), prefixe=f"{PREFIXE}-{uuid.uuid4().hex[:12]}")
    moteur = MoteurElasticsearch(
        adresse, facettes, ca=settings.RECHERCHE_CA, fragments=settings.RECHERCHE_FRAGMENTS, repliques="0"
    )
    try:
        yield moteur
    finally:
        moteur.effacer()


def vers_document(texte: Texte, langue: str) -> Document:
    """A text where a page would have its title and its body."""
    return Document(cle=f"essai:{texte.id}", langue=langue, titre=texte.titre, corps=texte.texte)


def indexer(
    moteur: Moteur, textes: Iterable[Texte], langue: str, progres: Callable[[int], None]
) -> Vocabulaire:
    """Builds the index and puts it in service; returns the words of the collection. Streams."""
    lecture = LectureFormes()

    def documents() -> Iterator[Document]:
        for nombre, texte in enumerate(textes, 1):
            progres(nombre)
            document = vers_document(texte, langue)
            lecture.voir(document)
            yield document

    with moteur.chantier() as chantier:
        chantier.indexer(documents(), position=Position())
        chantier.basculer()
    return Vocabulaire({code: dict(graphies) for code, graphies in lecture.graphies().items()})


def demander(
    moteur: Moteur, questions: Mapping[str, str], langue: str, vocabulaire: Vocabulaire | None = None
) -> tuple[Ordres, list[float]]:
    """The ids of the first documents of each question, and the milliseconds that each question took.

    With the words of the collection, misspelt ones are understood as on the site; the site's synonyms stay its own.
    """
    vide = Registre(facettes=registre().facettes, genres=registre().genres)
    ordres, durees = {}, []
    for identifiant, texte in questions.items():
        debut = time.perf_counter()
        requete = Requete(texte=nettoyer(texte)[0], langue=langue, taille=PROFONDEUR)
        aide = aider(requete, Lexique(), vocabulaire or Vocabulaire(), moteur.frequences)
        resultats = repondre(moteur, requete, vide, {}, aide)
        durees.append(1000 * (time.perf_counter() - debut))
        ordres[identifiant] = tuple(_origine(fiche.id) for fiche in resultats.fiches)
    return ordres, durees


def _origine(identifiant: str) -> str:
    """The id in the collection of a document of the index: what stands between its type and its language."""
    return identifiant.partition(":")[2].rpartition(":")[0]


def mesurer(ordres: Ordres, durees: list[float], grades: Mapping[str, Grades]) -> Bilan:
    """The measures of these rankings."""
    juges = [(ordres[q], notes) for q, notes in grades.items() if any(note > 0 for note in notes.values())]
    return Bilan(
        ndcg10=moyenne([ndcg(ordre, notes) for ordre, notes in juges]),
        recall10=moyenne([rappel(ordre, notes) for ordre, notes in juges]),
        mrr10=moyenne([rang_reciproque(ordre, notes) for ordre, notes in juges]),
        zero=moyenne([float(not ordre) for ordre in ordres.values()]),
        p50_ms=centile(durees, 0.50),
        p95_ms=centile(durees, 0.95),
    )
