"""The directory of organisations, and the map of territories."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ressources.declaration import Genre, Indexation, TypePage
from ressources.indexation.organisations import SourceOrganisations
from ressources.models import AnnuairePage, CartePage, Milieu, Organisation, Territoire
from ressources.presentation.annuaire import contexte_annuaire
from ressources.presentation.territoires import contexte_carte
from ressources.secours.parties import FamilleParties
from ressources.vues.annuaire import organisation

_source = SourceOrganisations()

ORGANISATIONS = Indexation(
    source=_source,
    repli=FamilleParties(
        genre=_source.prefixe,
        modele=Organisation,
        page=AnnuairePage,
        titre=("nom",),
        bilingues=("nom", "role"),
        simples=("sigle", "territoire__nom_fr", "territoire__nom_en"),
        filtres={"territoire": ("territoire__code__in", "autres_territoires__code__in")},
    ),
    touche={
        Organisation: _source.cles_de_l_organisation,
        Territoire: _source.cles_du_territoire,
        Milieu: _source.cles_du_milieu,
        AnnuairePage: _source.cles_de,
    },
    sous=_source.cles_sous,
    relations=(Organisation.autres_territoires, Organisation.milieux),
)
TYPE = TypePage(
    modele=AnnuairePage,
    parties=Genre(code=_source.prefixe, libelle=_("Organisation"), pluriel=_("Organisations"), rang=110),
    contexte=contexte_annuaire,
    vues=(path("<slug:code>/", organisation, name="partie"),),
    indexations=(ORGANISATIONS,),
    schema={"@type": "CollectionPage"},
    explorer=True,
)
CARTE = TypePage(modele=CartePage, contexte=contexte_carte, explorer=True)
