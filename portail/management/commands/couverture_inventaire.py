"""`manage.py couverture_inventaire`: every row of the inventory with what holds it; fails when one has nothing."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portail.demonstration.couverture import constater, rangees


class Command(BaseCommand):
    """Lists every row of the inventory with the object that holds it, in both languages."""

    help = "Dit où vit chaque rangée de l’inventaire; échoue s’il en manque une."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--manques", action="store_true", help="Seulement les rangées qui manquent.")

    def handle(self, *args, manques: bool, **options) -> None:
        constats = [constater(rangee) for rangee in rangees()]
        absents = [constat for constat in constats if constat.manques]
        for constat in absents if manques else constats:
            rangee = constat.rangee
            ou = f"MANQUE : {', '.join(constat.manques)}" if constat.manques else ", ".join(rangee.objets)
            self.stdout.write(f"{rangee.id}\t{rangee.libelle}\t{ou}")
        if absents:
            raise CommandError(f"{len(absents)} rangées sur {len(constats)} n’ont pas d’objet.")
        self.stdout.write(f"{len(constats)} rangées, toutes tenues, dans les deux langues.")
