from django.core.management.base import BaseCommand

from portail.demonstration import racine
from portail.demonstration.charger import sans_redirections
from portail.roles import installer_roles
from ressources.chargement.classements import charger_classements


class Command(BaseCommand):
    """Makes an empty site ready to be filled: languages, roles, classifications, home page, lists, site pages."""

    help = "Prépare un site sans fiches : langues, rôles, classements, accueil, répertoires et pages du site."

    def handle(self, *args, **options) -> None:
        fr, en = racine.locales()
        installer_roles()
        charger_classements()
        with sans_redirections():
            accueil, _dit = racine.accueil(fr, en)
            racine.repertoires(accueil, fr, en)
            racine.contenus(accueil, fr, en)
        self.stdout.write("Le site est prêt : il ne lui manque que des fiches.")
