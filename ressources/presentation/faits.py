"""The strip of facts of a sheet: short answers to « what is it, for whom, how long, where »."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from recherche.liens import url_facette
from ressources.declaration import fiche_de


def termes(facette: str, lus: Iterable) -> list[dict[str, str]]:
    """Terms as links to the search that keeps only them: [{texte, url, langue}]."""
    return [{"texte": t.nom, "url": url_facette(facette, t.code), "langue": t.langue_du_nom} for t in lus]


def _noms(termes: Iterable) -> list[dict[str, str]]:
    """Terms that are no filter."""
    return [{"texte": t.nom, "url": "", "langue": t.langue_du_nom} for t in termes]


def texte(valeur: str) -> list[dict[str, str]]:
    """A text as it stands; [] when there is none."""
    return [{"texte": valeur, "url": "", "langue": ""}] if valeur else []


def faits(page) -> list[dict]:
    """Returns [{libelle, valeurs: [{texte, url, langue}]}], without the facts that have no value."""
    declare = fiche_de(page.genre)
    lignes = [
        *declare.faits(page),
        (str(declare.pour_qui), termes("public", page.publics.all())),
        (_("Où"), termes("territoire", page.territoires.all())),
        (_("Période de vie"), termes("periode", page.periodes.all())),
    ]
    return _avec_valeurs(lignes)


def terrain(page) -> list[dict]:
    """Where the barrier lies and which sectors work on it, as `faits`: for the foot of a sheet, whose head is long
    enough on a phone. Some types tell it in their text."""
    if not fiche_de(page.genre).terrain:
        return []
    obstacles, milieux = _noms(page.obstacles.all()), _noms(page.milieux.all())
    return _avec_valeurs([(_("Où est l’obstacle"), obstacles), (_("Milieux"), milieux)])


def _avec_valeurs(lignes: Iterable[tuple[str, list]]) -> list[dict]:
    return [{"libelle": libelle, "valeurs": valeurs} for libelle, valeurs in lignes if valeurs]
