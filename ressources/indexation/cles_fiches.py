"""Which sheets a change touches, as keys of the index."""

from collections.abc import Iterable

from django.db.models import Model, Q
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from ressources.indexation.fiches import cle_index
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


def cles_porteuses(terme: Model) -> list[str]:
    """The sheets that bear a term, whichever relation holds it."""
    uuids: list = []
    for relation in terme._meta.related_objects:
        if issubclass(relation.related_model, Fiche):
            filtre = {relation.field.name: terme.pk}
            uuids += relation.related_model.objects.filter(**filtre).values_list("translation_key", flat=True)
    return _cles(uuids)


def cles_citantes(objet: Model) -> list[str]:
    """The sheets that attach a file or show a quote or a chart."""
    return cles_citant([objet])


def cles_citant(objets: Iterable[Model]) -> list[str]:
    """The sheets that call one of these records, by Wagtail's reference index (it sees inside StreamFields)."""
    references = ReferenceIndex.get_references_to_in_bulk(objets)
    pks = [int(pk) for pk in references.values_list("object_id", flat=True) if pk.isdecimal()]
    return _cles(Fiche.objects.filter(pk__in=pks).values_list("translation_key", flat=True))


def cles_de_la_collection(collection: Collection) -> list[str]:
    """The sheets that attach a file of this collection, or of one within it."""
    return cles_citant(DocumentPortail.objects.filter(collection__path__startswith=collection.path))


def cles_de_la_restriction(restriction: CollectionViewRestriction) -> list[str]:
    """The same, when a collection closes or opens."""
    return cles_de_la_collection(restriction.collection)


def cles_sous(page: Page) -> list[str]:
    """All the sheets at or under a page."""
    fiches = Fiche.objects.descendant_of(page, inclusive=True)
    return _cles(fiches.values_list("translation_key", flat=True))
