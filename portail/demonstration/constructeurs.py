"""Builds page values from content data in one language."""

from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignKey, Model
from wagtail.fields import StreamField
from wagtail.models import Page

from portail.demonstration.medias import dessin, document
from portail.demonstration.renvois import resoudre_codes
from ressources.chargement.valeurs import flux
from ressources.declaration import fiche_de
from ressources.models import Citation, Fiche, Graphique
from ressources.models.champs import classements_de
from ressources.models.classements import Classement

# Blocks whose value is the code of a record.
PAR_CODE: dict[str, type[Model]] = {"graphique": Graphique, "citation_choisie": Citation}
# Data keys that are not fields of the page, or that are set apart.
A_PART = {"cle", "type", "titre", "slug", "liens", "documents", "sources"}


def _resoudre(langue: str, piliers: list[str]):
    """Replaces the names of drawings and documents by primary keys."""

    def remplacer(genre: str, valeur: Any) -> Any:
        if genre in PAR_CODE:
            return PAR_CODE[genre].objects.get(code=valeur).pk
        if genre == "illustration":
            reste = {cle: v for cle, v in valeur.items() if cle != "dessin"}
            return reste | {"image": dessin(valeur["dessin"], langue).pk}
        if genre == "document":
            reste = {cle: v for cle, v in valeur.items() if cle != "pdf"}
            return reste | {"document": document(valeur["pdf"], piliers).pk}
        return resoudre_codes(genre, valeur)

    return remplacer


def _valeur(page: Page, nom: str, valeur: Any, cle: str, resoudre) -> Any:
    champ = page._meta.get_field(nom)
    if isinstance(champ, StreamField):
        return flux(champ, valeur or [], cle, resoudre)
    if isinstance(champ, ForeignKey) and issubclass(champ.related_model, Classement):
        return champ.related_model.objects.get(code=valeur) if valeur else None
    return "" if valeur is None else valeur


def sans_flux(donnees: dict) -> dict:
    """The data of a sheet without its long texts and files: enough for a draft that relations can point at."""
    modele = fiche_de(donnees["type"]).modele
    flux_du_modele = {champ.name for champ in modele._meta.get_fields() if isinstance(champ, StreamField)}
    return {nom: valeur for nom, valeur in donnees.items() if nom not in flux_du_modele}


def _blocs(genre: str, valeurs: Iterable[dict]) -> list[dict]:
    return [{"type": genre, "valeur": valeur} for valeur in valeurs]


def remplir(page: Page, donnees: dict, langue: str) -> Page:
    """Sets on `page` the values of `donnees` (already in one language); relations to other sheets are not set."""
    cle, resoudre = donnees["cle"], _resoudre(langue, donnees.get("piliers", []))
    a_part = A_PART | set(classements_de(type(page)).values())
    page.title, page.slug = donnees["titre"], donnees["slug"]
    for nom, valeur in donnees.items():
        if nom not in a_part:
            setattr(page, nom, _valeur(page, nom, valeur, cle, resoudre))
    if isinstance(page, Fiche):
        page.code = cle.removeprefix("th-")  # a theme's code stands in search addresses
        page.demonstration = True
        page.sources = flux(
            page._meta.get_field("sources"), _blocs("source", donnees.get("sources", [])), cle
        )
        documents = _blocs("document", donnees.get("documents", []))
        page.documents = flux(page._meta.get_field("documents"), documents, cle, resoudre)
        page.search_description = donnees["resume"][:300]
    return page


def classer(page: Fiche, donnees: dict) -> None:
    """Sets the classifications, by code; a code that does not exist is an error of the data."""
    for nom in classements_de(type(page)).values():
        modele = page._meta.get_field(nom).related_model
        codes = [str(code) for code in donnees.get(nom) or []]
        termes = {t.code: t for t in modele.objects.filter(code__in=codes)}
        if absents := [code for code in codes if code not in termes]:
            raise ValueError(f"{donnees['cle']}: {nom} inconnus: {absents}")
        setattr(page, nom, [termes[code] for code in codes])
        if nom == "piliers":
            page.pilier_principal = termes[codes[0]] if codes else None
