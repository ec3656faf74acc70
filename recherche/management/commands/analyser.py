"""Print the search tokens of a text."""

import sys
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from recherche.analyse import racines


class Command(BaseCommand):
    """`manage.py analyser [--langue fr|en] [TEXTE]`: one line of tokens per line of text."""

    help = "Affiche les jetons de recherche d’un texte (ou de l’entrée standard), une ligne par ligne."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the language and the optional text."""
        parser.add_argument("--langue", choices=["fr", "en"], default="fr")
        parser.add_argument("texte", nargs="?", metavar="TEXTE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the tokens of each line, as it comes, so that a pipe can be followed."""
        texte: str | None = options["texte"]
        lignes: Iterable[str] = sys.stdin if texte is None else texte.split("\n")
        for ligne in lignes:
            self.stdout.write(racines(ligne, options["langue"]))
