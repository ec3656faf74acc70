"""Loads all of the demonstration content, in an order in which each page finds what it points at."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_slug_changed

from portail.demonstration import lecture, racine
from portail.demonstration.constructeurs import classer, remplir, sans_flux
from ressources.chargement.classements import charger_classements
from ressources.chargement.fiches_de_donnees import charger_fiches_de_donnees
from ressources.chargement.grand_livre import CHARGE, charger
from ressources.chargement.valeurs import cle_traduction, en_langue
from ressources.declaration import fiche_de
from ressources.models import Chargement, Fiche, LienFiche
from ressources.traduction.chargement import traduire


@contextmanager
def sans_redirections() -> Iterator[None]:
    """A translation is born with the French slug, then renamed: each would leave a redirect behind."""
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    try:
        yield
    finally:
        page_slug_changed.connect(autocreate_redirects_on_slug_change)


@contextmanager
def sans_index_de_wagtail() -> Iterator[None]:
    """The index of the admin's own search (not the site's) is written once at the end, not at each of many saves."""
    modeles = get_indexed_models()
    for modele in modeles:
        post_save.disconnect(post_save_signal_handler, sender=modele)
    try:
        yield
    finally:
        for modele in modeles:
            post_save.connect(post_save_signal_handler, sender=modele)


def _ebauches(fiches: list[dict], parents: dict[str, Page], fr: Locale) -> dict[str, Fiche]:
    """Makes the French pages that are missing, unpublished, so that relations have something to point at."""
    cles = {donnees["cle"]: cle_traduction(donnees["cle"]) for donnees in fiches}
    pages = {f.translation_key: f for f in Fiche.objects.filter(translation_key__in=cles.values(), locale=fr)}
    connues = set(Chargement.objects.values_list("cle", flat=True))
    for donnees in fiches:
        cle = donnees["cle"]
        if cles[cle] in pages or cle in connues:  # in the ledger without a page: an editor deleted it
            continue
        page = fiche_de(donnees["type"]).modele(locale=fr, live=False, translation_key=cles[cle])
        remplir(page, en_langue(sans_flux(donnees), "fr"), "fr")
        parents[donnees["type"]].add_child(instance=page)
        pages[cles[cle]] = page
    return {cle: pages[uuid] for cle, uuid in cles.items() if uuid in pages}


def _charger_fiche(donnees: dict, pages: dict[str, Fiche], en: Locale) -> str:
    """Loads one sheet in both languages; returns what the ledger said."""

    def ecrire(existante: Page | None) -> Page:
        page = (existante or pages[donnees["cle"]]).specific
        remplir(page, en_langue(donnees, "fr"), "fr")
        classer(page, donnees)
        cibles = [pages[cle].pk for cle in donnees.get("liens") or [] if cle in pages]
        page.liens = [LienFiche(cible_id=pk, sort_order=rang) for rang, pk in enumerate(cibles)]
        page.save_revision().publish()
        page = type(page).objects.get(pk=page.pk)
        jumelle = remplir(type(page)(locale=en), en_langue(donnees, "en"), "en")
        resultat = traduire(page, jumelle, en)
        if resultat.manquants:
            raise ValueError(f"{donnees['cle']}: sans anglais: {resultat.manquants}")
        return page

    return charger(donnees["cle"], donnees, ecrire)


def charger_demonstration(dire: Callable[[str], None] = lambda texte: None) -> Counter:
    """Loads the content; `dire` receives the progress. Returns how many sheets were loaded, identical, edited."""
    fr, en = racine.locales()
    charger_classements()
    charger_fiches_de_donnees()
    fiches = lecture.fiches()
    bilan: Counter = Counter()
    with ExitStack() as pile:
        pile.enter_context(sans_redirections())
        pile.enter_context(disable_reference_index_auto_update())
        pile.enter_context(sans_index_de_wagtail())
        accueil, _dit = racine.accueil(fr, en)
        parents = racine.repertoires(accueil, fr, en)
        racine.contenus(accueil, fr, en)
        racine.reperes(accueil, fr, en)
        pages = _ebauches(fiches, parents, fr)
        for rang, donnees in enumerate(fiches, 1):
            bilan[_charger_fiche(donnees, pages, en)] += 1
            if rang % 5 == 0 or rang == len(fiches):
                dire(f"{rang} fiches sur {len(fiches)}")
        racine.vedette(accueil)
    if bilan[CHARGE]:
        call_command("rebuild_references_index", verbosity=0)
        call_command("update_index", verbosity=0)
    return bilan
