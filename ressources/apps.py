from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class RessourcesConfig(AppConfig):
    """The content: themes, tools, initiatives, their classifications and their organisations."""

    name = "ressources"
    verbose_name = _("Ressources")

    def ready(self) -> None:
        from ressources.branchement import recherche as declaration_recherche
        from ressources.branchement import signaux
        from ressources.presentation.volet_chiffres import CollecteurChiffres
        from ressources.presentation.volet_recommandations import CollecteurRecommandations
        from ressources.presentation.volets import declarer_volets
        from ressources.presentation.volets_fiches import CollecteurFiches
        from ressources.secours.repli import preparer_sqlite

        connection_created.connect(preparer_sqlite, dispatch_uid="ressources.replier_texte")
        signaux.brancher()
        declaration_recherche.declarer()
        declarer_volets(CollecteurFiches(), rang=10)
        declarer_volets(CollecteurChiffres(), rang=20)
        declarer_volets(CollecteurRecommandations(), rang=30)
