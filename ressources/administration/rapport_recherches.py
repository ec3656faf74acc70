"""The admin report of what visitors search for: the most asked, what finds nothing, and a way to mend it."""

from datetime import timedelta
from urllib.parse import urlencode

import django_filters
from django.conf import settings
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.forms import RadioSelect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from recherche.aide.syntaxe import lire
from recherche.journal.carnet import CONSERVATION
from recherche.models import MotsCherches

POLITIQUE = ModelPermissionPolicy(MotsCherches)
FORMULES = ("=", "+", "-", "@", "\t", "\r", "\n")
AJOUT_SYNONYMES = "wagtailsnippets_recherche_synonymes:add"
CHAMPS_SYNONYMES = {"fr": "francais", "en": "anglais"}


def recherches() -> QuerySet:
    """Rows {mots, langue, demandes, trouvees, derniere} of the words that enough searches asked for, lately enough.

    A filter on `jour` narrows the counts, and the threshold with them: a short period shows less, never more.
    """
    memes = MotsCherches.objects.filter(
        empreinte=OuterRef("empreinte"), langue=OuterRef("langue"), dernier_total__isnull=False
    )
    return (
        MotsCherches.objects.exclude(mots="")
        .filter(jour__gte=timezone.localdate() - CONSERVATION)
        .values("empreinte", "mots", "langue")
        .annotate(
            demandes=Sum("nombre"),
            derniere=Max("jour"),
            trouvees=Subquery(memes.order_by("-jour").values("dernier_total")[:1]),
        )
        .filter(demandes__gte=settings.RECHERCHE_JOURNAL_SEUIL)
    )


def neutraliser(valeur: object) -> str:
    """Text that no spreadsheet takes for a formula."""
    texte = str(valeur)
    return f"'{texte}" if texte.lstrip(" ").startswith(FORMULES) else texte


class FiltreRecherches(WagtailFilterSet):
    """By result, language and period."""

    resultat = django_filters.ChoiceFilter(
        label=_("Résultats"),
        method="par_resultat",
        choices=[("aucun", _("Sans résultat")), ("quelques", _("Avec résultats"))],
        empty_label=_("Toutes"),
        widget=RadioSelect,
    )
    langue = django_filters.ChoiceFilter(
        label=_("Langue"),
        field_name="langue",
        choices=settings.LANGUAGES,
        empty_label=_("Toutes"),
        widget=RadioSelect,
    )
    periode = django_filters.ChoiceFilter(
        label=_("Période"),
        method="par_periode",
        choices=[("7", _("7 derniers jours")), ("30", _("30 derniers jours"))],
        empty_label=_("90 derniers jours"),
        widget=RadioSelect,
    )

    class Meta:
        model = MotsCherches
        fields = ["resultat", "langue", "periode"]

    def par_resultat(self, lignes: QuerySet, nom: str, valeur: str) -> QuerySet:
        return lignes.filter(trouvees=0) if valeur == "aucun" else lignes.filter(trouvees__gt=0)

    def par_periode(self, lignes: QuerySet, nom: str, valeur: str) -> QuerySet:
        return lignes.filter(jour__gt=timezone.localdate() - timedelta(days=int(valeur)))


class RapportRecherches(ReportView):
    """What visitors search for, aggregated; nobody's name is in it."""

    page_title = _("Recherches des visiteurs")
    results_template_name = "ressources/admin/recherches.html"
    header_icon = "search"
    index_url_name = "recherches_des_visiteurs"
    index_results_url_name = "recherches_des_visiteurs_lignes"
    permission_policy = POLITIQUE
    permission_required = "view"
    filterset_class = FiltreRecherches
    is_searchable = True
    search_fields = ["mots"]
    default_ordering = "-demandes"
    verbose_name_plural = _("recherches demandées assez souvent pour figurer ici")
    export_filename = "recherches"
    list_export = ["mots", "langue", "demandes", "trouvees", "derniere"]
    export_headings = {
        "mots": _("Mots cherchés"),
        "langue": _("Langue"),
        "demandes": _("Recherches"),
        "trouvees": _("Fiches trouvées"),
        "derniere": _("Dernière fois"),
    }
    custom_field_preprocess = {"mots": {"csv": neutraliser, "xlsx": neutraliser}}

    def get_base_queryset(self) -> QuerySet:
        return recherches()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Ties by words, so that pages of the report never overlap."""
        return queryset.order_by(self.ordering, "mots", "langue")

    def get_context_data(self, *args, **kwargs) -> dict:
        return super().get_context_data(*args, **kwargs) | {"seuil": settings.RECHERCHE_JOURNAL_SEUIL}

    @cached_property
    def columns(self) -> list[Column]:
        titres = self.export_headings
        colonnes = [
            Column("mots", label=titres["mots"], sort_key="mots"),
            Column("langue", label=titres["langue"], accessor=_langue),
            NumberColumn("demandes", label=titres["demandes"], sort_key="demandes"),
            Column("trouvees", label=titres["trouvees"], accessor=_trouvees, sort_key="trouvees"),
            Column("derniere", label=titres["derniere"], accessor=_derniere, sort_key="derniere"),
        ]
        if self.request.user.has_perm("recherche.add_synonymes") and _url_synonymes():
            colonnes.append(Column("synonyme", label=_("Réparer"), accessor=_bouton_synonyme))
        return colonnes


def _langue(ligne: dict) -> str:
    return dict(settings.LANGUAGES).get(ligne["langue"], ligne["langue"])


def _trouvees(ligne: dict) -> str:
    """Nobody knows when all the searches had filters."""
    return "–" if ligne["trouvees"] is None else str(ligne["trouvees"])


def _derniere(ligne: dict) -> str:
    """A day: Wagtail's own column would say "13 hours ago" of it."""
    return date_format(ligne["derniere"])


def _url_synonymes() -> str:
    try:
        return reverse(AJOUT_SYNONYMES)
    except NoReverseMatch:
        return ""


def _bouton_synonyme(ligne: dict) -> str:
    """Opens the form of a new group of synonyms, these words already in it; those excluded are not asked for."""
    voulus = [morceau.texte for morceau in lire(ligne["mots"]) if not morceau.exclu]
    mots = " ".join(" ".join(voulus).split())
    adresse = f"{_url_synonymes()}?{urlencode({CHAMPS_SYNONYMES.get(ligne['langue'], 'francais'): mots})}"
    return format_html(
        '<a class="button button-small button-secondary" href="{}">{}</a>', adresse, _("En faire un synonyme")
    )
