"""Another process of the site, for the tests that kill one: `python -m recherche.tests.processus ACTION …`.

The truth is the outbox itself, so that it commits or vanishes with the events: the document of a key says the
number of the key's last event.
"""

import os
import signal
import sys
import time
from collections.abc import Collection, Iterator
from pathlib import Path

import django
from django.conf import settings


def preparer() -> None:
    """Makes the table where it is missing, and a first index."""
    from django.core.management import call_command
    from django.db import connection

    from recherche.indexation.vidage import reconstruire, signaler

    if connection.vendor == "sqlite":
        call_command("migrate", "recherche", verbosity=0)
    signaler(*(f"doc:depart-{rang}" for rang in range(5)))
    reconstruire()


def ecrire(prefixe: str, nombre: str) -> None:
    """Changes five records in turn, each in a transaction of its own, and says each one that is committed."""
    from django.db import transaction

    from recherche.indexation.vidage import signaler

    for rang in range(int(nombre)):
        with transaction.atomic():
            signaler(f"doc:{prefixe}-{rang % 5}", f"doc:commun-{rang % 3}")
        print(rang, flush=True)


def mourir_avant_vidage(cle: str) -> None:
    """Dies by SIGKILL after the commit and before the drain."""
    from django.db import transaction

    from recherche.indexation.vidage import signaler

    with transaction.atomic():
        transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
        signaler(cle)


def chercher(cle: str) -> None:
    """Says whether a search finds the document of a key, as a visitor's request would."""
    from recherche.services import rechercher
    from recherche.valeurs.requete import Requete

    resultats = rechercher(Requete(texte=cle.partition(":")[2]))
    print(f"{cle}:fr" in [fiche.id for fiche in resultats.fiches])


def indexes() -> None:
    """The ids that the index in service holds, without any search."""
    from recherche.moteurs import charger

    print(" ".join(sorted(identifiant for identifiant, _ in charger().empreintes())))


def lire(temoin: str) -> None:
    """Searches in a loop until the file `temoin` appears; says the number of searches and of bad answers."""
    from recherche.services import rechercher
    from recherche.valeurs.requete import Requete

    nombre = mauvais = 0
    print("pret", flush=True)
    while not Path(temoin).exists():
        resultats = rechercher(Requete(texte="version"))
        mauvais += resultats.degrade or resultats.total != 5
        nombre += 1
    print(nombre, mauvais)


def reconstruire(fois: str) -> None:
    """Builds the index anew, several times."""
    from recherche.indexation import vidage

    for _ in range(int(fois)):
        vidage.reconstruire()
        time.sleep(0.05)


def verifier() -> None:
    """`manage.py indexer --verifier`."""
    from django.core.management import call_command

    call_command("indexer", "--verifier")


def suivre() -> None:
    """`manage.py indexer --suivre`."""
    from django.core.management import call_command

    call_command("indexer", "--suivre", "--intervalle", "0.05")


def declarer_journal() -> None:
    """A registry whose only source is the outbox."""
    from django.db.models import Max

    from recherche import registre
    from recherche.models import EvenementIndexation
    from recherche.valeurs.document import Document

    class SourceJournal(registre.Source):
        def cles(self) -> Iterator[str]:
            return (cle for cle, _ in self._lignes(None))

        def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
            for cle, dernier in self._lignes(cles):
                yield Document(cle=cle, langue="fr", titre=f"version {dernier}", resume=cle.partition(":")[2])

        def _lignes(self, cles):
            lignes = EvenementIndexation.objects.order_by("cle").values_list("cle").annotate(Max("pk"))
            return list(
                lignes.filter(cle__startswith="doc:") if cles is None else lignes.filter(cle__in=cles)
            )

    registre._actuel = registre.Registre(sources=[SourceJournal()])


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "portail.settings.test"
    settings.INSTALLED_APPS = ["recherche"]  # the database of the project without its pages: starts at once
    django.setup()
    settings.RECHERCHE_DOSSIER = Path(os.environ["DOSSIER_INDEX"])
    declarer_journal()
    globals()[sys.argv[1]](*sys.argv[2:])
