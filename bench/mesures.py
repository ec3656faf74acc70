"""What is measured of the candidates, interleaved: each request goes to all of them, in an order that changes."""

import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench import visibilite
from bench.candidats.base import Candidat
from bench.candidats.portail import Elasticsearch, Portail
from bench.textes import CODES, documents, octets, requetes
from recherche.evaluation.mesures import centile
from recherche.valeurs.document import Document

GENRES = ("1 mot", "2 mots", "4 mots", "facettes seules", "deux facettes")
CHOIX = {"type": tuple(CODES["type"][:2]), "pilier": (CODES["pilier"][0],)}
PAR_LENT = 8  # requests that a slow candidate is spared, for one that it answers
Releve = dict[tuple[str, str], list[float]]


@dataclass
class Taille:
    """What was measured at one size: by candidate, documents a second and bytes; by (candidate, kind), milliseconds."""

    documents: int
    brut: int = 0
    debits: dict[str, float] = field(default_factory=dict)
    poids: dict[str, int] = field(default_factory=dict)
    durees: Releve = field(default_factory=lambda: defaultdict(list))
    totaux: Releve = field(default_factory=lambda: defaultdict(list))

    @property
    def noms(self) -> list[str]:
        """The candidates, those that built an index first."""
        return list(dict.fromkeys([*self.debits, *sorted({nom for nom, _ in self.durees})]))

    def rapport_poids(self, nom: str) -> float | None:
        """Size of the index over the raw text."""
        return self.poids[nom] / self.brut if nom in self.poids else None

    def en_dict(self) -> dict[str, object]:
        """For JSON: medians and 95th centiles."""
        durees = {
            f"{nom} / {genre}": {"p50": centile(d, 0.5), "p95": centile(d, 0.95), "n": len(d)}
            for (nom, genre), d in self.durees.items()
        }
        return {
            **{"documents": self.documents, "texte_brut": self.brut, "documents_par_seconde": self.debits},
            **{"octets": self.poids, "millisecondes": durees},
        }


def construire(candidats: Sequence[Candidat], taille: Taille) -> None:
    """Builds each index, and counts what it weighs. The making of the documents is taken off the time."""
    taille.brut = sum(map(octets, documents(taille.documents)))
    for candidat in candidats:
        if candidat.second:
            continue
        flux = _Flux(documents(taille.documents))
        debut = time.perf_counter()
        candidat.construire(flux)
        taille.debits[candidat.nom] = taille.documents / (time.perf_counter() - debut - flux.secondes)
        taille.poids[candidat.nom] = candidat.octets()


class _Flux:
    """Documents, and the seconds spent making them."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self.documents, self.secondes = documents, 0.0

    def __iter__(self) -> "_Flux":
        return self

    def __next__(self) -> Document:
        debut = time.perf_counter()
        try:
            return next(self.documents)
        finally:
            self.secondes += time.perf_counter() - debut


def demandes(taille: int, nombre: int) -> Iterable[tuple[str, str]]:
    """The (kind, words) of all the requests, kinds mixed."""
    listes = {
        "1 mot": requetes(nombre, 1),
        "2 mots": requetes(nombre, 2),
        "4 mots": requetes(nombre, 4),
    }
    listes |= {"facettes seules": listes["1 mot"], "deux facettes": listes["1 mot"]}
    toutes = [(genre, texte) for genre in GENRES for texte in listes[genre]]
    random.Random(taille).shuffle(toutes)
    return toutes


def interroger(candidats: Sequence[Candidat], taille: Taille, nombre: int) -> None:
    """Times all the requests on all the candidates, after a few that do not count."""
    hasard = random.Random(1)
    for candidat in candidats:
        for texte in requetes(3, 2):
            candidat.complete(texte)
    gc.collect()
    for rang, (genre, texte) in enumerate(demandes(taille.documents, nombre)):
        for candidat in hasard.sample(candidats, len(candidats)):
            if not (candidat.lent and rang % PAR_LENT):
                _chronometrer(candidat, genre, texte, taille)


def _chronometrer(candidat: Candidat, genre: str, texte: str, taille: Taille) -> None:
    actions: dict[str, Callable[[], int | None]] = {
        "facettes seules": lambda: candidat.facettes(texte),
        "deux facettes": lambda: candidat.complete(texte, CHOIX),
    }
    debut = time.perf_counter()
    total = actions.get(genre, lambda: candidat.complete(texte))()
    duree = 1000 * (time.perf_counter() - debut)
    if total is not None:
        taille.durees[candidat.nom, genre].append(duree)
        taille.totaux[candidat.nom, genre].append(total)


def surcout(candidat: Elasticsearch, taille: Taille, nombre: int) -> None:
    """The engine's call against the client's own with the same body, in turn."""
    for texte in requetes(nombre, 2):
        plan, demande = candidat.plan(texte), candidat.demande(texte)
        for genre, action in (
            ("appel nu", lambda d=demande: candidat.nu(d)),
            ("appel du moteur", lambda p=plan: candidat.moteur.rechercher(p)),
        ):
            debut = time.perf_counter()
            action()
            taille.durees[candidat.nom, genre].append(1000 * (time.perf_counter() - debut))


def voir_ailleurs(candidat: Portail, taille: Taille, nombre: int) -> None:
    """How long changes take to show in another process."""
    taille.durees[candidat.nom, "visible ailleurs"] = visibilite.mesurer(candidat, nombre)
