"""The labels of terms in both languages: how a search in one language finds sheets of the other."""

import re

from recherche.aide import revisions
from ressources.models import CLASSEMENTS, Organisation

PRECISION = re.compile(r"\s*\([^)]*\)")  # « Tout-petits (0 à 5 ans) »: nobody types it


def libelles_bilingues() -> list[dict[str, str]]:
    """{"fr": …, "en": …} of each term that has a name in both languages; one query."""
    modeles = dict.fromkeys((*CLASSEMENTS, Organisation))
    premiere, *autres = (
        modele.objects.order_by().exclude(nom_fr="").exclude(nom_en="").values_list("nom_fr", "nom_en")
        for modele in modeles
    )
    paires = sorted(premiere.union(*autres))
    return [{"fr": PRECISION.sub("", fr), "en": PRECISION.sub("", en)} for fr, en in paires if fr != en]


def libelles_changes(**kwargs: object) -> None:
    """Says to every process that labels changed."""
    revisions.marquer(revisions.LIBELLES)
