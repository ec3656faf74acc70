"""Which index keys a change touches. Read before a deletion, inside the transaction of the change."""

from collections.abc import Iterable

from django.db.models import Model, Q
from wagtail.models import Page, ReferenceIndex

from ressources import indexation_plateforme
from ressources.indexation import cle_index
from ressources.models import DocumentPortail, Fiche, LienFiche


def _cles(uuids: Iterable) -> list[str]:
    return [cle_index(uuid) for uuid in dict.fromkeys(uuids)]


def cles_fiche(fiche: Fiche) -> list[str]:
    """The sheet, and those related to it: their theme facet depends on it."""
    cle = fiche.translation_key
    liees = LienFiche.objects.filter(Q(page__translation_key=cle) | Q(cible__translation_key=cle))
    paires = liees.values_list("page__translation_key", "cible__translation_key")
    return _cles([cle, *(uuid for paire in paires for uuid in paire)])


def cles_lien(lien: LienFiche) -> list[str]:
    """Both ends of a relation."""
    bouts = Fiche.objects.filter(pk__in=[lien.page_id, lien.cible_id])
    return _cles(bouts.values_list("translation_key", flat=True))


def cles_sous(page: Page) -> list[str]:
    """All the sheets at or under a page, the platform and its measures included."""
    fiches = Fiche.objects.descendant_of(page, inclusive=True)
    cles = _cles(fiches.values_list("translation_key", flat=True))
    return [*cles, *indexation_plateforme.cles_sous(page)]


def cles_terme(terme: Model) -> list[str]:
    """The sheets that bear a term, whichever relation holds it; a measure, a box of the theory, their own documents."""
    uuids: list = []
    for relation in terme._meta.related_objects:
        if issubclass(relation.related_model, Fiche):
            filtre = {relation.field.name: terme.pk}
            uuids += relation.related_model.objects.filter(**filtre).values_list("translation_key", flat=True)
    return [*_cles(uuids), *indexation_plateforme.cles_terme(terme)]


def cles_document(document: DocumentPortail) -> list[str]:
    """The sheets that attach a file, by Wagtail's reference index (it sees inside StreamFields)."""
    references = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True)
    pks = [int(pk) for pk in references if pk.isdecimal()]
    return _cles(Fiche.objects.filter(pk__in=pks).values_list("translation_key", flat=True))
