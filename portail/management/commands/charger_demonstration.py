from django.core.management.base import BaseCommand

from portail.demonstration.charger import charger_demonstration
from portail.roles import installer_roles


class Command(BaseCommand):
    """Loads the demonstration content in both languages; run again, it leaves editors' changes alone."""

    help = (
        "Charge le contenu de démonstration dans les deux langues; relancée, elle respecte les modifications."
    )

    def handle(self, *args, **options) -> None:
        installer_roles()
        bilan = charger_demonstration(lambda texte: self.stdout.write(f"  {texte}"))
        self.stdout.write(
            f"{bilan['charge']} fiches chargées, {bilan['identique']} inchangées, "
            f"{bilan['edite']} laissées telles que modifiées."
        )
