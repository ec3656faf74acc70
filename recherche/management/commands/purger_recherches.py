"""Removes old counts of searches."""

from typing import Any

from django.core.management.base import BaseCommand

from recherche.journal.carnet import purger


class Command(BaseCommand):
    """`manage.py purger_recherches`: what the site does by itself once a day while people search."""

    help = "Retire du journal des recherches ce qui a plus de 90 jours."

    def handle(self, *args: Any, **options: Any) -> None:
        """Purges, and says how much."""
        self.stdout.write(f"{purger()} ligne(s) retirée(s) du journal des recherches")
