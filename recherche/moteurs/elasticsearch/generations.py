"""The indexes of one site: one by generation, behind an alias that names the version of the code.

<prefix>.v-<version>     alias of the generation in service for this version: what searches read
<prefix>.g-<name>        an index
<prefix>.e-<name>        its alias for writing: `require_alias` then refuses to write to an index that is gone,
                         where Elasticsearch would otherwise make a new one by itself
<prefix>.verrous         who writes, who builds (see `verrous`)

Prefixes hold no dot, so no pattern of one site ever meets the indexes of another.
"""

import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from elasticsearch import NotFoundError

from recherche.moteurs.base import ErreurMoteur, IndexAbsent, IndexIncompatible
from recherche.moteurs.elasticsearch.liaison import Liaison


@dataclass(frozen=True)
class Generations:
    """The generations under a prefix, for one version of the code."""

    liaison: Liaison
    prefixe: str
    version: str

    @property
    def service(self) -> str:
        """The alias that searches read."""
        return f"{self.prefixe}.v-{self.version}"

    def ecriture(self, generation: str) -> str:
        """The alias to write to a generation."""
        return generation.replace(".g-", ".e-")

    def actuelle(self) -> str:
        """The index in service. Raises IndexAbsent or IndexIncompatible."""
        trouvees = self._de(self.service)
        if len(trouvees) > 1:
            raise IndexIncompatible(
                f"Several indexes in service ({', '.join(trouvees)}): run `manage.py indexer`."
            )
        if trouvees:
            return trouvees[0]
        if self._de(f"{self.prefixe}.v-*"):
            raise IndexIncompatible(
                "The search index was built by another version of the code: run `manage.py indexer`."
            )
        raise IndexAbsent("No search index yet: run `manage.py indexer`.")

    def _de(self, alias: str) -> list[str]:
        """The indexes that bear an alias; a pattern will do."""

        def lire(client: Any) -> list[str]:
            try:
                return sorted(client.indices.get_alias(name=alias))
            except NotFoundError as erreur:
                if not isinstance(erreur.body, dict):
                    raise
                return []

        return self.liaison.appeler(lire)

    def creer(self, mapping: dict[str, Any], reglages: dict[str, Any]) -> str:
        """A new empty generation, out of service. Nothing shows in it before `refresh`."""
        generation = f"{self.prefixe}.g-{int(time.time())}-{uuid.uuid4().hex[:8]}"
        self.liaison.appeler(
            lambda client: client.indices.create(
                index=generation,
                mappings=mapping,
                settings={"refresh_interval": "-1", **reglages},
                aliases={self.ecriture(generation): {}},
            )
        )
        return generation

    def mettre_en_service(self, generation: str) -> None:
        """Moves the alias in one step, for every process."""
        anciennes = [nom for nom in self._de(self.service) if nom != generation]
        retraits = [{"remove": {"index": nom, "alias": self.service}} for nom in anciennes]
        ajout = {"add": {"index": generation, "alias": self.service}}
        self.liaison.appeler(lambda client: client.indices.update_aliases(actions=[*retraits, ajout]))

    def orphelines(self) -> list[str]:
        """The generations that are not in service for this version."""
        motif = f"{self.prefixe}.g-*"
        toutes = self.liaison.appeler(lambda client: dict(client.indices.get_alias(index=motif)))
        return sorted(nom for nom, porte in toutes.items() if self.service not in porte["aliases"])

    def supprimer(self, generation: str) -> None:
        """Removes an index; one that is gone already is no error."""
        self.liaison.appeler(lambda client: client.indices.delete(index=generation, ignore_unavailable=True))

    def supprimer_sans_echec(self, generation: str) -> None:
        """The same after a failure, which must be told rather than this one: `nettoyer` will remove the rest."""
        with suppress(ErreurMoteur):
            self.supprimer(generation)

    def effacer(self) -> None:
        """Removes every index of this prefix, one by one: clusters refuse to delete by pattern."""
        motif = f"{self.prefixe}.*"
        for nom in self.liaison.appeler(lambda client: list(client.indices.get_alias(index=motif))):
            self.supprimer(nom)
