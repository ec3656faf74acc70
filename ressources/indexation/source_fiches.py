"""The sheets as a source of the search."""

from collections.abc import Collection, Iterator
from uuid import UUID

from wagtail.models import Locale

from recherche.registre import Source
from recherche.valeurs.document import Document
from ressources.indexation.fiches import PREFIXE, charger_lot, vers_document
from ressources.models import Fiche

LOT = 50


def _cles_de(cles: Collection[str]) -> list[UUID]:
    """The translation keys among index keys; those of other sources, or malformed, are passed over."""
    trouvees = []
    for cle in cles:
        prefixe, _deux_points, reste = cle.partition(":")
        if prefixe == PREFIXE:
            try:
                trouvees.append(UUID(reste))
            except ValueError:
                continue
    return trouvees


class SourceFiches(Source):
    """Public sheets of all types, in all their languages."""

    def cles(self) -> Iterator[str]:
        uuids = Fiche.objects.publiques().order_by().values_list("translation_key", flat=True).distinct()
        return (f"{PREFIXE}:{uuid}" for uuid in uuids.iterator())

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        locales = {locale.pk: locale.language_code for locale in Locale.objects.all()}
        requete = Fiche.objects.publiques()
        if cles is not None:
            requete = requete.filter(translation_key__in=_cles_de(cles))
        pks = list(requete.order_by("pk").values_list("pk", flat=True))
        for debut in range(0, len(pks), LOT):
            lot, contexte = charger_lot(pks[debut : debut + LOT])
            for fiche in lot:
                yield vers_document(fiche, locales[fiche.locale_id], contexte)
