"""Querysets of the pages: what a visitor may see, ready for cards."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Locale, PageManager, PageQuerySet, PageViewRestriction

from ressources.declaration import fiches


def visibles(pages: PageQuerySet, locale: Locale | int | None = None) -> PageQuerySet:
    """Live pages that no restriction hides, aliases left out; in one language when `locale` (or its pk) is given.

    Wagtail's `public()` asks for all restrictions in a query of its own each time; this is one condition.
    """
    chemin = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(chemin=chemin).filter(chemin__startswith=F("page__path"))
    requete = pages.live().filter(~Exists(restrictions), alias_of__isnull=True)
    return requete if locale is None else requete.filter(locale=locale)


class FicheQuerySet(PageQuerySet):
    """Queries over sheets of all types."""

    def publiques(self, locale: Locale | int | None = None) -> "FicheQuerySet":
        """The sheets that every visitor may read."""
        return visibles(self, locale)

    def avec_objets(self) -> QuerySet:
        """Adds the single objects that a card shows, in the same query."""
        propres = (declare.nom for declare in fiches() if declare.carte)
        return self.select_related("locale", "image", *propres)

    def pour_cartes(self) -> QuerySet:
        """Adds all that a card shows: a fixed number of queries whatever the number of cards."""
        return self.avec_objets().prefetch_related("piliers", "territoires")


FicheManager = PageManager.from_queryset(FicheQuerySet)
