"""Registrations with Wagtail's admin; what they do lives elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from ressources.viewsets import ClassementsGroup, OrganisationViewSet, SynonymesViewSet

register_snippet(ClassementsGroup)
register_snippet(OrganisationViewSet)
register_snippet(SynonymesViewSet)


@hooks.register("construct_main_menu")
def masquer_menu_snippets(request, menu_items) -> None:
    """All our snippets have entries of their own."""
    menu_items[:] = [item for item in menu_items if item.name != "snippets"]
