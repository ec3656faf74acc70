"""Registrations with Wagtail's admin; what they do lives elsewhere."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from ressources.administration import (  # the reports register their addresses and their menu entries
    actions_en_lot,
    documents,
    rapport_lectures,  # noqa: F401
    rapport_orphelins,  # noqa: F401
)
from ressources.administration.rapport_recherches import POLITIQUE, RapportRecherches
from ressources.administration.suppressions import avant_de_supprimer
from ressources.administration.viewsets import (
    ClassementsGroup,
    MessageViewSet,
    OrganisationViewSet,
    SynonymesViewSet,
    TermeViewSet,
)
from ressources.administration.viewsets_donnees import DonneesGroup
from ressources.branchement.collections import documents_deplaces
from ressources.traduction import gardes

register_snippet(ClassementsGroup)
register_snippet(OrganisationViewSet)
register_snippet(TermeViewSet)
register_snippet(SynonymesViewSet)
register_snippet(DonneesGroup)
register_snippet(MessageViewSet)


@hooks.register("construct_main_menu")
def masquer_menu_snippets(request, menu_items) -> None:
    """All our snippets have entries of their own."""
    menu_items[:] = [item for item in menu_items if item.name != "snippets"]


documents.brancher()
hooks.register("after_bulk_action", documents_deplaces)
hooks.register("before_delete_snippet", avant_de_supprimer)
for action in (actions_en_lot.SupprimerEnLot, actions_en_lot.DeplacerEnLot):
    hooks.register("register_bulk_action", action, order=1)  # after Wagtail's, which it replaces
hooks.register("register_admin_urls", gardes.adresses, order=-1)  # before those of wagtail-localize


@hooks.register("register_admin_urls")
def adresses_du_rapport() -> list:
    """The report of searches, and its rows alone, which a filter asks for."""
    racine, nom = "reports/recherches/", RapportRecherches.index_url_name
    return [
        path(racine, RapportRecherches.as_view(), name=nom),
        path(f"{racine}lignes/", RapportRecherches.as_view(results_only=True), name=f"{nom}_lignes"),
    ]


class EntreeRecherches(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request) -> bool:
        return POLITIQUE.user_has_permission(request.user, "view")


@hooks.register("register_reports_menu_item")
def entree_du_rapport() -> MenuItem:
    return EntreeRecherches(
        _("Recherches des visiteurs"),
        reverse(RapportRecherches.index_url_name),
        name="recherches",
        icon_name="search",
        order=600,
    )


@hooks.register("register_permissions")
def permissions_du_rapport() -> QuerySet:
    """Offered in the form of a group."""
    return Permission.objects.filter(content_type__app_label="recherche", codename="view_motscherches")
