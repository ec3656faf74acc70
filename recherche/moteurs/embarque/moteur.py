"""The embedded engine: opens the generation in service, answers plans, writes batches, builds beside."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from django.conf import settings

from recherche.moteurs.base import Brut, Chantier, ErreurMoteur, IndexIncompatible, Moteur
from recherche.moteurs.embarque.ecriture import MEMOIRE_CHANTIER, balayer, ecrire, ouvrir
from recherche.moteurs.embarque.erreurs import traduire
from recherche.moteurs.embarque.generations import Generations
from recherche.moteurs.embarque.lecture import Lecture
from recherche.moteurs.embarque.ouverture import IndexOuvert
from recherche.moteurs.embarque.schema import schema, version
from recherche.moteurs.position import Position
from recherche.question.planification import Plan
from recherche.valeurs.document import Document

T = TypeVar("T")
ESSAIS = 3  # a generation may be replaced and removed between reading its name and opening it


class MoteurEmbarque(Moteur):
    """tantivy in a folder. One instance may serve all the threads of a process."""

    nom = "embarqué"
    vidage_immediat = True

    def __init__(self, dossier: Path, facettes: tuple[str, ...]) -> None:
        self.generations = Generations(Path(dossier))
        self.facettes = facettes
        self.schema = schema(facettes)
        self.version = version(facettes)
        self._serrure = threading.Lock()
        self._ouverte: IndexOuvert | None = None

    @classmethod
    def depuis_reglages(cls, facettes: tuple[str, ...]) -> "MoteurEmbarque":
        """The engine of RECHERCHE_DOSSIER."""
        return cls(Path(settings.RECHERCHE_DOSSIER), facettes)

    # --- reading ---------------------------------------------------------------------------------

    def rechercher(self, plan: Plan) -> Brut:
        """The answer to a plan, from the last committed state."""
        return self._lire(lambda lecture: lecture.repondre(plan))

    def position(self) -> Position:
        """The position stored in the generation in service."""
        return self._lire(lambda lecture: lecture.position())

    def empreintes(self) -> Iterator[tuple[str, str]]:
        """The id and fingerprint of each document in service."""
        return iter(self._lire(lambda lecture: list(lecture.empreintes())))

    def verifier_version(self) -> None:
        """Raises IndexAbsent or IndexIncompatible."""
        self._ouvert()

    def _lire(self, action: Callable[[Lecture], T]) -> T:
        """Runs `action` on a fresh searcher; looks again when the generation vanished meanwhile."""
        for essai in range(ESSAIS):
            try:
                with traduire("Reading the search index failed"):
                    return action(Lecture(self._ouvert().chercheur(), self.schema, self.facettes))
            except ErreurMoteur:
                generation = self._ouverte.generation if self._ouverte else None
                self._ouverte = None
                if essai == ESSAIS - 1 or generation in (None, self.generations.actuelle()):
                    raise
        raise AssertionError("unreachable")

    def _ouvert(self) -> IndexOuvert:
        """The index in service, opened once by generation."""
        generation = self.generations.actuelle()
        with self._serrure:
            if self._ouverte and self._ouverte.generation == generation:
                return self._ouverte
            trouvee = self.generations.version(generation)
            if trouvee != self.version:
                raise IndexIncompatible(
                    "The search index was built by another version of the code: run `manage.py indexer`."
                )
            self._ouverte = IndexOuvert(generation, self.schema)
            return self._ouverte

    # --- writing ---------------------------------------------------------------------------------

    def verrou(self, delai: float) -> AbstractContextManager[None]:
        """The right to write to the generation in service."""
        return self.generations.verrou("ecriture", delai)

    def indexer(
        self,
        documents: Iterable[Document],
        *,
        supprimer: Iterable[str] = (),
        position: Position | None = None,
    ) -> int:
        """Writes one batch to the generation in service. The caller holds `verrou`."""
        ouvert = self._ouvert()
        balayer(ouvert.index, ouvert.generation)
        return ecrire(
            ouvert.index,
            self.schema,
            self.facettes,
            documents,
            supprimer=supprimer,
            position=position,
        )

    @contextmanager
    def chantier(self) -> Iterator["ChantierEmbarque"]:
        """A new generation; removed when the block ends without putting it in service."""
        with self.generations.verrou("chantier", 0.0):
            chantier = ChantierEmbarque(self, self.generations.creer(self.version))
            try:
                yield chantier
            finally:
                if not chantier.en_service:
                    self.generations.supprimer(chantier.generation)

    def nettoyer(self) -> int:
        """Removes the generations that are not in service, unless one is being built."""
        with self.generations.verrou("chantier", 0.0):
            orphelines = self.generations.orphelines()
            for generation in orphelines:
                self.generations.supprimer(generation)
        return len(orphelines)


class ChantierEmbarque(Chantier):
    """A generation that is not in service yet."""

    def __init__(self, moteur: MoteurEmbarque, generation: Path) -> None:
        self.moteur, self.generation, self.en_service = moteur, generation, False
        self.index = ouvrir(generation, moteur.schema)

    def indexer(
        self,
        documents: Iterable[Document],
        *,
        supprimer: Iterable[str] = (),
        position: Position | None = None,
    ) -> int:
        """Writes one batch beside."""
        return ecrire(
            self.index,
            self.moteur.schema,
            self.moteur.facettes,
            documents,
            supprimer=supprimer,
            position=position,
            memoire=MEMOIRE_CHANTIER,
        )

    def position(self) -> Position:
        """The position stored beside."""
        with traduire("Reading the search index failed"):
            self.index.reload()
            return Lecture(self.index.searcher(), self.moteur.schema, self.moteur.facettes).position()

    def basculer(self) -> None:
        """Puts this generation in service."""
        self.moteur.generations.mettre_en_service(self.generation)
        self.en_service = True
