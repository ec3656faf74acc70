"""Bulk actions on pages of which some take others along: a section its pages, a source its translations.

Wagtail's read the selected pages once; these read each again just before its turn, when the ones before may have moved
it or taken it along.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, MoveBulkAction
from wagtail.models import Page


class SupprimerEnLot(DeleteBulkAction):
    """A page already taken along counts as deleted."""

    @classmethod
    def execute_action(cls, objects: Iterable[Page], **kwargs: Any) -> tuple[int, int]:
        """Deletes `objects`; returns how many of them went and how many pages were beneath them."""
        choisies = dessous = 0
        for page in objects:
            presentes = Page.objects.filter(pk=page.pk)
            _supprimees, enfants = super().execute_action(presentes, **kwargs)
            choisies, dessous = choisies + 1, dessous + enfants
        return choisies, dessous


def lieu(destination: Page, page: Page) -> Page:
    """Where `page` goes: beneath the translation of the destination in its own language, when there is one."""
    if destination.is_root() or destination.locale_id == page.locale_id:
        return destination
    traductions = destination.get_translations().filter(alias_of__isnull=True)
    return traductions.filter(locale_id=page.locale_id).first() or destination


class DeplacerEnLot(MoveBulkAction):
    """Wagtail moves no page into another language: each goes beneath the destination in its own."""

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, list]]:
        """The pages that may go, and by reason those that may not: each language asked about its own destination."""
        pages, refus = super().get_actionable_objects()
        if self.cleaned_form is None:
            return pages, refus
        choix = self.cleaned_form.cleaned_data
        choisie, refusees = choix["chooser"], refus["pages_without_destination_access"]
        for locale_id, autre in {
            _locale(refusee): lieu(choisie, refusee["item"]) for refusee in refusees
        }.items():
            choix["chooser"] = autre
            permises, motifs = super().get_actionable_objects()
            pages = _echanger(pages, permises, locale_id)
            refus = {motif: _echanger(refus[motif], motifs[motif], locale_id) for motif in refus}
        choix["chooser"] = choisie
        return pages, refus

    @classmethod
    def execute_action(
        cls, objects: Iterable[Page], destination: Page | None = None, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        """Moves `objects`; returns how many."""
        choisies = list(objects)
        for choisie in choisies:
            page = Page.objects.get(pk=choisie.pk)
            arrivee = Page.objects.get(pk=lieu(destination, page).pk)
            page.move(arrivee, pos="last-child", user=user)
        return len(choisies), 0


def _locale(page: Any) -> int:
    """The language of a page, or of one that is refused ({"item": page})."""
    return (page["item"] if isinstance(page, dict) else page).locale_id


def _echanger(pages: list, autres: list, locale_id: int) -> list:
    """`pages`, but in one language those of `autres`."""
    return [p for p in pages if _locale(p) != locale_id] + [p for p in autres if _locale(p) == locale_id]
