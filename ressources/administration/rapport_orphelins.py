"""The admin report of what stands alone, and its export."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from ressources.administration.orphelins import Orphelin, orphelins
from ressources.administration.rapport_recherches import neutraliser

EDITER = ("add", "change", "publish")
SANS_RAISON = _("À dire\u00a0: personne n’a encore écrit pourquoi.")


def _titre(ligne: Orphelin) -> str:
    nom, pk = ligne.adresse
    return format_html('<a href="{}">{}</a>', reverse(nom, args=[pk]), ligne.titre)


class RapportOrphelins(ReportView):
    """Few rows, made from four queries: they are neither searched nor sorted."""

    page_title = _("Théorie et pratique isolées")
    header_icon = "link"
    index_url_name = "orphelins"
    index_results_url_name = "orphelins_lignes"
    permission_policy = page_permission_policy
    any_permission_required = EDITER
    verbose_name_plural = _("fiches ou mesures isolées")
    export_filename = "isolees"
    list_export = ["libelle_genre", "titre", "manque_dit", "raison"]
    export_headings = {
        "libelle_genre": _("Type"),
        "titre": _("Titre"),
        "manque_dit": _("Ce qui manque"),
        "raison": _("Pourquoi"),
    }
    custom_field_preprocess = {nom: {"csv": neutraliser, "xlsx": neutraliser} for nom in list_export}

    def get_filtered_queryset(self) -> list[Orphelin]:
        return orphelins()

    @cached_property
    def columns(self) -> list[Column]:
        titres = self.export_headings
        return [
            Column("titre", label=titres["titre"], accessor=_titre),
            Column("libelle_genre", label=titres["libelle_genre"]),
            Column("manque_dit", label=titres["manque_dit"]),
            Column("raison", label=titres["raison"], accessor=lambda ligne: ligne.raison or SANS_RAISON),
        ]


class EntreeOrphelins(MenuItem):
    """Shown to those who may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, EDITER)


@hooks.register("register_admin_urls")
def adresses() -> list:
    """The report, and its rows alone."""
    racine, nom = "reports/isolees/", RapportOrphelins.index_url_name
    return [
        path(racine, RapportOrphelins.as_view(), name=nom),
        path(f"{racine}lignes/", RapportOrphelins.as_view(results_only=True), name=f"{nom}_lignes"),
    ]


@hooks.register("register_reports_menu_item")
def entree() -> MenuItem:
    """In the Reports menu."""
    return EntreeOrphelins(
        _("Théorie et pratique isolées"),
        reverse(RapportOrphelins.index_url_name),
        name="orphelins",
        icon_name="link",
        order=610,
    )
