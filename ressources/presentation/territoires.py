"""The counts of the map: the same as those of the search, in one query."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recherche.liens import url_recherche
from ressources.carte.dessin import SEUILS, Place, fond, pastille, places_par_code, province, sud
from ressources.models import AnnuairePage, CartePage, Fiche, Organisation, Territoire
from ressources.models.querysets import visibles
from ressources.presentation.fil import fil

TYPES = ("initiative", "organisation")
NATIONS = ("nation", "communaute")
Comptes = dict[str, dict[str, int]]


def _lignes(requete, chemin: str, genre: str):
    """(type, record, territory, its parent) for each territory that a record bears."""
    return (
        requete.order_by()
        .filter(**{f"{chemin}__isnull": False})
        .annotate(genre_compte=Value(genre), cle=Cast("pk", CharField()))
        .values_list("genre_compte", "cle", F(f"{chemin}__code"), F(f"{chemin}__parent__code"))
    )


def compter(locale_id: int) -> Comptes:
    """How many initiatives and organisations each territory bears, towns counted in their region too.

    {code: {type: number}}; one query. The province counts what says « all of Québec », as its filter does.
    """
    initiatives = Fiche.objects.publiques(locale_id).filter(content_type__model="initiativepage")
    organisations = Organisation.objects.all()
    if not visibles(AnnuairePage.objects.all(), locale_id).exists():
        organisations = organisations.none()
    lignes = _lignes(initiatives, "territoires", "initiative").union(
        _lignes(organisations, "territoire", "organisation"),
        _lignes(organisations, "autres_territoires", "organisation"),
    )
    porteurs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for genre, cle, code, parent in lignes:
        for lieu in {code, parent} - {None}:
            if lieu == code or lieu != "qc":
                porteurs[lieu, genre].add(cle)
    comptes: Comptes = defaultdict(lambda: dict.fromkeys(TYPES, 0))
    for (lieu, genre), cles in porteurs.items():
        comptes[lieu][genre] = len(cles)
    return comptes


def adresse(code: str, *types: str) -> str:
    """The search of these types in a territory."""
    return f"{url_recherche()}?{urlencode([('territoire', code), *(('type', genre) for genre in types)])}"


def _dit(comptes: dict[str, int]) -> str:
    """« 1 initiative, 2 organisations »."""
    initiatives, organisations = comptes["initiative"], comptes["organisation"]
    return ", ".join(
        [
            ngettext("%(n)s initiative", "%(n)s initiatives", initiatives) % {"n": initiatives},
            ngettext("%(n)s organisation", "%(n)s organisations", organisations) % {"n": organisations},
        ]
    )


def _place(territoire: Territoire, comptes: dict[str, int]) -> Place:
    titre = _("%(lieu)s\u00a0: %(comptes)s") % {"lieu": territoire.nom, "comptes": _dit(comptes)}
    return Place(
        territoire.code, territoire.nom, adresse(territoire.code, *TYPES), titre, sum(comptes.values())
    )


def _ligne(territoire: Territoire, comptes: dict[str, int]) -> dict[str, Any]:
    """A row of the table, and a place beside the map."""
    place = _place(territoire, comptes)
    cellules = [{"n": comptes[genre], "url": adresse(territoire.code, genre)} for genre in TYPES]
    return {
        "place": place,
        "cellules": cellules,
        "dit": _dit(comptes),
        "langue": territoire.langue_du_nom,
        "pastille": mark_safe(pastille(place.classe)),  # noqa: S308 - our own shapes
    }


def legende() -> list[dict[str, Any]]:
    """The classes, from none to the most."""
    bornes = [_("aucune")]
    for rang, seuil in enumerate(SEUILS):
        fin = SEUILS[rang + 1] - 1 if rang + 1 < len(SEUILS) else None
        bornes.append(
            _("%(n)s ou plus") % {"n": seuil}
            if fin is None
            else str(seuil)
            if fin == seuil
            else _("%(debut)s ou %(fin)s") % {"debut": seuil, "fin": fin}
        )
    return [
        {"texte": texte, "pastille": mark_safe(pastille(classe))}  # noqa: S308 - our own shapes
        for classe, texte in enumerate(bornes)
    ]


def contexte_carte(page: CartePage, request: HttpRequest) -> dict[str, Any]:
    """The two views of the map, the nations beside it, the table of all territories."""
    comptes = compter(page.locale_id)
    territoires = list(Territoire.objects.exclude(niveau="ville"))
    lignes = {niveau: [] for niveau in ("province", "nations", "regions")}
    for territoire in territoires:
        groupe = {"province": "province", "region": "regions"}.get(territoire.niveau, "nations")
        lignes[groupe].append(_ligne(territoire, comptes[territoire.code]))
    places = places_par_code(ligne["place"] for ligne in lignes["regions"])
    return {
        "fil": fil(page, request),
        "lignes": lignes,
        "legende": legende(),
        **_vues(places),
    }


def _vues(places: dict[str, Place]) -> dict[str, str]:
    """The two drawings; "" when a region of the background has no record here."""
    if set(fond()["regions"]) - set(places):
        return {"province": "", "sud": ""}
    return {
        "province": mark_safe(province(places, _("Carte du Québec par région"))),  # noqa: S308 - escaped there
        "sud": mark_safe(sud(places, _("Le sud du Québec, de plus près"))),  # noqa: S308 - escaped there
    }
