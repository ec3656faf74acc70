"""`make run`: from a fresh clone to a filled site, each step once; run again, it starts at once and loses nothing."""

import argparse
import hashlib
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
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


def une_fois(temoin: Path, marque: str, faire: Callable[[], None]) -> None:
    """Runs `faire` unless the witness file says that it was done for the same fingerprint."""
    if temoin.exists() and temoin.read_text() == marque:
        return
    faire()
    temoin.write_text(marque)


def _statiques(dossier_var: Path) -> subprocess.Popen | None:
    """Gathers the static files in a process beside, so that it costs little on two cores; None when up to date."""
    sources = [RACINE / "requirements.txt", *(RACINE / "portail" / "static").rglob("*.*")]
    temoin, marque = dossier_var / "statiques.faits", empreinte(sources)
    if temoin.exists() and temoin.read_text() == marque:
        return None
    suite = (
        "from django.core.management import call_command; import django, pathlib; django.setup();"
        "call_command('collectstatic', verbosity=0, interactive=False);"
        f"pathlib.Path({str(temoin)!r}).write_text({marque!r})"
    )
    return subprocess.Popen([sys.executable, "-c", suite], cwd=RACINE)  # noqa: S603 - our own command


def _administrateur() -> str:
    """Creates the first administrator when there is none; returns the password, to be shown once."""
    from django.contrib.auth import get_user_model

    modele = get_user_model()
    if modele.objects.filter(is_superuser=True).exists():
        return ""
    mot_de_passe = secrets.token_urlsafe(12)
    modele.objects.create_superuser(ADMIN, "admin@localhost", mot_de_passe)
    return mot_de_passe


def _preparer(dossier_var: Path) -> str:
    """Database, content, index; returns the new administrator's password, or ""."""
    from django.core.management import call_command

    from recherche.indexation import vidage_differe

    dire("Base de données")
    call_command("migrate", verbosity=0, interactive=False)
    contenu = (RACINE / "portail" / "demonstration" / "contenu").rglob("*.yaml")

    def charger() -> None:
        dire("Contenu de démonstration, dans les deux langues")
        with vidage_differe():
            call_command("charger_demonstration")

    une_fois(dossier_var / "demonstration.faite", empreinte(contenu), charger)
    dire("Index de recherche")
    call_command("indexer", si_necessaire=True)
    return _administrateur()


def _servir(port: int) -> None:
    """Hands the process over to the server."""
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
    statiques = None if settings.DEBUG else _statiques(dossier_var)
    django.setup()
    mot_de_passe = _preparer(dossier_var)
    if statiques is not None and (dire("Fichiers statiques") or statiques.wait()):
        sys.exit("Les fichiers statiques n'ont pas pu être rassemblés : voir l'erreur ci-dessus.")
    _annoncer(options.port, mot_de_passe)
    if options.rechargement:
        from django.core.management import call_command

        call_command("runserver", f"127.0.0.1:{options.port}")
    else:
        _servir(options.port)


if __name__ == "__main__":
    principal()
