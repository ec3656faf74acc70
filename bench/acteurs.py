"""What the processes of the stress trials do, each with connections of its own: SQLite, real Wagtail pages."""

import random
import time
from collections.abc import Callable
from io import StringIO
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

FICHES = 12
MOT = "courtepointe"


def _site(publication: Callable[[], None]) -> None:
    """Runs with connections of this process."""
    from django.db import connections

    connections.close_all()
    try:
        publication()
    finally:
        connections.close_all()


def preparer(migrer: bool) -> None:
    """A small site: FICHES tools, all of which hold MOT; and the index."""

    def faire() -> None:
        from django.core.management import call_command

        from recherche.indexation.vidage import reconstruire, vidage_differe
        from ressources.tests.fabriques import fiche

        if migrer:
            call_command("migrate", verbosity=0, interactive=False)
        reconstruire()
        with vidage_differe():
            for rang in range(FICHES):
                fiche("outil", f"Outil {rang} {MOT}")

    _site(faire)


def publier(rang: int, combien: int, depart: int, duree: float, tuyau: Connection) -> None:
    """Publishes the sheets of its share (key modulo `combien`) in turn, each under a title of its own, numbered from
    `depart`; says each title that is published."""

    def faire() -> None:
        from ressources.models import OutilPage

        miennes = [p.pk for p in OutilPage.objects.order_by("pk") if p.pk % combien == rang]
        fin, numero = time.monotonic() + duree, depart
        while time.monotonic() < fin:
            page = OutilPage.objects.get(pk=miennes[numero % len(miennes)])
            numero += 1
            page.title = f"Outil {page.pk} {MOT} version {numero}"
            try:
                page.save_revision().publish()
            except Exception as erreur:
                tuyau.send(("erreur", repr(erreur)))
                continue
            tuyau.send(("publie", (page.pk, page.title)))
        tuyau.send(("fin", None))

    _site(faire)


def lire(duree: float, arret: Event, tuyau: Connection) -> None:
    """Searches without rest until it is told to stop: every answer must hold each sheet once, whatever is written."""

    def faire() -> None:
        from recherche.services import rechercher
        from recherche.valeurs.requete import Requete

        fin, nombre = time.monotonic() + duree, 0
        while time.monotonic() < fin and not arret.is_set():
            resultats = rechercher(Requete(texte=MOT, taille=2 * FICHES))
            ids = [fiche.id for fiche in resultats.fiches]
            nombre += 1
            if resultats.degrade:
                tuyau.send(("erreur", "degraded answer"))
            elif resultats.total != FICHES or len(set(ids)) != len(ids) or len(ids) != FICHES:
                tuyau.send(("erreur", f"{resultats.total} hits, {len(set(ids))} distinct"))
        tuyau.send(("lu", nombre))

    _site(faire)


def reconstruire(fois: int, tuyau: Connection) -> None:
    """Builds the index anew, several times."""

    def faire() -> None:
        from recherche.indexation import vidage

        for _ in range(fois):
            vidage.reconstruire()
            time.sleep(random.random() * 0.05)
        tuyau.send(("fin", None))

    _site(faire)


def verifier(publiees: dict[int, str], tuyau: Connection) -> None:
    """After a restart: says what drifts, and the sheets whose last announced title is neither kept nor searched."""

    def faire() -> None:
        from django.core.management import CommandError, call_command

        from recherche.services import rechercher
        from recherche.valeurs.requete import Requete
        from ressources.models import OutilPage

        sortie = StringIO()
        try:
            call_command("indexer", "--verifier", stdout=sortie)
        except CommandError as erreur:
            tuyau.send(("erreur", f"{erreur} {sortie.getvalue()}"))
        gardes = dict(OutilPage.objects.values_list("pk", "title"))
        trouves = rechercher(Requete(texte=MOT, taille=2 * FICHES))
        lisibles = {fiche.titre.replace("<mark>", "").replace("</mark>", "") for fiche in trouves.fiches}
        for pk, titre in publiees.items():
            if not _aussi_recent(gardes.get(pk, ""), titre):
                tuyau.send(("erreur", f"published and lost: {titre}, kept: {gardes.get(pk)}"))
            if gardes.get(pk) not in lisibles:
                tuyau.send(("erreur", f"kept and not found: {gardes.get(pk)}"))
        tuyau.send(("fin", None))

    _site(faire)


def _aussi_recent(garde: str, annonce: str) -> bool:
    """Whether the title kept is the one announced, or a later one (published, its announcement cut short)."""
    debut, _, numero = annonce.rpartition(" ")
    debut_garde, _, numero_garde = garde.rpartition(" ")
    return debut == debut_garde and int(numero_garde) >= int(numero)
