"""Measure the ranking on a judged collection."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from recherche.evaluation import collection
from recherche.evaluation.collection import CollectionInvalide
from recherche.evaluation.essai import MOTEURS, Bilan, Ordres, demander, indexer, mesurer, moteur_a_cote
from recherche.moteurs import ErreurMoteur
from recherche.moteurs.elasticsearch.adresse import AdresseInvalide

PAS = 5000  # documents between two lines of progress
LIBELLES = {
    "ndcg10": "nDCG@10",
    "recall10": "rappel@10",
    "mrr10": "MRR@10",
    "zero": "part sans résultat",
    "p50_ms": "p50 (ms)",
    "p95_ms": "p95 (ms)",
}


class Command(BaseCommand):
    """`manage.py evaluer_recherche --corpus F --questions F --jugements F`: touches neither index nor database."""

    help = (
        "Indexe à côté une collection jugée et mesure ce que la recherche y trouve, avec l’analyse et le "
        "classement du site. Fichiers .jsonl ou .jsonl.gz : {id, title, text} et {id, text} ; jugements "
        ".tsv : question, document, note."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Three files, and how to run."""
        site = "elasticsearch" if settings.RECHERCHE_URL else "embarque"
        for nom in ("corpus", "questions", "jugements"):
            parser.add_argument(f"--{nom}", type=Path, required=True, metavar="F")
        parser.add_argument("--moteur", choices=MOTEURS, default=site, help="Par défaut, celui du site.")
        parser.add_argument("--langue", choices=[code for code, _ in settings.LANGUAGES], default="fr")
        parser.add_argument(
            "--sortie", type=Path, metavar="run.tsv", help="Y écrit question, document, rang (sans en-tête)."
        )
        parser.add_argument("--json", action="store_true", help="Écrit un seul objet JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads, indexes aside, asks, measures."""
        try:
            ordres, bilan = self.essayer(options)
            if options["sortie"]:
                ecrire(options["sortie"], ordres)
        except (CollectionInvalide, AdresseInvalide, ErreurMoteur, OSError) as erreur:
            raise CommandError(str(erreur)) from erreur
        self.montrer(bilan, options["json"])

    def essayer(self, options: dict[str, Any]) -> tuple[Ordres, Bilan]:
        """All mistakes of the files are told before the first document is indexed."""
        questions = collection.questions(options["questions"])
        documents = collection.identifiants(options["corpus"])
        jugements = collection.jugements(options["jugements"], questions, documents)
        langue = options["langue"]
        with moteur_a_cote(options["moteur"]) as moteur:
            corpus = collection.textes(options["corpus"], titre=True)
            vocabulaire = indexer(moteur, corpus, langue, self.progres)
            ordres, durees = demander(moteur, questions, langue, vocabulaire)
        return ordres, mesurer(ordres, durees, jugements)

    def progres(self, nombre: int) -> None:
        """A line now and then, away from the answer."""
        if nombre % PAS == 0:
            self.stderr.write(f"  {nombre} documents…", self.style.NOTICE)

    def montrer(self, bilan: Bilan, en_json: bool) -> None:
        """One object, or a line by measure."""
        valeurs = bilan.en_dict()
        if en_json:
            self.stdout.write(json.dumps(valeurs))
            return
        for nom, libelle in LIBELLES.items():
            self.stdout.write(f"{libelle:<20} {valeurs[nom]:>10}")


def ecrire(chemin: Path, ordres: Ordres) -> None:
    """One line by hit: question, document, rank from 1, separated by tabs."""
    lignes = (f"{q}\t{d}\t{rang}\n" for q, ordre in ordres.items() for rang, d in enumerate(ordre, 1))
    chemin.write_text("".join(lignes), encoding="utf-8")
