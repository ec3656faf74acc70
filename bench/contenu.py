"""The content that is measured: the demonstration, then ten times as many sheets."""

from io import StringIO
from uuid import uuid4

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from recherche.indexation.vidage import reconstruire, vidage_differe
from ressources.models import Fiche


def demonstration() -> int:
    """Loads the demonstration; returns the number of sheets, both languages together."""
    call_command("migrate", verbosity=0, interactive=False)
    with vidage_differe():
        call_command("charger_demonstration", stdout=StringIO())
    reconstruire()
    return Fiche.objects.count()


def _copier(page: Fiche, rang: int, cle) -> Fiche:
    """A published copy beside the original, with its classifications; its relations point at the same sheets."""
    attributs = {
        "title": f"{page.title} ({rang})",
        "slug": f"{page.slug}-{rang}",
        "code": f"{page.code}-{rang}",
        "translation_key": cle,
    }
    return page.copy(
        update_attrs=attributs, copy_revisions=False, reset_translation_key=False, log_action=None
    )


def decupler(fois: int = 10) -> int:
    """Copies each sheet, with its translation, until there are `fois` times as many; returns their number."""
    source = Locale.objects.get(language_code="fr")
    originales = list(Fiche.objects.filter(locale=source).specific())
    with vidage_differe(), disable_reference_index_auto_update(), transaction.atomic():
        for page in originales:
            traductions = list(page.get_translations().specific())
            for rang in range(2, fois + 1):
                cle = uuid4()
                for version in (page, *traductions):
                    _copier(version, rang, cle)
    reconstruire()
    return Fiche.objects.count()
