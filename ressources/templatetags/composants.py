"""Template tags of the components: quilts, pillar signs, icons, reading times."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from recherche.liens import url_facette
from ressources.images.courtepointe import COULEURS
from ressources.images.courtepointe import courtepointe as coudre
from ressources.images.courtepointe import forme as dessiner_forme
from ressources.models import Graphique
from ressources.presentation.chiffres import graphique_vu
from ressources.presentation.plateforme import adresse_mesure
from ressources.templatetags.icones import ICONES

MOTS_PAR_MINUTE = 200  # unhurried reading on a screen, in both languages

register = template.Library()
_LECTURE = re.compile(r", (?:page Web non datée, lue en|undated web page, read in) (\d{4})$")
_BALISE = re.compile(r"<[^>]*>")
_HORS_TEXTE = {"id", "type", "url", "href"}


def _code(pilier: Any) -> str:
    """Return the code of a pillar given as a code, a mapping or a record."""
    if isinstance(pilier, str):
        return pilier
    return pilier["code"] if isinstance(pilier, dict) else pilier.code


@register.simple_tag
def courtepointe(*, cle: str, piliers: Iterable[Any] = (), colonnes: int = 6, rangs: int = 4) -> SafeString:
    """Return the quilt of a sheet as inline SVG; `piliers`: codes or records, the dominant one first."""
    codes = [_code(pilier) for pilier in piliers or ()]
    # Safe: numbers and our own constants only; the key seeds the drawing and is never written.
    return mark_safe(coudre(cle, codes, colonnes, rangs))  # noqa: S308


@register.simple_tag
def forme(*, code: str) -> SafeString:
    """Return the sign of a pillar as inline SVG, in the colour of the text around it."""
    return mark_safe(dessiner_forme(code))  # noqa: S308 (our own constants)


@register.simple_tag
def icone(nom: str) -> SafeString:
    """Return one of our icons as decorative inline SVG. Raises KeyError for a name that does not exist."""
    dessin = ICONES[nom]
    return mark_safe(  # noqa: S308 (our own constants)
        f'<svg class="icone" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{dessin}</svg>'
    )


@register.simple_tag
def lien_facette(facette: str, code: str) -> str:
    """Return the address of the search that keeps one value of one facet."""
    return url_facette(facette, code)


@register.simple_tag(takes_context=True)
def lien_mesure(context: Context, code: str) -> str:
    """Return the address of a measure's page, or the search that keeps it where there is no platform."""
    requete = getattr(context, "request", None)  # there even within an include that says `only`
    return (requete and adresse_mesure(code, requete)) or lien_facette("mesure", code)


@register.simple_tag(takes_context=True)
def vue_du_graphique(context: Context, graphique: Graphique) -> dict[str, Any]:
    """Return what composants/graphique.html shows of a chart; its figures lead to their pages where these have some."""
    return graphique_vu(graphique, str(context.get("url_chiffres") or ""))


@register.filter
def piliers_du_terme(terme: Any) -> list[str]:
    """Return the pillar codes a classification stands for: a pillar's own, a measure's; none for others."""
    codes = [pilier.code] if (pilier := getattr(terme, "pilier", None)) else [terme.code]
    return [code for code in codes if code in COULEURS]


@register.filter
def date_longue(jour: date | None) -> str:
    """Return a date in full in the active language; in French the first of a month is « 1er »."""
    texte = date_format(jour, "DATE_FORMAT") if jour else ""
    premier = (get_language() or "fr").startswith("fr") and texte.startswith("1 ")
    return f"1er{texte[1:]}" if premier else texte


@register.filter
def titre_seul(source: str) -> str:
    """Return a source without our words on when an undated page was read: its title alone stays in its language."""
    return _LECTURE.sub("", source)


@register.filter
def lecture(source: str) -> str:
    """Return these words in the reader's language, to follow the title; "" for a source that bears a date."""
    trouve = _LECTURE.search(source)
    return _(", page Web non datée, lue en %(annee)s") % {"annee": trouve[1]} if trouve else ""


@register.filter
def suite_annee(source: str, annee: int | None) -> str:
    """Return what follows a source to give its year: nothing when its title already says it (« 2024-2025 »)."""
    return "" if not annee or str(annee) in source else f", {annee}"


@register.filter
def classe_dominante(piliers: Iterable[Any]) -> str:
    """Return the CSS class of the first of the pillars; empty when there is none."""
    return next((classe_pilier(pilier) for pilier in piliers), "")


@register.filter
def classe_pilier(pilier: Any) -> str:
    """Return the CSS class that sets a pillar's colours; empty for no pillar."""
    return _code(pilier).lower() if pilier else ""


def _textes(valeur: Any) -> Iterable[str]:
    if isinstance(valeur, str):
        yield _BALISE.sub(" ", valeur)
    elif isinstance(valeur, dict):
        for cle, contenu in valeur.items():
            if cle not in _HORS_TEXTE:
                yield from _textes(contenu)
    elif isinstance(valeur, list | tuple):
        for contenu in valeur:
            yield from _textes(contenu)


def compter_mots(contenu: Any) -> int:
    """Return the number of words that a rich text or a stream value lets people read.

    A stream is counted from its stored data, so that no page or image is fetched.
    """
    brut = contenu.get_prep_value() if hasattr(contenu, "get_prep_value") else str(contenu)
    return sum(len(texte.split()) for texte in _textes(brut))


@register.filter
def minutes(contenu: Any) -> int:
    """Return the reading time of a rich text or a stream value, in whole minutes; 0 when there is no word."""
    mots = compter_mots(contenu)
    return max(1, round(mots / MOTS_PAR_MINUTE)) if mots else 0
