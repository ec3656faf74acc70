"""From a query to addresses. Pure, but for the address of the search page itself. Parameters keep one order,
so that the same search always has the same address."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

from recherche.valeurs.requete import Requete, figer


def parametres(requete: Requete) -> list[tuple[str, str]]:
    """The GET parameters of a query: what the address fixes and what is by default are left out."""
    paires = [("q", requete.texte)] if requete.texte else []
    paires += [(facette, code) for facette, codes in sorted(requete.choix.items()) for code in codes]
    if requete.tri:
        paires.append(("tri", requete.tri))
    if requete.page > 1:
        paires.append(("page", str(requete.page)))
    return paires


def adresse(requete: Requete, chemin: str = "") -> str:
    """The address of a query on the page at `chemin`."""
    return f"{chemin}?{chaine}" if (chaine := urlencode(parametres(requete))) else chemin or "?"


def basculer(requete: Requete, facette: str, code: str) -> Requete:
    """The query with this value chosen or, if it was, dropped; back to the first page."""
    codes = requete.filtres.get(facette, ())
    nouveaux = tuple(c for c in codes if c != code) if code in codes else (*codes, code)
    return avec_filtres(requete, {**requete.filtres, facette: nouveaux})


def sans_filtres(requete: Requete) -> Requete:
    """The query without the visitor's choices; what the address fixes stays."""
    return avec_filtres(requete, {f: codes for f, codes in requete.filtres.items() if f in requete.fixes})


def avec_filtres(requete: Requete, filtres: Mapping[str, Iterable[str]]) -> Requete:
    """The query with these filters, at its first page."""
    return replace(requete, filtres=figer({f: tuple(codes) for f, codes in filtres.items()}), page=1)


def avec_page(requete: Requete, page: int) -> Requete:
    """Another page of the same search."""
    return replace(requete, page=page)


def autre_langue(requete: Requete, langue: str) -> str:
    """The same search in another language, on the search page: what the address fixed becomes a filter."""
    ailleurs = replace(requete, langue=langue, page=1, fixes=frozenset())
    return adresse(ailleurs, url_recherche(langue))


def url_recherche(langue: str = "") -> str:
    """The address of the search page in a language (the active one by default)."""
    if not langue:
        return str(reverse("recherche:page"))
    with override(langue):
        return str(reverse("recherche:page"))


def url_facette(facette: str, code: str) -> str:
    """The search that keeps one value of one facet."""
    return f"{url_recherche()}?{urlencode([(facette, code)])}"
