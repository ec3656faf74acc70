"""The admin of classifications and organisations."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from recherche.models import Synonymes
from recherche.valeurs.requete import nettoyer
from ressources.models import (
    ElementTheorie,
    MessageOrganisation,
    Mesure,
    Milieu,
    Obstacle,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Recommandation,
    Reference,
    Terme,
    Territoire,
    TypeAction,
    TypeOutil,
    VersionTheorie,
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
    panels = [
        *NOMS,
        FieldPanel("pilier"),
        FieldRowPanel([FieldPanel("en_clair_fr"), FieldPanel("en_clair_en")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("source_en"), FieldPanel("annee")]),
        ECART,
        MultiFieldPanel(
            [FieldPanel("raison_fr"), FieldPanel("raison_en")], heading=_("Pourquoi rien n’y travaille")
        ),
    ]


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


class VersionTheorieViewSet(ClassementViewSet):
    model = VersionTheorie
    panels = [
        *NOMS,
        FieldPanel("periode"),
        FieldPanel("note_fr"),
        FieldPanel("note_en"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("annee")]),
    ]


class ElementTheorieViewSet(ClassementViewSet):
    model = ElementTheorie
    list_filter = ["version", "colonne"]
    list_display = ["nom_fr", "nom_en", "colonne", "version", "code"]
    panels = [
        *NOMS,
        FieldRowPanel([FieldPanel("version"), FieldPanel("colonne")]),
        FieldRowPanel([FieldPanel("groupe_fr"), FieldPanel("groupe_en")]),
        FieldPanel("note_fr"),
        FieldPanel("note_en"),
        FieldPanel("mesures", widget=CheckboxSelectMultiple),
        FieldPanel("publics", widget=CheckboxSelectMultiple),
    ]


class TypeActionViewSet(ClassementViewSet):
    model = TypeAction


class ReferenceViewSet(ClassementViewSet):
    """Documents named by the sources."""

    model = Reference
    icon = "doc-full"
    list_display = ["nom", "genre", "langue", "annee", "code"]
    list_filter = ["genre", "langue"]
    search_fields = ["titre", "nom_fr", "nom_en", "code", "auteurs"]
    panels = [
        FieldRowPanel([FieldPanel("titre"), FieldPanel("langue"), FieldPanel("genre")]),
        *NOMS,
        FieldRowPanel([FieldPanel("date_fr"), FieldPanel("date_en"), FieldPanel("auteurs")]),
        FieldPanel("resume_fr"),
        FieldPanel("resume_en"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("annee")]),
        FieldRowPanel([FieldPanel("document"), FieldPanel("url")]),
    ]


class RecommandationViewSet(ClassementViewSet):
    model = Recommandation
    list_display = ["nom_fr", "parent", "bilan", "code"]
    list_filter = ["bilan"]
    panels = [
        *NOMS,
        FieldRowPanel([FieldPanel("parent"), FieldPanel("bilan")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("annee")]),
    ]


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
        VersionTheorieViewSet,
        ElementTheorieViewSet,
        TypeActionViewSet,
        ReferenceViewSet,
        RecommandationViewSet,
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


class AjoutSynonymes(CreateView):
    """A new group, begun with the words that the address gives (the report of searches does)."""

    def get_initial(self) -> dict[str, str]:
        donnes = {champ: nettoyer(self.request.GET.get(champ, ""))[0] for champ in ("francais", "anglais")}
        return {**super().get_initial(), **{champ: mots for champ, mots in donnes.items() if mots}}


class TermeViewSet(ClassementViewSet):
    """The glossary, for everyone who edits."""

    model = Terme
    icon = "openquote"
    add_to_admin_menu = True
    menu_label = _("Glossaire")
    menu_order = 315
    list_display = ["nom_fr", "nom_en", "sigle", "code"]
    search_fields = ["nom_fr", "nom_en", "sigle", "code"]
    ordering = ["nom_fr"]
    panels = [
        *NOMS,
        FieldRowPanel([FieldPanel("sigle"), FieldPanel("sigle_en")]),
        FieldPanel("definition_fr"),
        FieldPanel("definition_en"),
        FieldRowPanel([FieldPanel("formes_fr"), FieldPanel("formes_en")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("annee")]),
    ]


class SynonymesViewSet(SnippetViewSet):
    """Groups of equivalent expressions, for everyone who edits: a search uses them at once."""

    model = Synonymes
    add_view_class = AjoutSynonymes
    icon = "list-ul"
    add_to_admin_menu = True
    menu_label = _("Synonymes")
    menu_order = 320
    list_display = ["__str__"]
    search_fields = ["francais", "anglais"]
    copy_view_enabled = False
    panels = [
        HelpPanel(
            _(
                "Une personne qui cherche l’une de ces expressions trouve aussi les fiches qui emploient les"
                " autres, dans les deux langues. L’effet est immédiat."
            )
        ),
        FieldRowPanel([FieldPanel("francais"), FieldPanel("anglais")]),
    ]
