"""The admin of classifications and organisations."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ressources.models import (
    MessageOrganisation,
    Mesure,
    Milieu,
    Obstacle,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Territoire,
    TypeOutil,
)

NOMS = [
    FieldRowPanel([FieldPanel("nom_fr"), FieldPanel("nom_en")]),
    FieldRowPanel([FieldPanel("code"), FieldPanel("ordre")]),
]
ECART = MultiFieldPanel(
    [FieldPanel("divergence_fr"), FieldPanel("divergence_en")], heading=_("Écart entre les deux langues")
)


class ClassementViewSet(SnippetViewSet):
    """Base: bilingual names, code, rank."""

    list_display = ["nom_fr", "nom_en", "code", "ordre"]
    search_fields = ["nom_fr", "nom_en", "code"]
    ordering = ["ordre", "code"]
    panels = NOMS
    icon = "tag"
    copy_view_enabled = False


class PilierViewSet(ClassementViewSet):
    model = Pilier
    panels = [*NOMS, FieldPanel("description_fr"), FieldPanel("description_en"), FieldPanel("but_en"), ECART]


class MesureViewSet(ClassementViewSet):
    model = Mesure
    list_filter = ["pilier"]
    panels = [*NOMS, FieldPanel("pilier"), FieldPanel("source"), ECART]


class PublicViewSet(ClassementViewSet):
    model = PublicCible


class PeriodeViewSet(ClassementViewSet):
    model = Periode


class TypeOutilViewSet(ClassementViewSet):
    model = TypeOutil


class TerritoireViewSet(ClassementViewSet):
    model = Territoire
    list_filter = ["niveau"]
    list_display = ["nom_fr", "nom_en", "niveau", "parent", "code"]
    panels = [*NOMS, FieldRowPanel([FieldPanel("niveau"), FieldPanel("parent")])]


class MilieuViewSet(ClassementViewSet):
    model = Milieu


class ObstacleViewSet(ClassementViewSet):
    model = Obstacle


class ClassementsGroup(SnippetViewSetGroup):
    """The menu entry that holds all classifications."""

    menu_label = _("Classements")
    menu_icon = "tag"
    menu_order = 300
    items = (
        PilierViewSet,
        MesureViewSet,
        PublicViewSet,
        PeriodeViewSet,
        TypeOutilViewSet,
        TerritoireViewSet,
        MilieuViewSet,
        ObstacleViewSet,
    )


class OrganisationViewSet(SnippetViewSet):
    """Organisations have an entry of their own: moderators edit them too."""

    model = Organisation
    icon = "group"
    add_to_admin_menu = True
    menu_label = _("Organisations")
    menu_order = 310
    list_display = ["nom_fr", "sigle", "genre", "territoire"]
    list_filter = ["genre", "territoire"]
    search_fields = ["nom_fr", "nom_en", "sigle", "code"]
    ordering = ["nom_fr"]
    panels = [
        *NOMS,
        FieldRowPanel([FieldPanel("sigle"), FieldPanel("genre"), FieldPanel("territoire")]),
        FieldPanel("autres_territoires", widget=CheckboxSelectMultiple),
        FieldPanel("milieux", widget=CheckboxSelectMultiple),
        FieldPanel("role_fr"),
        FieldPanel("role_en"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("annee"), FieldPanel("fiction")]),
    ]


class MessageViewSet(SnippetViewSet):
    """What visitors wrote about organisations: read, answered, marked as done; nobody rewrites it."""

    model = MessageOrganisation
    icon = "mail"
    add_to_admin_menu = True
    menu_label = _("Messages reçus")
    menu_order = 330
    copy_view_enabled = False
    list_display = ["organisation", "nom", "recu_le", "traite"]
    list_filter = ["traite", "langue"]
    ordering = ["-recu_le"]
    panels = [
        FieldPanel("organisation", read_only=True),
        FieldRowPanel([FieldPanel("nom", read_only=True), FieldPanel("courriel", read_only=True)]),
        FieldPanel("message", read_only=True),
        FieldRowPanel([FieldPanel("recu_le", read_only=True), FieldPanel("langue", read_only=True)]),
        FieldPanel("traite"),
    ]
