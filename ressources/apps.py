from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RessourcesConfig(AppConfig):
    """The content: themes, tools, initiatives, their classifications and their organisations."""

    name = "ressources"
    verbose_name = _("Ressources")

    def ready(self) -> None:
        from ressources import declaration_recherche, signaux
        from ressources.presentation.volet_chiffres import CollecteurChiffres
        from ressources.presentation.volet_recommandations import CollecteurRecommandations
        from ressources.presentation.volets_fiches import CollecteurFiches
        from ressources.volets import declarer_volets

        signaux.brancher()
        declaration_recherche.declarer()
        declarer_volets(CollecteurFiches(), rang=10)
        declarer_volets(CollecteurChiffres(), rang=20)
        declarer_volets(CollecteurRecommandations(), rang=30)
