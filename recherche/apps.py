"""Application settings."""

from contextlib import suppress

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import import_string


class RechercheConfig(AppConfig):
    """Bilingual faceted search over what other applications declare (see `registre`)."""

    name = "recherche"
    label = "recherche"
    verbose_name = "Recherche"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the system checks, and imports the engine: a client takes a while to import, which neither the
        first visitor nor the first editor should wait for."""
        from recherche import checks, signaux  # noqa: F401

        signaux.brancher()

        with suppress(ImportError):  # which the checks explain
            import_string(settings.RECHERCHE_MOTEUR)
