from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortailConfig(AppConfig):
    """The composition root: settings, addresses, home and institutional pages."""

    name = "portail"
    verbose_name = _("Portail")

    def ready(self) -> None:
        """Tells the search where a visitor may propose a resource."""
        from portail.navigation.contribuer import url_contribuer
        from recherche.registre import declarer

        declarer(proposer=url_contribuer)
