"""The strip of facts of a sheet: short answers to « what is it, for whom, how long, where »."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recherche.liens import url_facette


def _termes(facette: str, termes: Iterable) -> list[dict[str, str]]:
    """Terms as links to the search that keeps only them."""
    return [{"texte": t.nom, "url": url_facette(facette, t.code), "langue": t.langue_du_nom} for t in termes]


def _noms(termes: Iterable) -> list[dict[str, str]]:
    """Terms that are no filter."""
    return [{"texte": t.nom, "url": "", "langue": t.langue_du_nom} for t in termes]


def _texte(valeur: str) -> list[dict[str, str]]:
    return [{"texte": valeur, "url": "", "langue": ""}] if valeur else []


def _faits_outil(page) -> list[tuple[str, list]]:
    cout = page.get_cout_display() + (f" ({page.cout_precision})" if page.cout_precision else "")
    return [
        (_("Type d’outil"), _termes("outil", [page.type_outil])),
        (_("Durée"), _texte(page.duree)),
        (_("Format"), _texte(page.format)),
        (_("Coût"), _texte(cout)),
        (_("Ce qu’il faut"), _texte(page.besoins)),
    ]


def _faits_initiative(page) -> list[tuple[str, list]]:
    porteur = _termes("organisation", [page.porteur]) if page.porteur else []
    return [(_("Portée par"), porteur), (_("Quand"), _texte(page.periode_realisation))]


def _faits_action(page) -> list[tuple[str, list]]:
    organisation = _termes("organisation", [page.organisation]) if page.organisation else []
    return [
        (_("Quand"), _texte(page.periode)),
        (_("Menée par"), organisation),
        (_("Genre d’action"), _termes("action", page.types_action.all())),
    ]


def _faits_bilan(page) -> list[tuple[str, list]]:
    organisation = _termes("organisation", [page.organisation]) if page.organisation else []
    return [(_("Période"), _texte(page.periode)), (_("Organisation"), organisation)]


PROPRES = {
    "outil": _faits_outil,
    "initiative": _faits_initiative,
    "action": _faits_action,
    "bilan": _faits_bilan,
}
# Whom a sheet is for, unless its type says it otherwise.
POUR_QUI = {"action": gettext_lazy("Publics visés")}


def faits(page) -> list[dict]:
    """Returns [{libelle, valeurs: [{texte, url, langue}]}], without the facts that have no value."""
    lignes = PROPRES[page.genre](page) if page.genre in PROPRES else []
    lignes += [
        (str(POUR_QUI.get(page.genre) or _("Pour qui")), _termes("public", page.publics.all())),
        (_("Où"), _termes("territoire", page.territoires.all())),
        (_("Période de vie"), _termes("periode", page.periodes.all())),
    ]
    return _avec_valeurs(lignes)


def terrain(page) -> list[dict]:
    """Where the barrier lies and which sectors work on it, as `faits`: for the foot of a sheet, whose head is long
    enough on a phone. A bilan or an action tells it in its text."""
    if page.genre not in {"thematique", "outil", "initiative"}:
        return []
    obstacles, milieux = _noms(page.obstacles.all()), _noms(page.milieux.all())
    return _avec_valeurs([(_("Où est l’obstacle"), obstacles), (_("Milieux"), milieux)])


def _avec_valeurs(lignes: Iterable[tuple[str, list]]) -> list[dict]:
    return [{"libelle": libelle, "valeurs": valeurs} for libelle, valeurs in lignes if valeurs]
