"""Build, check or follow the search index."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from recherche.indexation import vidage
from recherche.indexation.suivi import regarder
from recherche.indexation.verification import Ecarts, comparer
from recherche.moteurs import ErreurMoteur, charger
from recherche.registre import registre

PAS = 200  # documents between two lines of progress
MONTRES = 20  # differing documents that are listed


class Command(BaseCommand):
    """`manage.py indexer`: builds the index anew beside the one in service, then swaps."""

    help = (
        "Reconstruit l’index de recherche à côté, puis le met en service. --si-necessaire : seulement s’il "
        "manque ou s’il est d’une autre version. --verifier : compare l’index aux contenus. "
        "--suivre : le tient à jour."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One mode at a time."""
        modes = parser.add_mutually_exclusive_group()
        modes.add_argument("--verifier", action="store_true")
        modes.add_argument("--si-necessaire", action="store_true")
        modes.add_argument("--suivre", action="store_true")
        parser.add_argument(
            "--intervalle", type=float, default=1.0, help="Secondes entre deux lectures (--suivre)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Dispatches; an engine's error becomes the command's."""
        try:
            if options["verifier"]:
                self.verifier()
            elif options["suivre"]:
                self.suivre(options["intervalle"])
            elif options["si_necessaire"]:
                self.si_necessaire()
            else:
                self.construire()
        except ErreurMoteur as erreur:
            raise CommandError(str(erreur)) from erreur

    def construire(self) -> None:
        """Builds and swaps, showing progress."""

        def progres(nombre: int) -> None:
            if nombre % PAS == 0:
                self.stdout.write(f"  {nombre} documents…")

        nombre = vidage.reconstruire(progres)
        self.stdout.write(self.style.SUCCESS(f"{nombre} documents indexés ({charger().nom})."))

    def si_necessaire(self) -> None:
        """Builds only when the index cannot serve; otherwise reads the outbox."""
        raison = vidage.a_reconstruire()
        if raison:
            self.stdout.write(raison)
            self.construire()
        else:
            nombre = vidage.vider()
            self.stdout.write(f"Index en service ({nombre} mises à jour).")

    def verifier(self) -> None:
        """Reads the outbox, then compares every document. Exit code 1 when there is drift."""
        vidage.vider()
        ecarts = comparer(registre().documents(), charger().empreintes())
        self._montrer(ecarts)
        if ecarts.nombre:
            raise CommandError(f"{ecarts.nombre} écart(s) : lancez « manage.py indexer ».", returncode=1)
        self.stdout.write("0 écart")

    def _montrer(self, ecarts: Ecarts) -> None:
        genres = {
            "manque": ecarts.manquants,
            "en trop": ecarts.en_trop,
            "périmé": ecarts.perimes,
            "en double": ecarts.doubles,
        }
        for genre, identifiants in genres.items():
            for identifiant in identifiants[:MONTRES]:
                self.stdout.write(f"{genre} : {identifiant}")
            if len(identifiants) > MONTRES:
                self.stdout.write(f"{genre} : … et {len(identifiants) - MONTRES} autres")

    def suivre(self, intervalle: float) -> None:
        """Reads the outbox until told to stop (SIGTERM, SIGINT); outlives a failing engine or database."""
        arret = threading.Event()
        for numero in (signal.SIGTERM, signal.SIGINT):
            signal.signal(numero, lambda *_: arret.set())
        self.stdout.write("Suivi de l’index…")
        while not arret.is_set():
            self._tour()
            arret.wait(intervalle)
        self.stdout.write("Suivi arrêté.")

    def _tour(self) -> None:
        close_old_connections()
        regarder(self.construire, self.stderr.write)
