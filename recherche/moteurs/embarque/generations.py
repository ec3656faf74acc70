"""The folders of the embedded index: one by generation, and a small file that names the one in service.

<dossier>/actuelle            name of the generation in service (replaced atomically)
<dossier>/g-<name>/           a tantivy index and its `version`
<dossier>/ecriture.verrou     who writes to the generation in service
<dossier>/chantier.verrou     who builds a new generation
"""

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from recherche.moteurs.base import IndexAbsent, MoteurOccupe

ATTENTE = 0.005  # seconds between two attempts on a lock


@dataclass(frozen=True)
class Generations:
    """The generations of one folder. Nothing is created before the first write."""

    dossier: Path

    def actuelle(self) -> Path:
        """The folder of the generation in service. Raises IndexAbsent."""
        try:
            nom = (self.dossier / "actuelle").read_text().strip()
        except FileNotFoundError:
            nom = ""
        if not nom:
            raise IndexAbsent("No search index yet: run `manage.py indexer`.")
        return self.dossier / nom

    def version(self, generation: Path) -> str:
        """The version that a generation was built with; empty when it is gone."""
        try:
            return (generation / "version").read_text().strip()
        except FileNotFoundError:
            return ""

    def creer(self, version: str) -> Path:
        """A new empty generation, out of service."""
        generation = self.dossier / f"g-{int(time.time())}-{uuid.uuid4().hex[:8]}"
        generation.mkdir(parents=True)
        (generation / "version").write_text(version)
        return generation

    def mettre_en_service(self, generation: Path) -> None:
        """Replaces the pointer in one step that survives a power cut."""
        provisoire = self.dossier / f"actuelle.{os.getpid()}"
        with provisoire.open("w") as sortie:
            sortie.write(generation.name)
            sortie.flush()
            os.fsync(sortie.fileno())
        provisoire.replace(self.dossier / "actuelle")

    def orphelines(self) -> list[Path]:
        """The generations that are not in service."""
        try:
            actuelle = self.actuelle()
        except IndexAbsent:
            actuelle = None
        return [chemin for chemin in self.dossier.glob("g-*") if chemin != actuelle]

    def supprimer(self, generation: Path) -> None:
        """Removes a generation; processes that have it open keep reading it until they look again."""
        shutil.rmtree(generation, ignore_errors=True)

    @contextmanager
    def verrou(self, nom: str, delai: float) -> Iterator[None]:
        """Holds `<nom>.verrou`; the system releases it if the process dies. Raises MoteurOccupe."""
        self.dossier.mkdir(parents=True, exist_ok=True)
        verrou = FileLock(self.dossier / f"{nom}.verrou")
        try:
            verrou.acquire(timeout=delai, poll_interval=ATTENTE)
        except Timeout as erreur:
            raise MoteurOccupe(
                f"Another process holds the search index ({nom}) since more than {delai} s; nothing is lost, "
                "the next write resumes."
            ) from erreur
        try:
            yield
        finally:
            verrou.release()
