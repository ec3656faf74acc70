"""What the source page carries to its translations: wagtail-localize does none of it by itself.

Classifications, withdrawal and deletion of the source hold for its translations too, unless an editor stopped the
synchronisation of that translation; its restrictions as well (see `restrictions`).
"""

from collections.abc import Iterable

from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import TranslationSource

from ressources.models import Fiche
from ressources.models.champs import classements_de

ATTRIBUT = "_traductions_a_supprimer"


def _source(page: Page) -> TranslationSource | None:
    """The translation source that `page` is the original of; None for a translation or a page never translated."""
    return TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id).first()


def _locales_suivies(page: Page) -> Iterable[Locale]:
    source = _source(page)
    if source is None:
        return []
    return [t.target_locale for t in source.translations.filter(enabled=True).select_related("target_locale")]


def traductions_suivies(page: Page) -> list[Page]:
    """The pages that follow `page` as their source."""
    locales = [locale.pk for locale in _locales_suivies(page)]
    return list(page.get_translations().filter(locale_id__in=locales).specific()) if locales else []


def _inscrire_revisions(page: Page, champ: str, valeur: int | list[int] | None) -> None:
    """Keeps the stored revisions in step, or the next edit of the translation would bring the old terms back."""
    for revision in {page.latest_revision, page.live_revision} - {None}:
        revision.content[champ] = valeur
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def aligner_classements(page: Fiche) -> None:
    """Gives the translations the classifications of the page just published, clearing included."""
    source = page.specific_class.objects.get(pk=page.pk)
    for cible in traductions_suivies(page):
        if cible.pilier_principal_id != source.pilier_principal_id:
            Fiche.objects.filter(pk=cible.pk).update(pilier_principal=source.pilier_principal_id)
            _inscrire_revisions(cible, "pilier_principal", source.pilier_principal_id)
        for champ in classements_de(type(source)).values():
            voulus = list(getattr(source, champ).all())
            if {t.pk for t in voulus} == {t.pk for t in getattr(cible, champ).all()}:
                continue
            getattr(cible, champ).set(voulus)
            getattr(cible, champ).commit()
            _inscrire_revisions(cible, champ, [t.pk for t in voulus])


def retirer_traductions(page: Page) -> None:
    """Unpublishes the translations of a page that was unpublished."""
    for cible in traductions_suivies(page):
        if cible.live:
            cible.unpublish()


def noter_traductions(page: Page) -> None:
    """Before the deletion: remembers which translations go with the page."""
    setattr(page, ATTRIBUT, [cible.pk for cible in traductions_suivies(page)])


def supprimer_traductions(page: Page) -> None:
    """After the deletion of the source: deletes its translations, in the same transaction."""
    for cible in Page.objects.filter(pk__in=getattr(page, ATTRIBUT, [])):
        # One that the same operation deletes has lost its own row, not yet that of the tree.
        if propre := cible.specific_class.objects.filter(pk=cible.pk).first():
            propre.delete()
