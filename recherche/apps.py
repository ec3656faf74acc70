"""Application settings."""

from django.apps import AppConfig


class RechercheConfig(AppConfig):
    """Bilingual faceted search over what other applications declare (see `registre`)."""

    name = "recherche"
    label = "recherche"
    verbose_name = "Recherche"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the system checks."""
        from recherche import checks  # noqa: F401
