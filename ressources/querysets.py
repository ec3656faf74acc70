"""Querysets of the sheets: what a visitor may see, ready for cards."""

from django.db.models import QuerySet
from wagtail.models import Locale, PageManager, PageQuerySet


class FicheQuerySet(PageQuerySet):
    """Queries over sheets of all types."""

    def publiques(self, locale: Locale | int | None = None) -> "FicheQuerySet":
        """Live sheets that no restriction hides, in one language when `locale` (or its pk) is given."""
        requete = self.live().public().filter(alias_of__isnull=True)
        return requete if locale is None else requete.filter(locale=locale)

    def pour_cartes(self) -> QuerySet:
        """Adds all that a card shows: a fixed number of queries whatever the number of cards."""
        return self.select_related("locale", "image", "outilpage").prefetch_related(
            "piliers", "territoires", "image__renditions"
        )


FicheManager = PageManager.from_queryset(FicheQuerySet)
