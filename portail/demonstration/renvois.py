"""Replaces, in the values of blocks, the codes that content files are written with by primary keys."""

from typing import Any

from django.db.models import Model
from wagtail.models import Page

from ressources.chargement.valeurs import cle_traduction
from ressources.models import Recommandation, Reference

# Blocks whose values name records or pages, and the names of the keys that do.
A_CODES = {"action", "impact", "documents_nommes", "recommandation", "appel"}
FICHES: dict[str, type[Model]] = {
    "reference": Reference,
    "references": Reference,
    "recommandation": Recommandation,
}
PAGES = {"action_anterieure", "page"}


def _cle(modele: type[Model], code: str) -> int:
    """The primary key of the record with this code; one that does not exist is an error of the data."""
    try:
        return modele.objects.get(code=code).pk
    except modele.DoesNotExist:
        raise ValueError(f"{modele.__name__}: code inconnu: {code}") from None


def _page(cle: str) -> int | None:
    """The primary key of the French page of this content key; nothing when it is not there (deleted)."""
    page = Page.objects.filter(translation_key=cle_traduction(cle), locale__language_code="fr")
    return page.values_list("pk", flat=True).first()


def _remplacer(nom: str, valeur: Any) -> Any:
    if nom in FICHES and isinstance(valeur, list):
        return [_cle(FICHES[nom], code) for code in valeur]
    if nom in FICHES and isinstance(valeur, str):
        return _cle(FICHES[nom], valeur)
    if nom in PAGES and isinstance(valeur, str):
        return _page(valeur)
    return avec_cles(valeur)


def avec_cles(valeur: Any) -> Any:
    """`valeur` with the codes of records and pages replaced, at any depth."""
    if isinstance(valeur, dict):
        return {nom: _remplacer(nom, v) for nom, v in valeur.items()}
    if isinstance(valeur, list):
        return [avec_cles(v) for v in valeur]
    return valeur


def resoudre_codes(genre: str, valeur: Any) -> Any:
    """The value of a block, its codes replaced when its type has some."""
    return avec_cles(valeur) if genre in A_CODES else valeur
