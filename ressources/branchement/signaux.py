"""Which changes reach the search and the translations. Each handler is a line that calls a named function.

`post_save` also fires for draft revisions and autosave: these save a few bookkeeping fields only.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from recherche.indexation.vidage import signaler
from recherche.models import TOUT
from ressources.documents import taches
from ressources.indexation import reindexation
from ressources.indexation.libelles import libelles_changes
from ressources.models import (
    CLASSEMENTS,
    ActionPage,
    AnnuairePage,
    BilanPage,
    CartePage,
    ChiffreCle,
    ChiffresPage,
    Citation,
    DocumentPortail,
    ElementTheorie,
    Fiche,
    GlossairePage,
    Graphique,
    InitiativePage,
    LienFiche,
    Organisation,
    OutilPage,
    PlateformePage,
    Recommandation,
    Reference,
    RepertoirePage,
    Terme,
    ThematiquePage,
    TheorieChangementPage,
    VersionTheorie,
)
from ressources.traduction import propagation

FICHES = (ThematiquePage, OutilPage, InitiativePage, ActionPage, BilanPage)
PAGES_A_PARTIES = (PlateformePage, TheorieChangementPage, GlossairePage, AnnuairePage, ChiffresPage)
BROUILLON = {
    "latest_revision",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
    "locked",
    "locked_at",
    "locked_by",
}


def fiche_enregistree(instance: Fiche, update_fields=None, **kwargs) -> None:
    if update_fields is None or not set(update_fields) <= BROUILLON:
        signaler(*reindexation.cles_fiche(instance))


def fiche_supprimee(instance: Fiche, **kwargs) -> None:
    signaler(*reindexation.cles_fiche(instance))


def lien_change(instance: LienFiche, **kwargs) -> None:
    signaler(*reindexation.cles_lien(instance))


def page_deplacee(instance, **kwargs) -> None:
    signaler(*reindexation.cles_sous(instance))


def restriction_changee(instance: PageViewRestriction, **kwargs) -> None:
    signaler(*reindexation.cles_sous(instance.page))
    propagation.restreindre_traductions(instance.page)


def terme_change(instance, **kwargs) -> None:
    signaler(*reindexation.cles_terme(instance))


def chiffre_change(instance: ChiffreCle, **kwargs) -> None:
    signaler(*reindexation.cles_chiffre(instance))


def relation_de_chiffre(instance, action: str, **kwargs) -> None:
    if action.startswith("post_") and isinstance(instance, ChiffreCle):
        signaler(*reindexation.cles_chiffre(instance))


def relation_d_organisation(instance, action: str, **kwargs) -> None:
    if action.startswith("post_") and isinstance(instance, Organisation):
        signaler(*reindexation.cles_organisation(instance))


def page_a_parties_change(instance, update_fields=None, **kwargs) -> None:
    if update_fields is None or not set(update_fields) <= BROUILLON:
        signaler(*reindexation.cles_parties(instance))


def reference_change(instance, **kwargs) -> None:
    signaler(*reindexation.cles_citantes(instance))


def document_enregistre(instance: DocumentPortail, **kwargs) -> None:
    taches.lire_apres_validation(instance)


def site_change(**kwargs) -> None:
    signaler(TOUT)


def page_publiee(instance, **kwargs) -> None:
    if isinstance(instance, Fiche):
        propagation.aligner_classements(instance)


def page_retiree(instance, **kwargs) -> None:
    propagation.retirer_traductions(instance)


def avant_suppression(instance, **kwargs) -> None:
    propagation.noter_traductions(instance)


def apres_suppression(instance, **kwargs) -> None:
    propagation.supprimer_traductions(instance)


def _brancher(signal, fonction, *emetteurs) -> None:
    for emetteur in emetteurs or (None,):
        signal.connect(fonction, sender=emetteur, dispatch_uid=(fonction.__name__, emetteur))


def brancher() -> None:
    """Connects the handlers; called once, when the application is ready."""
    _brancher(post_save, fiche_enregistree, *FICHES)
    _brancher(post_delete, fiche_supprimee, *FICHES)
    _brancher(pre_delete, avant_suppression, *FICHES, RepertoirePage, *PAGES_A_PARTIES, CartePage)
    _brancher(post_delete, apres_suppression, *FICHES, RepertoirePage, *PAGES_A_PARTIES, CartePage)
    for signal in (post_save, post_delete):
        _brancher(signal, lien_change, LienFiche)
        _brancher(signal, restriction_changee, PageViewRestriction)
        _brancher(signal, site_change, Site)
        _brancher(signal, page_a_parties_change, *PAGES_A_PARTIES)
    for signal in (post_save, pre_delete):
        _brancher(signal, terme_change, *CLASSEMENTS, Organisation, Reference, Recommandation)
        _brancher(signal, terme_change, VersionTheorie, ElementTheorie, Terme)
        _brancher(signal, libelles_changes, *CLASSEMENTS, Organisation)
        _brancher(signal, reference_change, DocumentPortail, Citation, Graphique)
        _brancher(signal, chiffre_change, ChiffreCle)
    for relation in (ChiffreCle.mesures, ChiffreCle.organisations):
        _brancher(m2m_changed, relation_de_chiffre, relation.through)
    for relation in (Organisation.autres_territoires, Organisation.milieux):
        _brancher(m2m_changed, relation_d_organisation, relation.through)
    _brancher(post_save, document_enregistre, DocumentPortail)
    _brancher(post_page_move, page_deplacee)
    _brancher(page_slug_changed, page_deplacee)
    _brancher(page_published, page_publiee)
    _brancher(page_unpublished, page_retiree)
