"""`python -m bench.epreuves`: several processes over one site (SQLite, embedded index), some of them killed.

    --duree 60         seconds of 4 writers and 4 readers at once
    --morts 50         kill -9 of a process that publishes pages, each followed by a restart and a check
    --constructions 20 rebuilds of the index under the eyes of a reader
    --court            the same in a few seconds, for continuous integration
    --base FILE        a migrated SQLite database, copied, in the place of a new one
    --graine N         of the moments of death

Exit code 0 when nothing was lost, doubled, missing or failed.
"""

import argparse
import logging
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bench import acteurs

ECRIVAINS = LECTEURS = 4
COURT = {"duree": 4.0, "morts": 4, "constructions": 4}
PATIENCE = 60.0  # seconds after which a process that says nothing is a failure
PAR_VIE = 100_000  # numbers of titles that one process may use
FOURCHE = multiprocessing.get_context("fork")


@dataclass
class Bilan:
    """What the processes of one trial said: errors, the last title announced for each page, how much was done."""

    erreurs: list[str] = field(default_factory=list)
    publiees: dict[int, str] = field(default_factory=dict)
    publications: int = 0
    lectures: int = 0

    def entendre(self, genre: str, contenu: Any) -> bool:
        """Takes note of one message; whether it was the last one."""
        if genre == "erreur":
            self.erreurs.append(contenu)
        elif genre == "publie":
            pk, titre = contenu
            self.publiees[pk] = titre
            self.publications += 1
        elif genre == "lu":
            self.lectures += contenu
        return genre in ("fin", "lu")


class Processus:
    """A child that talks."""

    def __init__(self, action: Callable[..., None], *arguments: Any) -> None:
        self.ici, la_bas = FOURCHE.Pipe(duplex=False)
        self.enfant: BaseProcess = FOURCHE.Process(target=action, args=(*arguments, la_bas), daemon=True)
        self.enfant.start()
        la_bas.close()

    def ecouter(self, bilan: Bilan, patience: float = PATIENCE) -> None:
        """Until its last word. A child that dies, or says nothing, is an error."""
        try:
            while self.ici.poll(patience):
                if bilan.entendre(*self.ici.recv()):
                    break
            else:
                bilan.erreurs.append("a process says nothing")
        except EOFError:
            bilan.erreurs.append("a process died")
        self.tuer()

    def premiers_mots(self, bilan: Bilan) -> None:
        """Waits for its first message."""
        if self.ici.poll(PATIENCE):
            bilan.entendre(*self.ici.recv())

    def derniers_mots(self, bilan: Bilan) -> None:
        """What a dead child had said; a message that death cut short is no message."""
        try:
            while self.ici.poll(0):
                bilan.entendre(*self.ici.recv())
        except (EOFError, OSError):
            pass

    def tuer(self) -> None:
        """SIGKILL, at once."""
        self.enfant.kill()
        self.enfant.join()


def foule(duree: float) -> Bilan:
    """Writers and readers at once."""
    bilan = Bilan()
    processus = [Processus(acteurs.publier, rang, ECRIVAINS, 0, duree) for rang in range(ECRIVAINS)]
    processus += [Processus(acteurs.lire, duree, FOURCHE.Event()) for _ in range(LECTEURS)]
    for un in processus:
        un.ecouter(bilan, duree + PATIENCE)
    Processus(acteurs.verifier, dict(bilan.publiees)).ecouter(bilan)
    return bilan


def morts(fois: int, graine: int) -> Bilan:
    """Kills at random moments a process that publishes; a new one checks that nothing is missing."""
    hasard, bilan = random.Random(graine), Bilan()
    for rang in range(fois):
        victime = Processus(acteurs.publier, 0, 1, PAR_VIE * (rang + 1), PATIENCE)
        victime.premiers_mots(bilan)
        time.sleep(hasard.random() * 0.4)
        victime.tuer()
        victime.derniers_mots(bilan)
        Processus(acteurs.verifier, dict(bilan.publiees)).ecouter(bilan)
    return bilan


def constructions(fois: int) -> Bilan:
    """A reader in a loop while the index is built anew, several times."""
    bilan = Bilan()
    arret = FOURCHE.Event()
    lecteur = Processus(acteurs.lire, 10 * PATIENCE, arret)
    Processus(acteurs.reconstruire, fois).ecouter(bilan, 10 * PATIENCE)
    arret.set()
    lecteur.ecouter(bilan)
    return bilan


@contextmanager
def site(base: Path | None) -> Iterator[None]:
    """A site of a few pages in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="bench-epreuves-") as dossier:
        os.environ |= {"DOSSIER_VAR": dossier, "DJANGO_SETTINGS_MODULE": "portail.settings.local"}
        for nom in ("DATABASE_URL", "RECHERCHE_URL", "RECHERCHE_MOTEUR"):
            os.environ.pop(nom, None)
        (Path(dossier) / "statique").mkdir()  # whitenoise warns when it is missing
        if base:
            shutil.copy(base, Path(dossier) / "portail.sqlite3")
        import django

        django.setup()
        logging.disable(logging.WARNING)
        bilan = Bilan()
        Processus(_preparer, base is None).ecouter(bilan, 10 * PATIENCE)
        if bilan.erreurs:
            sys.exit("Le site des épreuves n’a pas pu être préparé.")
        yield


def _preparer(migrer: bool, tuyau: Connection) -> None:
    acteurs.preparer(migrer)
    tuyau.send(("fin", None))


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    lecteur = argparse.ArgumentParser(prog="python -m bench.epreuves", description="Éprouve la recherche.")
    lecteur.add_argument("--duree", type=float, default=60.0)
    lecteur.add_argument("--morts", type=int, default=50)
    lecteur.add_argument("--constructions", type=int, default=20)
    lecteur.add_argument("--court", action="store_true")
    lecteur.add_argument("--base", type=Path)
    lecteur.add_argument("--graine", type=int, default=1)
    options = lecteur.parse_args()
    if options.court:
        vars(options).update(COURT)
    return options


def dire(nom: str, fait: str, bilan: Bilan) -> int:
    """One line, and the first errors."""
    print(f"{nom} : {fait}, {len(bilan.erreurs)} erreur(s)", flush=True)
    for erreur in bilan.erreurs[:10]:
        print(f"  {erreur}")
    return len(bilan.erreurs)


def principal() -> int:
    """Runs the three trials; returns the number of errors."""
    options = arguments()
    with site(options.base):
        bilan = foule(options.duree)
        nom = f"{ECRIVAINS} écrivains, {LECTEURS} lecteurs, {options.duree:.0f} s"
        erreurs = dire(nom, f"{bilan.publications} publications, {bilan.lectures} recherches", bilan)
        bilan = morts(options.morts, options.graine)
        erreurs += dire(
            f"{options.morts} morts subites", f"{bilan.publications} publications annoncées", bilan
        )
        bilan = constructions(options.constructions)
        erreurs += dire(f"{options.constructions} reconstructions", f"{bilan.lectures} recherches", bilan)
    return erreurs


if __name__ == "__main__":
    sys.exit(min(1, principal()))
