from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortailConfig(AppConfig):
    """The composition root: settings, addresses, home and institutional pages."""

    name = "portail"
    verbose_name = _("Portail")
