"""The worker: what must be done though nobody asks for it."""

import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from recherche.indexation import vidage
from recherche.indexation.suivi import regarder
from ressources.publication import echeances

PAS = 1.0  # seconds between two looks at the clock


class Ouvrage(NamedTuple):
    """Something to do every `intervalle` seconds."""

    intervalle: float
    faire: Callable[[], None]


class Command(BaseCommand):
    """`manage.py travailler`: keeps the index up to date, publishes and withdraws what is due."""

    help = (
        "Tient l’index à jour, publie et retire ce qui est programmé, jusqu’à ce qu’on l’arrête. "
        "Plusieurs peuvent travailler à la fois."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How often, and until when."""
        parser.add_argument(
            "--index", type=float, default=1.0, help="Secondes entre deux lectures de la file."
        )
        parser.add_argument(
            "--echeances",
            type=float,
            default=15.0,
            help="Secondes entre deux regards aux publications programmées.",
        )
        parser.add_argument(
            "--tant-que-vit",
            type=int,
            default=0,
            metavar="PID",
            help="S’arrête avec ce processus, son parent.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Until SIGTERM, SIGINT, or the end of the process that it serves."""
        arret = threading.Event()
        for numero in (signal.SIGTERM, signal.SIGINT):
            signal.signal(numero, lambda *_: arret.set())
        self.stdout.write("Au travail…")
        parent = options["tant_que_vit"]
        ouvrages = [Ouvrage(options["index"], self._index), Ouvrage(options["echeances"], self._echeances)]
        prochains = dict.fromkeys(ouvrages, 0.0)
        while not arret.is_set() and (not parent or os.getppid() == parent):
            for ouvrage in ouvrages:
                if prochains[ouvrage] <= time.monotonic():
                    self._tour(ouvrage)
                    prochains[ouvrage] = time.monotonic() + ouvrage.intervalle
            arret.wait(PAS)
        self.stdout.write("Travail arrêté.")

    def _tour(self, ouvrage: Ouvrage) -> None:
        close_old_connections()
        try:
            ouvrage.faire()
        except DatabaseError as erreur:  # it may come back
            self.stderr.write(f"{erreur}")

    def _index(self) -> None:
        regarder(lambda: self.stdout.write(f"{vidage.reconstruire()} documents indexés."), self.stderr.write)

    def _echeances(self) -> None:
        bilan = echeances.traiter()
        if any((bilan.publiees, bilan.retirees, bilan.echecs)):
            self.stdout.write(
                f"Programmé : {bilan.publiees} publication(s), {bilan.retirees} retrait(s), {bilan.echecs} échec(s)."
            )
