from django.core.management.base import BaseCommand

from ressources.chargement.classements import charger_classements


class Command(BaseCommand):
    """Loads the classifications and organisations that are missing; run twice, it changes nothing."""

    help = "Charge les classements et les organisations qui manquent; relancée, elle ne change rien."

    def handle(self, *args, **options) -> None:
        total = charger_classements()
        self.stdout.write(f"{total} classements et organisations créés.")
