"""The engine of an Elasticsearch cluster: answers plans, writes batches, builds beside, swaps an alias."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.conf import settings

from recherche.moteurs.base import Brut, Chantier, ErreurMoteur, IndexAbsent, Moteur
from recherche.moteurs.echeance import delai
from recherche.moteurs.elasticsearch import ecriture, lecture
from recherche.moteurs.elasticsearch.adresse import Adresse, AdresseInvalide, lire
from recherche.moteurs.elasticsearch.compilation import corps, corps_frequences, preference
from recherche.moteurs.elasticsearch.generations import Generations
from recherche.moteurs.elasticsearch.liaison import DELAI_SERVICE, DELAI_VISITEUR, Liaison, traduire
from recherche.moteurs.elasticsearch.schema import correspondance, version
from recherche.moteurs.elasticsearch.verrous import Verrous
from recherche.moteurs.position import Position
from recherche.question.planification import Plan
from recherche.valeurs.arbre import Noeud
from recherche.valeurs.document import Document

REFUS_TOLERES = (
    0.05  # share of documents that a new index may lack; more is a mistake of ours, not of a document
)


class MoteurElasticsearch(Moteur):
    """Elasticsearch at RECHERCHE_URL. One instance may serve all the threads of a process."""

    nom = "Elasticsearch"
    vidage_immediat = False  # nobody who saves a page waits for a server; the worker drains the outbox

    def __init__(
        self,
        adresse: Adresse,
        facettes: tuple[str, ...],
        *,
        ca: str = "",
        fragments: int = 1,
        repliques: str = "",
    ) -> None:
        self.facettes = facettes
        self.liaison = Liaison(adresse, ca)
        self.generations = Generations(self.liaison, adresse.prefixe, version(facettes))
        self.verrous = Verrous(self.liaison, adresse.prefixe)
        copies = {"number_of_replicas": int(repliques)} if repliques else {"auto_expand_replicas": "0-1"}
        self.reglages: dict[str, Any] = {"number_of_shards": fragments, **copies}

    @classmethod
    def depuis_reglages(cls, facettes: tuple[str, ...]) -> "MoteurElasticsearch":
        """The engine of RECHERCHE_URL."""
        try:
            adresse = lire(settings.RECHERCHE_URL)
        except AdresseInvalide as erreur:
            raise ErreurMoteur(str(erreur)) from erreur
        return cls(
            adresse,
            facettes,
            ca=settings.RECHERCHE_CA,
            fragments=settings.RECHERCHE_FRAGMENTS,
            repliques=settings.RECHERCHE_REPLIQUES,
        )

    # --- reading ---------------------------------------------------------------------------------

    def rechercher(self, plan: Plan) -> Brut:
        """The answer to a plan; asked again when the index was replaced while it was read."""
        try:
            return self._demander(plan)
        except IndexAbsent:
            return self._demander(plan)

    def _demander(self, plan: Plan) -> Brut:
        demande = {
            **corps(plan, self.facettes),
            "timeout": f"{int(1000 * delai(DELAI_VISITEUR, DELAI_SERVICE))}ms",
        }
        classe = plan.tri == "pertinence" and plan.taille > 0  # only then do statistics matter
        reponse = self.liaison.appeler(
            lambda client: client.search(
                index=self.generations.service,
                search_type="dfs_query_then_fetch" if classe else "query_then_fetch",
                preference=None if self.liaison.convalescente else preference(plan),
                allow_partial_search_results=False,
                body=demande,
            )
        )
        with traduire():
            return lecture.brut(reponse, plan)

    def frequences(self, arbres: Sequence[Noeud], langue: str) -> tuple[int, ...]:
        """The counts, in one call."""
        if not arbres:
            return ()
        reponse = self.liaison.appeler(
            lambda client: client.search(
                index=self.generations.service,
                allow_partial_search_results=False,
                body=corps_frequences(arbres, langue),
            )
        )
        with traduire():
            return lecture.frequences(reponse, len(arbres))

    def position(self) -> Position:
        """The position stored in the index in service."""
        return lecture.position(self.liaison, self.generations.service)

    def empreintes(self) -> Iterator[tuple[str, str]]:
        """The id and fingerprint of each document in service."""
        return iter(list(lecture.empreintes(self.liaison, self.generations.actuelle())))

    def verifier_version(self) -> None:
        """Raises IndexAbsent or IndexIncompatible."""
        self.generations.actuelle()

    # --- writing ---------------------------------------------------------------------------------

    def verrou(self, delai: float) -> AbstractContextManager[None]:
        """The right to write to the index in service, for one process of all the hosts."""
        return self.verrous.tenir("ecriture", delai)

    def indexer(
        self,
        documents: Iterable[Document],
        *,
        supprimer: Iterable[str] = (),
        position: Position | None = None,
    ) -> int:
        """Writes one batch to the index in service. The caller holds `verrou`."""
        entiers = list(documents)  # a source that fails midway must leave nothing behind
        alias = self.generations.ecriture(self.generations.actuelle())
        bilan = self.ecrire(alias, entiers, list(supprimer), position)
        ecriture.rafraichir(self.liaison, alias)
        if position is not None:
            ecriture.ecrire_position(self.liaison, alias, position)
        return len(bilan.ecrits)

    def ecrire(
        self, alias: str, documents: Iterable[Document], supprimer: list[str], position: Position | None
    ) -> ecriture.Bilan:
        """Writes without showing."""
        atteinte = position or lecture.position(self.liaison, alias)
        return ecriture.ecrire(
            self.liaison, alias, self.facettes, documents, supprimer=supprimer, version=atteinte.lu
        )

    @contextmanager
    def chantier(self) -> Iterator["ChantierElasticsearch"]:
        """A new index; removed when the block ends without putting it in service."""
        with self.verrous.tenir("chantier", 0.0):
            generation = self.generations.creer(correspondance(self.facettes), self.reglages)
            chantier = ChantierElasticsearch(self, generation)
            try:
                yield chantier
            finally:
                if not chantier.en_service:
                    self.generations.supprimer_sans_echec(generation)

    def nettoyer(self) -> int:
        """Removes the indexes that are not in service, unless one is being built."""
        with self.verrous.tenir("chantier", 0.0):
            orphelines = self.generations.orphelines()
            for generation in orphelines:
                self.generations.supprimer(generation)
        return len(orphelines)

    def effacer(self) -> None:
        """Removes all that stands under this prefix, the index in service and the locks included: for trials aside."""
        self.generations.effacer()


class ChantierElasticsearch(Chantier):
    """An index that is not in service yet."""

    def __init__(self, moteur: MoteurElasticsearch, generation: str) -> None:
        self.moteur, self.generation, self.en_service = moteur, generation, False
        self.alias = moteur.generations.ecriture(generation)
        self.ecrits: set[str] = set()
        self.refuses = 0

    def indexer(
        self,
        documents: Iterable[Document],
        *,
        supprimer: Iterable[str] = (),
        position: Position | None = None,
    ) -> int:
        """Writes one batch beside."""
        cles = list(supprimer)
        bilan = self.moteur.ecrire(self.alias, documents, cles, position)
        partis = set(cles)
        self.ecrits = {i for i in self.ecrits if i.rpartition(":")[0] not in partis} | bilan.ecrits
        self.refuses += bilan.refuses
        if position is not None:
            ecriture.ecrire_position(self.moteur.liaison, self.alias, position)
        return len(bilan.ecrits)

    def position(self) -> Position:
        """The position stored beside."""
        return lecture.position(self.moteur.liaison, self.alias)

    def basculer(self) -> None:
        """Puts this index in service, if it holds what was sent."""
        ecriture.rafraichir(self.moteur.liaison, self.alias)
        self._verifier(ecriture.compter(self.moteur.liaison, self.alias))
        self.moteur.generations.mettre_en_service(self.generation)
        self.en_service = True

    def _verifier(self, presents: int) -> None:
        if presents != len(self.ecrits):
            raise ErreurMoteur(
                f"The new index holds {presents} documents of {len(self.ecrits)}: not put in service."
            )
        if self.refuses > REFUS_TOLERES * (self.refuses + presents):
            raise ErreurMoteur(
                f"Elasticsearch refused {self.refuses} documents: the new index is not put in service."
            )
