"""`make test`: style, types, checks and tests, in order. All run; the summary says what did not, and why."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portail.outillage import validite

RACINE = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
REUSSI, ECHOUE, NON_FAIT = "réussi", "échoué", "non fait"
LONGS = "navigateur or lent"  # pytest's marks
MARQUES = {REUSSI: "✓", ECHOUE: "✗", NON_FAIT: "–"}


@dataclass(frozen=True)
class Etape:
    """A check: its command, its changes of the environment (None removes a variable), what it lacks."""

    titre: str
    commande: tuple[str, ...]
    environnement: Mapping[str, str | None] = field(default_factory=dict)
    manque: str = ""


@dataclass(frozen=True)
class Constat:
    """What became of a step; `duree` in seconds."""

    etape: Etape
    etat: str
    duree: float


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *arguments)


def _gerer(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "manage.py", *arguments)


def _styles() -> list[Etape]:
    """What reads the sources without running them."""
    return [
        Etape("Règles de style (ruff check)", _python("ruff", "check", ".")),
        Etape("Mise en forme (ruff format)", _python("ruff", "format", "--check", ".")),
        Etape(
            "Mise en forme des gabarits (djhtml)",
            _python("djhtml", "--check", "--tabwidth", "4", "templates"),
        ),
        Etape("Sens des imports (import-linter)", (str(BIN / "lint-imports"),)),
        Etape("Types (mypy)", _python("mypy")),
    ]


def _controles() -> list[Etape]:
    """Django's own checks, and the catalogues."""
    gettext = "" if shutil.which("xgettext") else "gettext n’est pas installé"
    essai = {"DJANGO_SETTINGS_MODULE": "portail.settings.test", "DATABASE_URL": None}
    production = {
        "DJANGO_SETTINGS_MODULE": "portail.settings.production",
        "DOSSIER_VAR": str(Path(tempfile.gettempdir()) / "portail-verifications"),
        "DATABASE_URL": None,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "portail.example",
        "SITE_URL": "https://portail.example",
    }
    return [
        Etape(
            "Migrations à jour",
            (sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"),
            essai,
        ),
        Etape(
            "Catalogues de messages à jour",
            _python("portail.outillage.catalogues", "--verifier"),
            {},
            gettext,
        ),
        Etape(
            "Réglages de production (check --deploy)",
            _gerer("check", "--deploy", "--fail-level", "WARNING"),
            production,
        ),
    ]


def _validite() -> Etape:
    """The pages of a site that runs, as the web's own checkers read them."""
    titre = "Validité du HTML (vnu, html-validate)"
    return Etape(titre, _python("portail.outillage.validite"), {}, validite.manque())


def _essais(url_postgresql: str, couverture: bool) -> list[Etape]:
    """pytest on both databases; PostgreSQL has the tests that reach the database, for the others would find the same.

    Measuring the coverage doubles the time of what it watches: it is asked of the tests that run in this process and
    stay short, never of a browser or of several processes, of which it sees nothing.
    """
    commun = ("pytest", "-v", "-rs", "-n", "2", "--durations", "10")
    sqlite: dict[str, str | None] = {"DATABASE_URL": None}
    mesure = ("--cov", "--cov-report=term-missing:skip-covered")
    en_entier = [Etape("Essais sur SQLite", _python(*commun), sqlite)]
    en_deux = [
        Etape(
            "Essais courts sur SQLite, avec couverture",
            _python(*commun, *mesure, "-m", f"not ({LONGS})"),
            sqlite,
        ),
        Etape("Essais longs et du navigateur, sur SQLite", _python(*commun, "-m", LONGS), sqlite),
    ]
    postgresql = Etape(
        "Essais sur PostgreSQL",
        _python(*commun, "--seulement-base", "-m", "not (elasticsearch and lent)"),
        # A site that runs already is one of SQLite: this run has its own.
        {"DATABASE_URL": url_postgresql, "NAVIGATEUR_SITE": None},
        "" if url_postgresql else "POSTGRES_URL n’est pas donnée (postgres://…)",
    )
    return [*(en_deux if couverture else en_entier), postgresql]


def etapes(url_postgresql: str, couverture: bool = False) -> list[Etape]:
    """All the checks, the quick ones first."""
    return [*_styles(), *_controles(), _validite(), *_essais(url_postgresql, couverture)]


def constater(etape: Etape, *, tout_exiger: bool) -> Constat:
    """Runs a step, its output passing straight through. What cannot run fails when all is required."""
    print(f"\n── {etape.titre}", flush=True)
    if etape.manque:
        print(f"   {'échec' if tout_exiger else 'non fait'} : {etape.manque}", flush=True)
        return Constat(etape, ECHOUE if tout_exiger else NON_FAIT, 0.0)
    milieu = {nom: v for nom, v in {**os.environ, **etape.environnement}.items() if v is not None}
    debut = time.monotonic()
    code = subprocess.run(etape.commande, cwd=RACINE, env=milieu, check=False).returncode  # noqa: S603 - our own commands
    return Constat(etape, ECHOUE if code else REUSSI, time.monotonic() - debut)


def bilan(constats: Iterable[Constat]) -> str:
    """The summary, one line a step."""
    lignes = ["", "── Bilan"]
    for constat in constats:
        raison = f" ({constat.etape.manque})" if constat.etape.manque else ""
        fait = f"{constat.etape.titre} : {constat.etat}{raison}"
        lignes.append(f"   {MARQUES[constat.etat]} {constat.duree:6.1f} s  {fait}")
    return "\n".join(lignes)


def verifier(liste: Iterable[Etape], *, tout_exiger: bool) -> int:
    """Runs all the steps; returns 1 when one failed, else 0."""
    constats = [constater(etape, tout_exiger=tout_exiger) for etape in liste]
    print(bilan(constats), flush=True)
    return int(any(constat.etat == ECHOUE for constat in constats))


def principal() -> int:
    """No options: `CI=true` refuses that anything be left out and measures the coverage, `POSTGRES_URL` adds
    PostgreSQL."""
    tout_exiger = os.environ.get("CI") == "true"
    toutes = etapes(os.environ.get("POSTGRES_URL", ""), couverture=tout_exiger)
    return verifier(toutes, tout_exiger=tout_exiger)


if __name__ == "__main__":
    sys.exit(principal())
