"""How long a change takes to show in another process.

A second process searches without pause for the latest version of a document and says when it saw each; the clock of
`time.monotonic` is the same for all the processes of a host.
"""

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from bench.candidats.portail import Elasticsearch, Embarque, Portail
from bench.textes import document
from recherche.moteurs import Moteur
from recherche.moteurs.position import Position
from recherche.question.planification import planifier, second_bloc
from recherche.valeurs.requete import Requete

LIMITE = 30.0  # seconds
Ouvrir = Callable[[str], Moteur]


def _lecteur(ouvrir: Ouvrir, lieu: str, versions: list[str], tuyau: Connection) -> None:
    """Waits for each version in turn."""
    moteur = ouvrir(lieu)
    for version in versions:
        plan = second_bloc(planifier(Requete(texte=version), ()), 1)
        moteur.rechercher(plan)
        tuyau.send(0.0)
        limite = time.monotonic() + LIMITE
        while not moteur.rechercher(plan).total and time.monotonic() < limite:
            pass
        tuyau.send(time.monotonic())


def mesurer(candidat: Portail, nombre: int) -> list[float]:
    """Milliseconds from the beginning of each write until another process finds it."""
    ouvrir, lieu = _adresse(candidat)
    versions = [f"zzversion{rang}" for rang in range(nombre)]
    contexte = multiprocessing.get_context("fork")
    ici, la_bas = contexte.Pipe()
    lecteur = contexte.Process(target=_lecteur, args=(ouvrir, lieu, versions, la_bas), daemon=True)
    lecteur.start()
    try:
        return [_une(candidat, version, rang, ici) for rang, version in enumerate(versions)]
    finally:
        lecteur.kill()
        lecteur.join()


def _adresse(candidat: Portail) -> tuple[Ouvrir, str]:
    if isinstance(candidat, Elasticsearch):
        return Elasticsearch.ouvrir, candidat.url
    assert isinstance(candidat, Embarque)
    return Embarque.ouvrir, str(candidat.dossier)


def _une(candidat: Portail, version: str, rang: int, tuyau: Connection) -> float:
    """Writes one version of one document, as the outbox is drained: the right to write, the batch, the position."""
    tuyau.recv()
    modifie = replace(document(rang), titre=f"Fiche {version}")
    debut = time.monotonic()
    with candidat.moteur.verrou(LIMITE):
        candidat.moteur.indexer([modifie], supprimer=[modifie.cle], position=Position(rang + 2))
    return 1000 * (tuyau.recv() - debut)
