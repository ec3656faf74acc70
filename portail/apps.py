from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortailConfig(AppConfig):
    """The composition root: settings, addresses, home and institutional pages."""

    name = "portail"
    verbose_name = _("Portail")

    def ready(self) -> None:
        """Declares the portal's own types, and tells the search where a visitor may propose a resource."""
        from portail.navigation.contribuer import url_contribuer
        from portail.types import TYPES
        from recherche.registre import declarer as declarer_recherche
        from ressources.declaration import declarer

        declarer(*TYPES)
        declarer_recherche(proposer=url_contribuer)
