"""`python -m bench.noeuds --essai kill|pause`: a cluster of three nodes loses one under load. Run by hand.

    ES_LOCAL_DIR=FOLDER .ci/es-local start --nodes 3 --port 9310
    ES_LOCAL_DIR=FOLDER python -m bench.noeuds --port 9310 --essai pause --noeud 2

Threads search without rest, each call bounded as a visitor's; after a few seconds node N is killed, or frozen (SIGSTOP:
its sockets stay open), and comes back at the end. Says how many answers were degraded, and for how long after the blow.
"""

import argparse
import os
import subprocess
import threading
import time
from pathlib import Path

from bench.recherche import site

DOCUMENTS = 1000
FILS = 4
AVANT = 5.0  # seconds of work before the blow
ES_LOCAL = Path(__file__).parents[1] / ".ci" / "es-local"
RETOURS = {"kill": "revive", "pause": "resume"}


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    lecteur = argparse.ArgumentParser(prog="python -m bench.noeuds")
    lecteur.add_argument("--port", type=int, default=9310, help="du premier de trois nœuds")
    lecteur.add_argument("--essai", choices=sorted(RETOURS), default="pause")
    lecteur.add_argument("--noeud", type=int, default=2)
    lecteur.add_argument("--duree", type=float, default=60.0)
    return lecteur.parse_args()


def mesurer(options: argparse.Namespace) -> list[tuple[float, bool, float]]:
    """For each search: seconds since the blow, whether it was answered, how long it took."""
    from bench.candidats.portail import Elasticsearch
    from bench.textes import documents, requetes
    from recherche.moteurs.elasticsearch import MoteurElasticsearch
    from recherche.moteurs.elasticsearch.adresse import lire
    from recherche.moteurs.garde import garde

    hotes = ",".join(f"127.0.0.1:{options.port + rang}" for rang in range(3))
    candidat = Elasticsearch(f"http://{hotes}")
    candidat.moteur = MoteurElasticsearch(lire(candidat.url), candidat.moteur.facettes, repliques="1")
    textes, releve, fin = requetes(50, 2), [], threading.Event()
    debut = time.monotonic() + AVANT

    def chercher(rang: int) -> None:
        while not fin.is_set():
            depart = time.monotonic()
            rang += 1
            try:
                with garde(candidat.moteur):
                    candidat.complete(textes[rang % len(textes)])
                bonne = True
            except Exception:  # what the service turns into a degraded answer
                bonne = False
                time.sleep(0.02)
            releve.append((depart - debut, bonne, time.monotonic() - depart))

    try:
        candidat.construire(documents(DOCUMENTS))
        debut = time.monotonic() + AVANT
        fils = [threading.Thread(target=chercher, args=(13 * rang,)) for rang in range(FILS)]
        for fil in fils:
            fil.start()
        time.sleep(AVANT)
        _faire(options.essai, options.noeud)
        time.sleep(options.duree)
        fin.set()
        for fil in fils:
            fil.join()
    finally:
        _faire(RETOURS[options.essai], options.noeud)
        time.sleep(AVANT)
        candidat.fermer()
    return releve


def _faire(action: str, noeud: int) -> None:
    subprocess.run([ES_LOCAL, action, str(noeud)], check=True, env=os.environ)


def principal() -> None:
    """One line of figures."""
    options = arguments()
    with site():
        releve = mesurer(options)
    apres = [(quand, duree) for quand, bonne, duree in releve if not bonne and quand > -1]
    dernier = max((quand for quand, _ in apres), default=0.0)
    print(
        f"{options.essai} du nœud {options.noeud} : {len(releve)} recherches, {len(apres)} dégradées, la dernière "
        f"{dernier:.1f} s après, la plus longue réponse {max(duree for *_, duree in releve):.2f} s"
    )


if __name__ == "__main__":
    principal()
