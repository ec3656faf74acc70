"""The portal's own engines, through the code that serves visitors."""

import shutil
import tempfile
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.candidats.base import SANS_CHOIX, Candidat, Choix
from bench.textes import facettes_declarees, valeurs
from recherche.moteurs import Moteur
from recherche.moteurs.elasticsearch import MoteurElasticsearch
from recherche.moteurs.elasticsearch.adresse import lire
from recherche.moteurs.elasticsearch.compilation import corps
from recherche.moteurs.embarque import MoteurEmbarque
from recherche.moteurs.position import Position
from recherche.question.planification import Plan, planifier
from recherche.registre import Registre
from recherche.services import repondre
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete, figer


class Portail(Candidat):
    """An engine behind the service."""

    def __init__(self, moteur: Moteur) -> None:
        self.moteur = moteur
        self.registre = Registre(facettes=facettes_declarees())
        self.valeurs = valeurs()

    def construire(self, documents: Iterable[Document]) -> None:
        with self.moteur.chantier() as chantier:
            chantier.indexer(documents, position=Position(1))
            chantier.basculer()

    def complete(self, texte: str, choix: Choix = SANS_CHOIX) -> int:
        requete = Requete(texte=texte, filtres=figer(choix))
        return repondre(self.moteur, requete, self.registre, self.valeurs).total

    def plan(self, texte: str, choix: Choix = SANS_CHOIX) -> Plan:
        """What the engine is asked for by a request."""
        return planifier(Requete(texte=texte, filtres=figer(choix)), self.registre.codes_facettes)

    def facettes(self, texte: str) -> int:
        return self.moteur.rechercher(self.plan(texte)).total


class Embarque(Portail):
    """tantivy in a temporary folder."""

    nom = "embarqué"

    def __init__(self) -> None:
        self.dossier = Path(tempfile.mkdtemp(prefix="bench-index-"))
        super().__init__(self.ouvrir(self.dossier))

    @staticmethod
    def ouvrir(dossier: Path) -> MoteurEmbarque:
        """The engine of a folder; another process opens the same."""
        return MoteurEmbarque(dossier, tuple(f.code for f in facettes_declarees()))

    def octets(self) -> int:
        return sum(fichier.stat().st_size for fichier in self.dossier.rglob("*") if fichier.is_file())

    def fermer(self) -> None:
        shutil.rmtree(self.dossier, ignore_errors=True)


class Elasticsearch(Portail):
    """A cluster, under a prefix of its own."""

    nom = "Elasticsearch"

    def __init__(self, url: str) -> None:
        self.url = f"{url.rstrip('/')}/bench-{uuid.uuid4().hex[:10]}"
        super().__init__(self.ouvrir(self.url))

    @staticmethod
    def ouvrir(url: str) -> MoteurElasticsearch:
        """The engine of an address whose path is the prefix."""
        return MoteurElasticsearch(lire(url), tuple(f.code for f in facettes_declarees()), repliques="0")

    def construire(self, documents: Iterable[Document]) -> None:
        super().construire(documents)
        client = self.moteur.liaison.client
        client.options(request_timeout=600).indices.forcemerge(
            index=self.moteur.generations.service, flush=True
        )

    def octets(self) -> int:
        service = self.moteur.generations.service
        etat = self.moteur.liaison.client.indices.stats(index=service, metric="store")
        return int(etat["_all"]["primaries"]["store"]["size_in_bytes"])

    def demande(self, texte: str) -> dict[str, Any]:
        """The body that the engine would send."""
        return corps(self.plan(texte), self.moteur.facettes)

    def nu(self, demande: dict[str, Any]) -> int:
        """The bare call of the client with such a body, its answer left as it is."""
        reponse = self.moteur.liaison.client.search(
            index=self.moteur.generations.service,
            search_type="dfs_query_then_fetch",
            allow_partial_search_results=False,
            body=demande,
        )
        return int(reponse["hits"]["total"]["value"])

    def fermer(self) -> None:
        self.moteur.effacer()
