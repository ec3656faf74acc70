"""Loads the platform, the theory of change and the glossary, and retires the page that used to list the pillars."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from portail.demonstration.lecture import lire
from ressources.chargement.grand_livre import charger
from ressources.chargement.valeurs import cle_traduction, en_langue, flux
from ressources.models import Chargement, GlossairePage, PlateformePage, TheorieChangementPage
from ressources.traduction.chargement import traduire

MODELES: dict[str, type[Page]] = {
    "plateforme": PlateformePage,
    "theorie": TheorieChangementPage,
    "glossaire": GlossairePage,
}
MENUS = ("pg-plateforme",)
# Pages that others replaced: former key -> (its address in each language, key of the page that took its place).
REMPLACEES = {
    "pg-les-quatre-piliers": (
        {"fr": "/fr/les-quatre-piliers", "en": "/en/the-four-pillars"},
        "pg-plateforme",
    )
}


def _remplir(page: Page, donnees: dict[str, Any]) -> Page:
    page.title, page.slug = donnees["titre"], donnees["slug"]
    page.search_description = donnees["chapo"]
    page.show_in_menus = donnees["cle"] in MENUS
    for champ in page._meta.get_fields():
        valeur = donnees.get(champ.name)
        if valeur is None or champ.name == "slug":
            continue
        if champ.name == "sources":
            valeur = [{"type": "source", "valeur": source} for source in valeur]
        setattr(page, champ.name, flux(champ, valeur, donnees["cle"]) if isinstance(valeur, list) else valeur)
    return page


def charger_plateforme(parent: Page, fr: Locale, en: Locale) -> None:
    """Loads these pages in both languages, by the ledger's rules."""
    for donnees in lire("plateforme"):
        modele = MODELES[donnees["type"]]

        def ecrire(existante: Page | None, donnees: dict = donnees, modele: type[Page] = modele) -> Page:
            page = existante or modele(locale=fr, translation_key=cle_traduction(donnees["cle"]))
            _remplir(page, en_langue(donnees, "fr"))
            if page.pk is None:
                parent.add_child(instance=page)
            page.save_revision().publish()
            page = modele.objects.get(pk=page.pk)
            traduire(page, _remplir(modele(locale=en), en_langue(donnees, "en")), en)
            return page

        charger(donnees["cle"], donnees, ecrire)
    for ancienne, (adresses, nouvelle) in REMPLACEES.items():
        _remplacer(ancienne, adresses, nouvelle)


def _remplacer(ancienne: str, adresses: dict[str, str], nouvelle: str) -> None:
    """Deletes a former page of ours that nobody edited, and redirects its printed addresses for ever."""
    ligne = Chargement.objects.select_related("page").filter(cle=ancienne).first()
    if ligne and ligne.page:
        if ligne.page.latest_revision_id != ligne.revision_id:
            return  # an editor made it theirs: it stays
        ligne.page.specific.delete()
    for code, adresse in adresses.items():
        cible = Page.objects.filter(
            translation_key=cle_traduction(nouvelle), locale__language_code=code
        ).first()
        if cible and not Redirect.objects.filter(old_path=adresse).exists():
            Redirect.objects.create(old_path=adresse, redirect_page=cible, is_permanent=True)
