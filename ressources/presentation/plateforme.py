"""What the platform and its measures show."""

from django.db.models import Prefetch
from django.http import HttpRequest

from ressources.models import Mesure, Pilier, PlateformePage, TheorieChangementPage
from ressources.models.pages_du_site import adresse_du_type
from ressources.presentation import volets
from ressources.presentation.fil import fil


def adresse_plateforme(request: HttpRequest) -> str:
    """The address of the platform in the active language; "" where there is none."""
    return adresse_du_type(PlateformePage, request)


def adresse_mesure(code: str, request: HttpRequest) -> str:
    """The address of a measure's page; "" where there is no platform."""
    adresse = adresse_plateforme(request)
    return adresse and f"{adresse}{code}/"


def _mesure(mesure: Mesure, page: PlateformePage, request: HttpRequest, comptes: dict) -> dict:
    return {
        "mesure": mesure,
        "url": page.adresse_partie(mesure.code, request),
        "compte": comptes.get(mesure.code, 0),
    }


def contexte_plateforme(page: PlateformePage, request: HttpRequest) -> dict:
    """The pillars, each with its measures in the order of the platform and what works on them."""
    comptes = volets.comptes(page)
    piliers = Pilier.objects.prefetch_related(Prefetch("mesures", Mesure.objects.order_by("ordre", "code")))
    return {
        "fil": fil(page, request),
        "piliers": [
            {"pilier": p, "mesures": [_mesure(m, page, request, comptes) for m in p.mesures.all()]}
            for p in piliers
        ],
        "url_theorie": adresse_du_type(TheorieChangementPage, request),
    }


def _voisines(mesures: list[Mesure], rang: int, page: PlateformePage, request: HttpRequest) -> dict:
    """The measures before and after, in the order of the platform; None at the ends."""

    def lien(i: int) -> dict | None:
        if not 0 <= i < len(mesures):
            return None
        return {"mesure": mesures[i], "url": page.adresse_partie(mesures[i].code, request)}

    return {"precedente": lien(rang - 1), "suivante": lien(rang + 1)}


def contexte_mesure(page: PlateformePage, code: str, request: HttpRequest) -> dict | None:
    """The context of a measure's page; None for a code that does not exist (case aside)."""
    mesures = list(Mesure.objects.select_related("pilier").order_by("pilier__ordre", "ordre", "code"))
    rangs = {mesure.code.lower(): rang for rang, mesure in enumerate(mesures)}
    rang = rangs.get(code.lower())
    if rang is None:
        return None
    mesure = mesures[rang]
    trouves = volets.volets(volets.Critere(mesures=(mesure.code,)), page, request)
    return {
        "mesure": mesure,
        "fil": [*fil(page, request), {"titre": page.title, "url": page.get_url(request) or ""}],
        "volets": trouves,
        "total": sum(volet.total for volet in trouves),
        "partie_liee": {
            "@type": "DefinedTerm",
            "name": mesure.nom,
            "termCode": mesure.code,
            "description": mesure.dans_la_langue("en_clair"),
            "inDefinedTermSet": request.build_absolute_uri(page.get_url(request) or ""),
        },
        "url_recherche_mesure": volets.Critere(mesures=(mesure.code,)).adresse(),
        **_voisines(mesures, rang, page, request),
    }
