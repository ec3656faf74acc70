"""Factories of the content. StreamField values are written by hand: what a test reads is what it says."""

from datetime import date
from io import BytesIO
from typing import Any

import PIL.Image
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from fpdf import FPDF
from wagtail.models import Locale, Page, Site

from portail.models import AccueilPage, ContenuPage
from ressources.chargement.classements import charger_classements
from ressources.declaration import fiche_de
from ressources.models import (
    DocumentPortail,
    Fiche,
    ImagePortail,
    LienFiche,
    Organisation,
    Pilier,
    PublicCible,
    Recommandation,
    Reference,
    RepertoirePage,
    Territoire,
    TypeAction,
    TypeOutil,
)
from ressources.tests.instantanes import memorise
from ressources.traduction.chargement import traduire


def valider() -> None:
    """Runs what waits for the commit, as the end of a request does; a test never commits."""
    while connection.run_on_commit:
        en_attente, connection.run_on_commit = connection.run_on_commit, []
        for _points, fonction, _robuste in en_attente:
            fonction()


@memorise
def classements() -> int:
    """All the classifications of the project, as an installation loads them; returns how many rows were made."""
    return charger_classements()


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def publier(page: Page) -> Page:
    """Publishes and reads back, as the admin does."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@memorise
def accueil() -> AccueilPage:
    """The French home page, root of the default site; made once per test."""
    if existante := AccueilPage.objects.filter(locale=locale("fr")).first():
        return existante
    page = AccueilPage(
        title="Accueil", slug="accueil", accroche="Des savoirs qui circulent", locale=locale("fr")
    )
    Page.objects.get(depth=1).add_child(instance=page)
    page = publier(page)
    site = Site.objects.first() or Site(hostname="localhost", is_default_site=True)
    site.root_page = page
    site.save()
    for bienvenue in Page.objects.filter(depth=2).exclude(pk=page.pk):
        bienvenue.delete()
    return AccueilPage.objects.get(pk=page.pk)


@memorise
def accueil_en() -> AccueilPage:
    """The English home page."""
    source = accueil()
    jumelle = AccueilPage(title="Home", slug="home", accroche="Knowledge that travels")
    return source.get_translation_or_none(locale("en")) or traduire(source, jumelle, locale("en")).cible


@memorise
def repertoire(genre: str) -> RepertoirePage:
    """The French list of one type."""
    if existante := RepertoirePage.objects.filter(genre=genre, locale=locale("fr")).first():
        return existante
    page = RepertoirePage(
        title=f"{genre}s".capitalize(),
        slug=f"{genre}s",
        genre=genre,
        show_in_menus=True,
        locale=locale("fr"),
    )
    accueil().add_child(instance=page)
    return publier(page)


@memorise
def repertoire_en(genre: str) -> RepertoirePage:
    """The English list of one type."""
    source = repertoire(genre)
    accueil_en()
    existante = source.get_translation_or_none(locale("en"))
    jumelle = RepertoirePage(title=f"All {genre}s", slug=f"{genre}s", genre=genre)
    return existante or traduire(source, jumelle, locale("en")).cible


@memorise
def type_outil(code: str = "guide") -> TypeOutil:
    return TypeOutil.objects.get_or_create(code=code, defaults={"nom_fr": "Guide", "nom_en": "Guide"})[0]


@memorise
def pilier(code: str = "PAR", nom_fr: str = "Parents", nom_en: str = "Parents") -> Pilier:
    return Pilier.objects.get_or_create(code=code, defaults={"nom_fr": nom_fr, "nom_en": nom_en})[0]


@memorise
def public(code: str = "peres", nom_fr: str = "Pères", nom_en: str = "Fathers") -> PublicCible:
    return PublicCible.objects.get_or_create(code=code, defaults={"nom_fr": nom_fr, "nom_en": nom_en})[0]


@memorise
def territoire(code: str = "13", nom: str = "Laval", niveau: str = "region", parent=None) -> Territoire:
    defauts = {"nom_fr": nom, "nom_en": nom, "niveau": niveau, "parent": parent}
    return Territoire.objects.get_or_create(code=code, defaults=defauts)[0]


@memorise
def organisation(code: str = "groupe-essai", nom: str = "Groupe d’essai") -> Organisation:
    return Organisation.objects.get_or_create(code=code, defaults={"nom_fr": nom, "genre": "regroupement"})[0]


@memorise
def type_action(code: str = "memoire", nom_fr: str = "Mémoire", nom_en: str = "Brief") -> TypeAction:
    return TypeAction.objects.get_or_create(code=code, defaults={"nom_fr": nom_fr, "nom_en": nom_en})[0]


@memorise
def reference(code: str = "lettre-essai", titre: str = "Une lettre d’essai", **champs: Any) -> Reference:
    """A document named by a source, not held here."""
    valeurs = {"titre": titre, "genre": "lettre-ouverte", "source": "Bilan d’essai", "annee": 2025} | champs
    return Reference.objects.get_or_create(code=code, defaults=valeurs)[0]


@memorise
def recommandation(code: str, nom_fr: str, nom_en: str = "", **champs: Any) -> Recommandation:
    """A recommendation of the test bilan, or one of its parts."""
    valeurs = {"nom_fr": nom_fr, "nom_en": nom_en, "bilan": "bilan-essai", "source": "Essai", "annee": 2019}
    return Recommandation.objects.get_or_create(code=code, defaults=valeurs | champs)[0]


def _propres(genre: str) -> dict[str, Any]:
    """Required values of one type."""
    if genre == "outil":
        return {"type_outil": type_outil()}
    if genre == "action":
        return {"periode": "Avril 2024", "date_debut": date(2024, 4, 1)}
    if genre == "bilan":
        return {"periode": "2009-2020"}
    return {"essentiel": "<p>L’essentiel.</p>"} if genre == "thematique" else {}


def fiche(genre: str = "outil", titre: str = "Une fiche", *, publiee: bool = True, **champs: Any) -> Fiche:
    """A French sheet under its list. Many-to-many values, and `liens` (sheets), are given as lists."""
    faire = fiche_publiee if publiee else _fiche  # a draft holds relations that its row does not tell
    return faire(genre, titre, publiee=publiee, **champs)


@memorise
def fiche_publiee(genre: str, titre: str, **champs: Any) -> Fiche:
    """The same, as rows that may be put back."""
    return _fiche(genre, titre, **champs)


def _fiche(genre: str, titre: str, *, publiee: bool, **champs: Any) -> Fiche:
    relations = {
        nom: champs.pop(nom) for nom in list(champs) if isinstance(champs[nom], list) and nom != "sources"
    }
    liens = relations.pop("liens", [])
    valeurs = {"resume": f"Résumé de {titre}.", "locale": locale("fr")} | _propres(genre) | champs
    page = fiche_de(genre).modele(title=titre, live=publiee, **valeurs)
    repertoire(genre).add_child(instance=page)
    for nom, termes in relations.items():
        setattr(page, nom, termes)
    page.liens = [LienFiche(cible_id=cible.pk, sort_order=rang) for rang, cible in enumerate(liens)]
    if publiee:
        return publier(page)
    page.save_revision()
    return page


@memorise
def fiche_en(source: Fiche, titre: str, **champs: Any) -> Fiche:
    """The published English translation of a French sheet; texts not given are the French ones."""
    repertoire_en(source.genre)
    jumelle = type(source).objects.get(pk=source.pk)
    jumelle.title, jumelle.slug, jumelle.resume = titre, "", f"Summary of {titre}."
    jumelle.slug = titre.lower().replace(" ", "-")
    for nom, valeur in champs.items():
        setattr(jumelle, nom, valeur)
    cible = traduire(source, jumelle, locale("en")).cible
    valider()
    return cible


def image(titre: str = "image") -> ImagePortail:
    """A picture of 40 pixels by 30."""
    donnees = BytesIO()
    PIL.Image.new("RGB", (40, 30), "white").save(donnees, "PNG")
    return ImagePortail.objects.create(title=titre, file=ImageFile(donnees, name=f"{titre}.png"))


def document(titre: str = "Carnet", langue: str = "fr") -> DocumentPortail:
    """A real PDF of one page."""
    feuille = FPDF()
    feuille.add_page()
    feuille.set_font("helvetica")
    feuille.cell(text=f"{titre} thermos")
    return DocumentPortail.objects.create(
        title=titre, langue=langue, file=ContentFile(bytes(feuille.output()), name=f"{titre}.pdf")
    )


@memorise
def contenu(titre: str = "À propos", **champs: Any) -> ContenuPage:
    page = ContenuPage(title=titre, locale=locale("fr"), **champs)
    accueil().add_child(instance=page)
    return publier(page)
