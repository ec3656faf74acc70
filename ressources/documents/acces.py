"""Who may read a file: the search knows the text of those that every visitor may open, and of no other.

A file is private by its collection, or by one that holds it. (A page is by its own restrictions or its sections': see
`ressources.models.querysets.visibles`.)
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import CollectionViewRestriction

from ressources.models import DocumentPortail


def ouverts(documents: QuerySet[DocumentPortail]) -> QuerySet[DocumentPortail]:
    """The files that no restriction hides; one condition, whatever the depth of collections."""
    chemin = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    restrictions = CollectionViewRestriction.objects.alias(chemin=chemin)
    return documents.filter(~Exists(restrictions.filter(chemin__startswith=F("collection__path"))))
