"""Models of the content, by subject."""

from ressources.models.actions import ActionPage
from ressources.models.base import Fiche, LienFiche
from ressources.models.bilans import BilanPage
from ressources.models.chargement import Chargement
from ressources.models.chiffres import ChiffreCle
from ressources.models.citations import Citation
from ressources.models.classements import (
    CLASSEMENTS,
    Mesure,
    Milieu,
    Obstacle,
    Periode,
    Pilier,
    PublicCible,
    Territoire,
    TypeAction,
    TypeOutil,
)
from ressources.models.documents import TexteDocument
from ressources.models.fiches import InitiativePage, OutilPage, ThematiquePage
from ressources.models.glossaire import GlossairePage, Terme
from ressources.models.graphiques import Graphique, LigneGraphique
from ressources.models.medias import DocumentPortail, ImagePortail, Rendition
from ressources.models.messages import MessageOrganisation
from ressources.models.organisations import Organisation
from ressources.models.page_annuaire import AnnuairePage, CartePage
from ressources.models.page_chiffres import ChiffresPage
from ressources.models.plateforme import PlateformePage
from ressources.models.recommandations import Recommandation
from ressources.models.references import Reference
from ressources.models.repertoire import RepertoirePage
from ressources.models.theorie import ElementTheorie, TheorieChangementPage, VersionTheorie

__all__ = [
    "CLASSEMENTS",
    "ActionPage",
    "AnnuairePage",
    "BilanPage",
    "CartePage",
    "Chargement",
    "ChiffreCle",
    "ChiffresPage",
    "Citation",
    "DocumentPortail",
    "ElementTheorie",
    "Fiche",
    "GlossairePage",
    "Graphique",
    "ImagePortail",
    "InitiativePage",
    "LienFiche",
    "LigneGraphique",
    "MessageOrganisation",
    "Mesure",
    "Milieu",
    "Obstacle",
    "Organisation",
    "OutilPage",
    "Periode",
    "Pilier",
    "PlateformePage",
    "PublicCible",
    "Recommandation",
    "Reference",
    "Rendition",
    "RepertoirePage",
    "Terme",
    "Territoire",
    "TexteDocument",
    "ThematiquePage",
    "TheorieChangementPage",
    "TypeAction",
    "TypeOutil",
    "VersionTheorie",
]
