"""From results to JSON."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from django.conf import settings

from recherche.api.erreurs import traduit
from recherche.registre import Valeurs, registre
from recherche.reponse.vue import Vue
from recherche.valeurs.resultats import Extrait, FacetteComptee, Fiche, Resultats

MARQUES = re.compile("</?mark>")
Absolue = Callable[[str], str]
Json = dict[str, Any]
Noms = Mapping[tuple[str, str], Json]


def texte_simple(html: str) -> str:
    """The text of our highlights: escaped text whose only tag is <mark>."""
    return unescape(MARQUES.sub("", html))


def libelles() -> Noms:
    """The label of each value of each facet in each language, by (facet, code)."""
    langues = [code for code, _nom in settings.LANGUAGES]
    noms: dict[tuple[str, str], Json] = {}
    for langue in langues:
        valeurs: Valeurs = registre().valeurs(langue)
        for facette, liste in valeurs.items():
            for valeur in liste:
                nom = noms.setdefault((facette, valeur.code), dict.fromkeys(langues))
                nom[langue] = None if valeur.langue_libelle else valeur.libelle
    return noms


def reponse(vue: Vue, absolue: Absolue) -> Json:
    """The answer to a search; `absolue` makes an address of a path."""
    resultats, noms = vue.resultats, libelles()
    return {
        "langue": vue.requete.langue,
        "total": None if resultats.degrade else resultats.total,
        "page": vue.requete.page,
        "pages": resultats.pages,
        "fiches": [_fiche(fiche, noms, absolue) for fiche in resultats.fiches],
        "facettes": [_facette(facette, noms, resultats.degrade) for facette in resultats.facettes],
        "suggestion": str(resultats.suggestion) or None,
        "autre_langue": _autre_langue(resultats, noms, absolue),
        "degrade": resultats.degrade,
    }


def _fiche(fiche: Fiche, noms: Noms, absolue: Absolue) -> Json:
    montre = fiche.affichage
    genre = str(montre.get("type") or fiche.type)
    return {
        "id": fiche.id,
        "cle": fiche.id.rpartition(":")[0],
        "type": genre,
        "libelle_type": traduit(registre().genres.get(genre, genre)),
        "langue": fiche.langue,
        "titre": texte_simple(fiche.titre),
        "titre_html": str(fiche.titre),
        "langue_titre": montre.get("langue_titre") or fiche.langue,
        "url": absolue(str(montre.get("url") or "")),
        "extraits": [
            _extrait(extrait, html, fiche.langue) for extrait in fiche.extraits for html in extrait.fragments
        ],
        "piliers": [_terme("pilier", pilier, noms, fiche.langue) for pilier in montre.get("piliers") or ()],
        "annee": montre.get("annee"),
        "lieu": montre.get("lieu") or None,
        "duree": montre.get("duree") or None,
        "fiction": bool(montre.get("fiction")),
    }


def _extrait(extrait: Extrait, html: str, langue: str) -> Json:
    return {
        "champ": extrait.champ,
        "texte": texte_simple(html),
        "html": str(html),
        "langue": extrait.langue or langue,
        "document": extrait.document or None,
        "page": extrait.page or None,
    }


def _terme(facette: str, terme: Mapping[str, str], noms: Noms, langue: str) -> Json:
    """A term as the hit shows it, in all its languages if it is still a value of the facet."""
    inconnu = {code: terme["nom"] if code == langue else None for code, _nom in settings.LANGUAGES}
    return {"code": terme["code"], "libelle": noms.get((facette, terme["code"]), inconnu)}


def _facette(facette: FacetteComptee, noms: Noms, degrade: bool) -> Json:
    declaree = next(connue for connue in registre().facettes if connue.code == facette.code)
    return {
        "code": facette.code,
        "libelle": traduit(declaree.libelle),
        "valeurs": [
            {
                "code": valeur.code,
                "libelle": noms[facette.code, valeur.code],
                "compte": None if degrade else valeur.compte,
                "choisie": valeur.choisie,
                "parent": valeur.parent or None,
            }
            for valeur in facette.valeurs
        ],
    }


def _autre_langue(resultats: Resultats, noms: Noms, absolue: Absolue) -> Json | None:
    autre = resultats.autre_langue
    if autre is None:
        return None
    fiches = [_fiche(fiche, noms, absolue) for fiche in autre.fiches]
    return {"langue": autre.langue, "total": autre.total, "fiches": fiches}
