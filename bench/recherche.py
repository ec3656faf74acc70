"""`python -m bench.recherche`: our engines against PostgreSQL's full text and Wagtail's own search, in one run.

    --tailles 1000,10000,100000   numbers of generated documents
    --moteurs embarque,elasticsearch,postgresql,wagtail
    --requetes 60                 requests of each kind
    --wagtail-max 10000           beyond, Wagtail's search on SQLite takes seconds a request
    --json FILE, --markdown FILE  where to write; without them, the table goes to the screen

Elasticsearch is found at ELASTICSEARCH_URL, PostgreSQL at POSTGRES_URL (an existing database, where a table is made and
removed). What has no address is left out, and said. Ctrl-C ends the run, cleans up and gives what was measured.
"""

import argparse
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.candidats.base import Candidat
    from bench.mesures import Taille

MOTEURS = ("embarque", "elasticsearch", "postgresql", "wagtail")


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    lecteur = argparse.ArgumentParser(prog="python -m bench.recherche", description="Mesure la recherche.")
    lecteur.add_argument("--tailles", type=_entiers, default=[1000, 10_000, 100_000])
    lecteur.add_argument("--moteurs", type=lambda texte: texte.split(","), default=list(MOTEURS))
    lecteur.add_argument("--requetes", type=int, default=60)
    lecteur.add_argument("--wagtail-max", type=int, default=10_000)
    lecteur.add_argument("--json", type=Path)
    lecteur.add_argument("--markdown", type=Path)
    options = lecteur.parse_args()
    if inconnus := set(options.moteurs) - set(MOTEURS):
        lecteur.error(f"moteurs inconnus : {', '.join(sorted(inconnus))} ; connus : {', '.join(MOTEURS)}")
    return options


def _entiers(texte: str) -> list[int]:
    return sorted(int(morceau) for morceau in texte.split(","))


@contextmanager
def site() -> Iterator[None]:
    """Django over an empty SQLite database in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="bench-site-") as dossier:
        os.environ |= {"DOSSIER_VAR": dossier, "DJANGO_SETTINGS_MODULE": "portail.settings.local"}
        os.environ.pop("DATABASE_URL", None)
        (Path(dossier) / "statique").mkdir()  # whitenoise warns when it is missing
        import django

        django.setup()
        logging.disable(logging.WARNING)
        yield


def fabriques(options: argparse.Namespace, taille: int) -> Iterator[Callable[[], "Candidat"]]:
    """How to make each candidate asked for at this size."""
    from bench.candidats.portail import Elasticsearch, Embarque
    from bench.candidats.postgresql import PostgreSQL
    from bench.candidats.wagtail import Wagtail

    elasticsearch, postgres = (os.environ.get(nom, "") for nom in ("ELASTICSEARCH_URL", "POSTGRES_URL"))
    possibles: dict[str, tuple[bool, Callable[[], Candidat]]] = {
        "embarque": (True, Embarque),
        "elasticsearch": (bool(elasticsearch), lambda: Elasticsearch(elasticsearch)),
        "postgresql": (bool(postgres), lambda: PostgreSQL(postgres)),
        "wagtail": (taille <= options.wagtail_max, Wagtail),
    }
    for nom in MOTEURS:
        if nom in options.moteurs:
            possible, fabrique = possibles[nom]
            if possible:
                yield fabrique
            else:
                _dire(f"{nom} est laissé de côté à {taille} documents (sans adresse, ou trop lent).")


def mesurer(options: argparse.Namespace, nombre: int) -> "Taille":
    """All the measures at one size. What an interruption cuts is given as far as it went."""
    from bench import mesures
    from bench.candidats.portail import Elasticsearch, Portail
    from bench.candidats.postgresql import PostgreSQL, PostgreSQLTous
    from bench.candidats.wagtail import Wagtail, WagtailUn

    taille = mesures.Taille(nombre)
    with ExitStack() as pile:
        candidats: list[Candidat] = []
        for fabrique in fabriques(options, nombre):
            candidats.append(fabrique())
            pile.callback(candidats[-1].fermer)
            if isinstance(candidats[-1], PostgreSQL):
                candidats.append(PostgreSQLTous(candidats[-1]))
                pile.callback(candidats[-1].fermer)
            elif isinstance(candidats[-1], Wagtail):
                candidats.append(WagtailUn())
        _dire(f"{nombre} documents : {', '.join(c.nom for c in candidats)}…")
        mesures.construire(candidats, taille)
        _dire("  requêtes…")
        mesures.interroger(candidats, taille, options.requetes)
        for candidat in candidats:
            if isinstance(candidat, Elasticsearch):
                mesures.surcout(candidat, taille, options.requetes)
            if isinstance(candidat, Portail):
                mesures.voir_ailleurs(candidat, taille, options.requetes)
    return taille


def _dire(texte: str) -> None:
    print(texte, file=sys.stderr, flush=True)


def ecrire(options: argparse.Namespace, tailles: Sequence["Taille"]) -> None:
    """The table, and the figures for a program."""
    from bench.rapport import machine, markdown

    page = markdown(tailles, f"python -m bench.recherche {' '.join(_arguments_dits())}".strip())
    if options.markdown:
        options.markdown.write_text(page, encoding="utf-8")
    if options.json:
        contenu = {"machine": machine(), "tailles": [taille.en_dict() for taille in tailles]}
        options.json.write_text(json.dumps(contenu, indent=1, ensure_ascii=False), encoding="utf-8")
    if not (options.markdown or options.json):
        print(page)


def _arguments_dits() -> Iterator[str]:
    """The options as they were given, without where this machine keeps the result."""
    reste = iter(sys.argv[1:])
    for argument in reste:
        if argument in ("--json", "--markdown"):
            next(reste, None)
        elif not argument.startswith(("--json=", "--markdown=")):
            yield argument


def principal() -> None:
    """One size after the other; an interruption keeps the sizes that are finished."""
    options = arguments()
    tailles: list[Taille] = []
    with site():
        with suppress(KeyboardInterrupt):
            for nombre in options.tailles:
                tailles.append(mesurer(options, nombre))
        if tailles:
            ecrire(options, tailles)


if __name__ == "__main__":
    principal()
