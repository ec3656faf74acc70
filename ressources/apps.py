from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class RessourcesConfig(AppConfig):
    """The content: themes, tools, initiatives, their classifications and their organisations."""

    name = "ressources"
    verbose_name = _("Ressources")

    def ready(self) -> None:
        """Declares the types of pages, then connects what reads the declarations."""
        from ressources import checks, declaration, types  # noqa: F401 - registers the checks
        from ressources.branchement import collections, recherche, signaux
        from ressources.secours.repli import preparer_sqlite

        connection_created.connect(preparer_sqlite, dispatch_uid="ressources.replier_texte")
        declaration.declarer(*types.TYPES)
        signaux.brancher()
        collections.brancher()
        recherche.declarer()
