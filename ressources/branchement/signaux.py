"""Which changes reach the search and the translations. Each handler is a line that calls a named function.

What to listen to comes from the declarations: the records that make documents stale, the types of pages.
`post_save` also fires for draft revisions and autosave: these save a few bookkeeping fields only.
"""

from collections.abc import Iterator

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)
from wagtail_localize.models import Translation, TranslationSource

from recherche.indexation.vidage import signaler
from recherche.models import TOUT
from ressources.brouillons import liens as brouillons
from ressources.declaration import indexations, types
from ressources.documents import taches
from ressources.indexation import reindexation
from ressources.indexation.libelles import libelles_changes
from ressources.models import CLASSEMENTS, DocumentPortail, Fiche, Organisation
from ressources.traduction import adresses, propagation, restrictions

BROUILLON = {
    "latest_revision",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
    "locked",
    "locked_at",
    "locked_by",
}


def page_enregistree(instance: Page, update_fields=None, **kwargs) -> None:
    if update_fields is None or not set(update_fields) <= BROUILLON:
        signaler(*reindexation.cles(instance))


def avant_suppression_protegee(instance: Model, **kwargs) -> None:
    brouillons.proteger(instance)


def objet_change(instance: Model, **kwargs) -> None:
    signaler(*reindexation.cles(instance))


def relation_changee(instance: Model, action: str, **kwargs) -> None:
    if action.startswith("post_"):
        signaler(*reindexation.cles(instance))


def page_deplacee(instance: Page, **kwargs) -> None:
    signaler(*reindexation.cles_sous(instance))
    restrictions.aligner_apres_validation(instance)


def restriction_changee(instance: PageViewRestriction, **kwargs) -> None:
    signaler(*reindexation.cles_sous(instance.page))
    restrictions.aligner_apres_validation(instance.page)


def groupes_de_la_restriction(instance: PageViewRestriction, action: str, **kwargs) -> None:
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        restrictions.aligner_apres_validation(instance.page)


def traduction_faite(target_obj: Model, **kwargs) -> None:
    if isinstance(target_obj, Page):
        restrictions.aligner_apres_validation(target_obj)


def traduction_suivie(instance: Translation, **kwargs) -> None:
    restrictions.aligner_la_cible(instance)


def source_relue(instance: TranslationSource, **kwargs) -> None:
    adresses.garder_les_adresses(instance)


def document_enregistre(instance: DocumentPortail, **kwargs) -> None:
    taches.lire_apres_validation(instance)


def site_change(**kwargs) -> None:
    signaler(TOUT)


def page_publiee(instance: Page, **kwargs) -> None:
    if isinstance(instance, Fiche):
        propagation.aligner_classements(instance)


def page_retiree(instance: Page, **kwargs) -> None:
    propagation.retirer_traductions(instance)


def avant_suppression(instance: Page, **kwargs) -> None:
    propagation.noter_traductions(instance)


def apres_suppression(instance: Page, **kwargs) -> None:
    propagation.supprimer_traductions(instance)


def _suivis() -> Iterator[type[Model]]:
    """The models whose records the declarations follow; a parent of several types stands for each of them."""
    suivis = dict.fromkeys(modele for indexation in indexations() for modele in indexation.touche)
    for modele in suivis:
        if issubclass(modele, Page):
            yield from (d.modele for d in types() if issubclass(d.modele, modele))
        else:
            yield modele


def _brancher(signal, fonction, *emetteurs) -> None:
    for emetteur in emetteurs or (None,):
        signal.connect(fonction, sender=emetteur, dispatch_uid=(fonction.__name__, emetteur))


def brancher() -> None:
    """Connects the handlers; called once, when the types are declared."""
    suivis = list(dict.fromkeys(_suivis()))
    pages = [modele for modele in suivis if issubclass(modele, Page)]
    objets = [modele for modele in suivis if not issubclass(modele, Page)]
    _brancher(post_save, page_enregistree, *pages)
    _brancher(post_delete, objet_change, *pages)
    for signal in (post_save, pre_delete):
        _brancher(signal, objet_change, *objets)
        _brancher(signal, libelles_changes, *CLASSEMENTS, Organisation)
    for relation in {relation for indexation in indexations() for relation in indexation.relations}:
        _brancher(m2m_changed, relation_changee, relation.through)
    for signal in (post_save, post_delete):
        _brancher(signal, restriction_changee, PageViewRestriction)
        _brancher(signal, site_change, Site)
    _brancher(m2m_changed, groupes_de_la_restriction, PageViewRestriction.groups.through)
    _brancher(copy_for_translation_done, traduction_faite)
    _brancher(post_save, traduction_suivie, Translation)
    _brancher(post_save, source_relue, TranslationSource)
    _brancher(pre_delete, avant_suppression_protegee, *brouillons.proteges())
    _brancher(pre_delete, avant_suppression, *(declare.modele for declare in types()))
    _brancher(post_delete, apres_suppression, *(declare.modele for declare in types()))
    _brancher(post_save, document_enregistre, DocumentPortail)
    _brancher(post_page_move, page_deplacee)
    _brancher(page_slug_changed, page_deplacee)
    _brancher(page_published, page_publiee)
    _brancher(page_unpublished, page_retiree)
