"""The frame of the site: locales, home page, lists, institutional pages."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Site

from portail.demonstration.constructeurs import remplir
from portail.demonstration.lecture import lire, lire_un
from portail.demonstration.plateforme import charger_plateforme
from portail.demonstration.renvois import resoudre_codes
from portail.models import AccueilPage, ContenuPage
from ressources.chargement.grand_livre import charger
from ressources.chargement.valeurs import cle_traduction, en_langue, flux
from ressources.models import AnnuairePage, CartePage, ChiffresPage, Pilier, RepertoirePage, ThematiquePage
from ressources.traduction.chargement import traduire

HORS_MENU = ("bilan",)  # in the footer: the menu holds what people come for
REPERES: dict[str, type[Page]] = {"chiffres": ChiffresPage, "annuaire": AnnuairePage, "carte": CartePage}
MENUS = ("pg-contribuer",)  # the others stand in the footer: seven entries and a search fill 1280 pixels


def locales() -> tuple[Locale, Locale]:
    """French and English, made when missing."""
    return tuple(Locale.objects.get_or_create(language_code=code)[0] for code in ("fr", "en"))


def _publier(page: Page, parent: Page | None) -> Page:
    """Adds the page under `parent` when it is new, and publishes it."""
    if page.pk is None:
        parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def _site(accueil: Page) -> None:
    """Makes `accueil` the root of the only site, then drops Wagtail's welcome page (in this order: it cascades)."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    if site.root_page_id != accueil.pk:
        site.root_page = accueil
        site.save()
    bienvenue = ContentType.objects.get_for_model(Page)
    for page in Page.objects.filter(depth=2, content_type=bienvenue):
        page.delete()


def _accueil(page: AccueilPage, donnees: dict) -> AccueilPage:
    page.title, page.slug = donnees["titre"], donnees["slug"]
    page.accroche, page.chapo = donnees["accroche"], donnees["chapo"]
    recherches = donnees["recherches_suggerees"]
    page.recherches_suggerees = recherches if isinstance(recherches, str) else "\n".join(recherches)
    blocs = [{"type": "chiffre", "valeur": valeur} for valeur in donnees.get("chiffres", [])]
    page.chiffres = flux(page._meta.get_field("chiffres"), blocs, donnees["cle"])
    return page


def accueil(fr: Locale, en: Locale) -> tuple[AccueilPage, str]:
    """Loads the home page; returns it and what the ledger said."""
    donnees = lire_un("pages/pg-accueil.yaml")
    racine = Page.objects.get(depth=1)

    def ecrire(existante: Page | None) -> Page:
        page = existante or AccueilPage(locale=fr, translation_key=cle_traduction("pg-accueil"))
        page = _publier(_accueil(page, en_langue(donnees, "fr")), racine)
        _site(page)
        traduire(page, _accueil(AccueilPage(locale=en), en_langue(donnees, "en")), en)
        return page

    dit = charger("pg-accueil", donnees, ecrire)
    for code, textes in donnees["piliers"].items():
        Pilier.objects.filter(code=code, description_fr="").update(
            description_fr=textes["fr"], description_en=textes["en"]
        )
    return AccueilPage.objects.get(translation_key=cle_traduction("pg-accueil"), locale=fr), dit


def vedette(page: AccueilPage) -> None:
    """Puts the featured theme on the home page, once: an editor's later choice stays."""
    cle = lire_un("pages/pg-accueil.yaml")["theme_vedette"]
    theme = ThematiquePage.objects.filter(
        translation_key=cle_traduction(cle), locale_id=page.locale_id
    ).first()
    AccueilPage.objects.filter(translation_key=page.translation_key, theme_vedette=None).update(
        theme_vedette=theme
    )


def _repertoire(page: RepertoirePage, genre: str, donnees: dict) -> RepertoirePage:
    page.title, page.slug, page.genre = donnees["titre"], donnees["slug"], genre
    page.titre_menu = donnees.get("titre_menu", "")
    introduction = donnees["introduction"]
    page.introduction = introduction if introduction.startswith("<") else f"<p>{introduction}</p>"
    complement, resoudre = donnees.get("complement", []), resoudre_codes
    page.complement = flux(page._meta.get_field("complement"), complement, f"rep-{genre}", resoudre)
    page.show_in_menus = genre not in HORS_MENU
    return page


def repertoires(parent: Page, fr: Locale, en: Locale) -> dict[str, RepertoirePage]:
    """Loads the three lists; returns the French ones by type."""
    pages = {}
    for genre, donnees in lire_un("pages/pg-accueil.yaml")["repertoires"].items():
        cle = f"rep-{genre}"

        def ecrire(existante, genre=genre, donnees=donnees, cle=cle):
            page = existante or RepertoirePage(locale=fr, translation_key=cle_traduction(cle))
            page = _publier(_repertoire(page, genre, en_langue(donnees, "fr")), parent)
            traduire(page, _repertoire(RepertoirePage(locale=en), genre, en_langue(donnees, "en")), en)
            return page

        charger(cle, [genre, donnees], ecrire)
        pages[genre] = RepertoirePage.objects.get(translation_key=cle_traduction(cle), locale=fr)
    return pages


def contenus(parent: Page, fr: Locale, en: Locale) -> None:
    """Loads the platform, the theory of change and the institutional pages."""
    charger_plateforme(parent, fr, en)
    for donnees in lire("pages"):
        if donnees["type"] != "contenu":
            continue

        def ecrire(existante, donnees=donnees):
            page = existante or ContenuPage(locale=fr, translation_key=cle_traduction(donnees["cle"]))
            page.show_in_menus = donnees["cle"] in MENUS
            page = _publier(remplir(page, en_langue(donnees, "fr"), "fr"), parent)
            traduire(page, remplir(ContenuPage(locale=en), en_langue(donnees, "en"), "en"), en)
            return page

        charger(donnees["cle"], donnees, ecrire)


def reperes(parent: Page, fr: Locale, en: Locale) -> None:
    """Loads the pages that gather records: figures, directory, map."""
    for donnees in lire("pages"):
        modele = REPERES.get(donnees["type"])
        if modele is None:
            continue

        def ecrire(existante, donnees=donnees, modele=modele):
            page = existante or modele(locale=fr, translation_key=cle_traduction(donnees["cle"]))
            page = _publier(remplir(page, en_langue(donnees, "fr"), "fr"), parent)
            traduire(page, remplir(modele(locale=en), en_langue(donnees, "en"), "en"), en)
            return page

        charger(donnees["cle"], donnees, ecrire)
