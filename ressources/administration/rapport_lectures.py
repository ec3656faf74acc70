"""The admin report of the documents that the search could not read whole, and its export."""

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from ressources.administration.rapport_recherches import neutraliser
from ressources.models import TexteDocument

EDITER = ("add", "change", "publish")
A_DIRE = [choix for choix in TexteDocument.Etat.choices if choix[0] != TexteDocument.Etat.LU]


def lectures() -> QuerySet[TexteDocument]:
    """Those that something kept from being read whole, by title."""
    textes = TexteDocument.objects.exclude(etat=TexteDocument.Etat.LU).select_related("document")
    return textes.defer("pages").order_by("document__title", "pk")


def _titre(texte: TexteDocument) -> str:
    adresse = reverse("wagtaildocs:edit", args=[texte.document_id])
    return format_html('<a href="{}">{}</a>', adresse, texte.document.title)


class FiltreLectures(WagtailFilterSet):
    """By what was met."""

    etat = django_filters.ChoiceFilter(
        label=_("Lecture"), choices=A_DIRE, empty_label=_("Toutes"), widget=RadioSelect
    )

    class Meta:
        model = TexteDocument
        fields = ["etat"]


class RapportLectures(ReportView):
    """What to save again, scan again, or unlock."""

    page_title = _("Documents mal lus")
    header_icon = "doc-full-inverse"
    index_url_name = "lectures"
    index_results_url_name = "lectures_lignes"
    permission_policy = page_permission_policy
    any_permission_required = EDITER
    filterset_class = FiltreLectures
    verbose_name_plural = _("documents mal lus")
    export_filename = "lectures"
    list_export = ["document.title", "get_etat_display", "document.filename"]
    export_headings = {
        "document.title": _("Titre"),
        "get_etat_display": _("Lecture"),
        "document.filename": _("Fichier"),
    }
    custom_field_preprocess = {nom: {"csv": neutraliser, "xlsx": neutraliser} for nom in list_export}

    def get_base_queryset(self) -> QuerySet[TexteDocument]:
        return lectures()

    @cached_property
    def columns(self) -> list[Column]:
        titres = self.export_headings
        return [
            Column("titre", label=titres["document.title"], accessor=_titre),
            Column("etat", label=titres["get_etat_display"], accessor="get_etat_display"),
            Column("fichier", label=titres["document.filename"], accessor="document.filename"),
        ]


class EntreeLectures(MenuItem):
    """Shown to those who may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, EDITER)


@hooks.register("register_admin_urls")
def adresses() -> list:
    """The report, and its rows alone."""
    racine, nom = "reports/lectures/", RapportLectures.index_url_name
    return [
        path(racine, RapportLectures.as_view(), name=nom),
        path(f"{racine}lignes/", RapportLectures.as_view(results_only=True), name=f"{nom}_lignes"),
    ]


@hooks.register("register_reports_menu_item")
def entree() -> MenuItem:
    """In the Reports menu."""
    return EntreeLectures(
        _("Documents mal lus"),
        reverse(RapportLectures.index_url_name),
        name="lectures",
        icon_name="doc-full-inverse",
        order=620,
    )
