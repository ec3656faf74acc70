from django.core.management.base import BaseCommand
from django.db import transaction

from recherche.indexation.vidage import vidage_differe
from ressources.models import Chargement, ChiffreCle, Citation, Fiche, Graphique


class Command(BaseCommand):
    """Removes every sheet, figure, chart and quote that bears the demonstration flag, translations included.

    Says what it keeps.
    """

    help = (
        "Supprime les fiches de démonstration, dans les deux langues. Demande confirmation, sauf avec --oui."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--oui", action="store_true", help="Sans demander de confirmation.")

    def handle(self, *args, **options) -> None:
        fiches = Fiche.objects.filter(demonstration=True)
        nombre = fiches.values("translation_key").distinct().count()
        if (
            not options["oui"]
            and input(f"Supprimer {nombre} fiches de démonstration\u202f? [oui/non] ") != "oui"
        ):
            self.stdout.write("Rien n’a été supprimé.")
            return
        with vidage_differe(), transaction.atomic():
            for fiche in fiches.specific():
                if type(fiche).objects.filter(pk=fiche.pk).exists():  # its source may have taken it along
                    fiche.delete()
            retirees = sum(
                modele.objects.filter(demonstration=True).delete()[1].get(modele._meta.label, 0)
                for modele in (Graphique, ChiffreCle, Citation)
            )
        # The ledger keeps its rows: loading again does not bring back what was removed.
        self.stdout.write(
            f"{nombre} fiches, {retirees} chiffres, graphiques et citations supprimés; "
            f"{Chargement.objects.count()} lignes gardées au registre."
        )
