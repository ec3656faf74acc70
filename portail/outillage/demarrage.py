"""`make run`: from a fresh clone to a filled site, each step once; run again, it starts at once and loses nothing."""

import argparse
import gc
import hashlib
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

RACINE = Path(__file__).resolve().parents[2]
DEPART = time.monotonic()
ADMIN = "admin"


def dire(texte: str) -> None:
    """Progress, with the seconds since the start."""
    print(f"[{time.monotonic() - DEPART:5.1f} s] {texte}", flush=True)


def empreinte(fichiers: Iterable[Path]) -> str:
    """A fingerprint of names, sizes and dates: cheap, and enough to see that something changed."""
    marque = hashlib.sha256()
    for fichier in sorted(fichiers):
        etat = fichier.stat()
        marque.update(f"{fichier}:{etat.st_size}:{etat.st_mtime_ns}".encode())
    return marque.hexdigest()


class Temoin:
    """Remembers, in a file, for which fingerprint a step was done."""

    def __init__(self, fichier: Path, marque: str) -> None:
        self.fichier, self.marque = fichier, marque

    @property
    def fait(self) -> bool:
        """Whether the step was done for this very fingerprint."""
        return self.fichier.exists() and self.fichier.read_text() == self.marque

    def noter(self) -> None:
        """The step is done."""
        self.fichier.write_text(self.marque)


class Temoins(NamedTuple):
    """The witnesses of the three steps that take time."""

    base: Temoin
    demonstration: Temoin
    statiques: Temoin

    @classmethod
    def de(cls, dossier_var: Path) -> "Temoins":
        """Those of this installation, against the files of this version."""
        exigences = RACINE / "requirements.txt"
        migrations = RACINE.glob("*/migrations/*.py")
        donnees = (RACINE / "ressources" / "donnees").glob("*.yaml")
        contenu = [*(RACINE / "portail" / "demonstration").rglob("*.*[lg]"), *donnees]  # .yaml .svg
        statiques = (RACINE / "portail" / "static").rglob("*.*")
        return cls(
            Temoin(dossier_var / "base.faite", empreinte([exigences, *migrations])),
            Temoin(dossier_var / "demonstration.faite", empreinte(contenu)),
            Temoin(dossier_var / "statiques.faits", empreinte([exigences, *statiques])),
        )

    @property
    def tous_faits(self) -> bool:
        """Whether nothing has changed since the last start."""
        return all(temoin.fait for temoin in self)


def _base_presente() -> bool:
    """Whether the SQLite file is there; another database is looked at by the full start."""
    from django.conf import settings

    base = settings.DATABASES["default"]
    return base["ENGINE"].endswith("sqlite3") and Path(base["NAME"]).exists()


def _a_cote(demonstration: bool, statiques: bool) -> subprocess.Popen | None:
    """Starts on the second core what the rest does not wait for; None when nothing is to be done."""
    options = [
        nom for nom, utile in (("--demonstration", demonstration), ("--statiques", statiques)) if utile
    ]
    commande = [sys.executable, "-m", "portail.outillage.a_cote", *options]
    return subprocess.Popen(commande, cwd=RACINE) if options else None  # noqa: S603 - our own command


def _travailler_a_cote() -> None:
    """Starts the worker: it looks at the index while the site already answers, publishes what is scheduled, and ends
    with the server, which takes this process's place."""
    commande = [
        "nice",
        sys.executable,
        "manage.py",
        "travailler",
        "--index",
        "5",
        "--tant-que-vit",
        str(os.getpid()),
    ]
    subprocess.Popen(commande, cwd=RACINE, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


def _administrateur() -> str:
    """Creates the first administrator when there is none; returns the password, to be shown once."""
    from django.contrib.auth import get_user_model

    modele = get_user_model()
    if modele.objects.filter(is_superuser=True).exists():
        return ""
    mot_de_passe = secrets.token_urlsafe(12)
    modele.objects.create_superuser(ADMIN, "admin@localhost", mot_de_passe)
    return mot_de_passe


def _ramasser_moins() -> None:
    """Migrations and loading make millions of small objects: Python looking for cycles took a quarter of the time.

    The server is another program, and keeps Python's own rhythm.
    """
    gc.freeze()
    gc.set_threshold(200_000, 10, 10)


def _preparer(temoins: Temoins) -> str:
    """Database, content, index; returns the new administrator's password, or ""."""
    from django.core.management import call_command

    from recherche.indexation.vidage import vidage_differe
    from ressources.models import Chargement

    dire("Base de données")
    _ramasser_moins()
    call_command("migrate", verbosity=0, interactive=False)
    temoins.base.noter()
    if not (temoins.demonstration.fait and Chargement.objects.exists()):
        dire("Contenu de démonstration, dans les deux langues")
        with vidage_differe():
            call_command("charger_demonstration")
        temoins.demonstration.noter()
    dire("Index de recherche")
    call_command("indexer", si_necessaire=True)
    return _administrateur()


def _servir(port: int) -> None:
    """Hands the process over to the server, a worker beside it."""
    _travailler_a_cote()
    commande = [
        str(Path(sys.executable).parent / "granian"),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "4", "--log-level", "warning"),
        "portail.wsgi:application",
    ]
    os.execv(commande[0], commande)  # noqa: S606 - our own server


def _annoncer(port: int, mot_de_passe: str) -> None:
    dire(f"Le portail est prêt : http://127.0.0.1:{port}/  (Ctrl+C pour arrêter)")
    print(f"          Pour publier : http://127.0.0.1:{port}/admin/")
    if mot_de_passe:
        print(f"          Compte : {ADMIN}   Mot de passe : {mot_de_passe}   (montré cette fois seulement)")
    else:
        print(f"          Mot de passe perdu : python manage.py changepassword {ADMIN}", flush=True)


def principal() -> None:
    """Command line: --port, --rechargement (development server with autoreload)."""
    analyseur = argparse.ArgumentParser(description=__doc__)
    analyseur.add_argument("--port", type=int, default=8000)
    analyseur.add_argument("--rechargement", action="store_true")
    options = analyseur.parse_args()

    import django
    from django.conf import settings

    dossier_var = settings.DOSSIER_VAR
    dossier_var.mkdir(parents=True, exist_ok=True)
    temoins = Temoins.de(dossier_var)
    if temoins.tous_faits and _base_presente() and not options.rechargement:
        _annoncer(options.port, "")
        _servir(options.port)
    collecter = not (settings.DEBUG or temoins.statiques.fait)
    voisin = _a_cote(not temoins.demonstration.fait, collecter)
    django.setup()
    mot_de_passe = _preparer(temoins)
    if voisin is not None and (dire("Fichiers statiques") or voisin.wait()):
        sys.exit("Les fichiers statiques n'ont pas pu être rassemblés : voir l'erreur ci-dessus.")
    if collecter:
        temoins.statiques.noter()
    _annoncer(options.port, mot_de_passe)
    if options.rechargement:
        from django.core.management import call_command

        _travailler_a_cote()
        call_command("runserver", f"127.0.0.1:{options.port}")
    else:
        _servir(options.port)


if __name__ == "__main__":
    principal()
