"""A generation opened for reading: looked at again only after a commit."""

from pathlib import Path

import tantivy

from recherche.moteurs.embarque.ecriture import ouvrir


class IndexOuvert:
    """The index of a generation, kept open by a process."""

    def __init__(self, generation: Path, schema: tantivy.Schema) -> None:
        self.generation = generation
        self.index = ouvrir(generation, schema)
        self._etat_lu: tuple[int, int, int] | None = None

    def chercheur(self) -> tantivy.Searcher:
        """A reader of the last commit, whichever process made it. tantivy's own watcher lags by half a second, and its
        reload costs as much as a small search: it is asked for only when a commit was made."""
        etat = self._etat()
        if etat != self._etat_lu:
            self.index.reload()
            self._etat_lu = etat
        return self.index.searcher()

    def _etat(self) -> tuple[int, int, int]:
        """Changes with every commit: tantivy puts a new file in place of this one."""
        meta = (self.generation / "meta.json").stat()
        return meta.st_ino, meta.st_mtime_ns, meta.st_size
