"""What the theory of change shows: a diagram and the same content as a list; a page for each box."""

from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ressources.models import ElementTheorie, Mesure, TheorieChangementPage, VersionTheorie
from ressources.presentation import volets
from ressources.presentation.fil import fil
from ressources.presentation.plateforme import adresse_mesure
from ressources.presentation.schema_theorie import Boite, Colonne, dessiner


def _element(element: ElementTheorie, page: TheorieChangementPage, request: HttpRequest) -> dict:
    return {
        "element": element,
        "url": page.adresse_partie(element.code, request),
        "note": element.dans_la_langue("note"),
        "mesures": _mesures(element.mesures.all(), request),
        "publics": list(element.publics.all()),
    }


def _mesures(mesures: Iterable[Mesure], request: HttpRequest) -> list[dict]:
    return [{"mesure": mesure, "url": adresse_mesure(mesure.code, request)} for mesure in mesures]


def _groupes(lignes: list[dict]) -> list[dict]:
    """Neighbours that share a heading, together: [{chapeau, elements}]."""
    paires = groupby(lignes, key=lambda ligne: ligne["element"].dans_la_langue("groupe"))
    return [{"chapeau": chapeau, "elements": list(suite)} for chapeau, suite in paires]


def _colonnes(version: VersionTheorie, page: TheorieChangementPage, request: HttpRequest) -> list[dict]:
    """The columns of a version in their order, those without a box left out."""
    par_colonne: dict[str, list[dict]] = {}
    for element in version.elements.all():
        par_colonne.setdefault(element.colonne, []).append(_element(element, page, request))
    return [
        {"code": code, "titre": str(titre), "groupes": _groupes(par_colonne[code])}
        for code, titre in ElementTheorie.Colonne.choices
        if code in par_colonne
    ]


def _boites(colonne: dict) -> tuple[Boite, ...]:
    return tuple(
        Boite(ligne["element"].nom, ligne["url"], groupe["chapeau"])
        for groupe in colonne["groupes"]
        for ligne in groupe["elements"]
    )


def _versions() -> list[VersionTheorie]:
    """All versions, the one in force first."""
    return list(
        VersionTheorie.objects.order_by("-ordre", "-pk").prefetch_related(
            "elements__mesures__pilier", "elements__publics"
        )
    )


def contexte_theorie(page: TheorieChangementPage, request: HttpRequest) -> dict:
    """{version, colonnes, schema, anterieures}: see templates/ressources/theorie_page.html."""
    versions = _versions()
    contexte: dict = {"fil": fil(page, request), "version": None, "colonnes": [], "schema": ""}
    if versions:
        colonnes = _colonnes(versions[0], page, request)
        contexte |= {"version": versions[0], "colonnes": colonnes, "schema": _schema(colonnes)}
    anterieures = [{"version": v, "colonnes": _colonnes(v, page, request)} for v in versions[1:]]
    return contexte | {"anterieures": anterieures}


def _schema(colonnes: list[dict]) -> str:
    return dessiner(
        [Colonne(c["titre"], _boites(c)) for c in colonnes],
        titre=_("La théorie du changement, de gauche à droite"),
        description=_(
            "Cinq colonnes reliées par des flèches\u00a0: les leviers visent des publics, qui agissent sur des "
            "conditions, lesquelles servent des objectifs, puis l’objectif ultime. La liste plus bas dit la même chose."
        ),
    )


def _remplacants(element: ElementTheorie, page: TheorieChangementPage, request: HttpRequest) -> list[dict]:
    """[{element, url}] of what stands in its column in the version in force; none for a box of that version."""
    en_vigueur = VersionTheorie.objects.order_by("-ordre", "-pk").first()
    if en_vigueur is None or element.version_id == en_vigueur.pk:
        return []
    actuels = en_vigueur.elements.filter(colonne=element.colonne)
    return [{"element": actuel, "url": page.adresse_partie(actuel.code, request)} for actuel in actuels]


def contexte_element(page: TheorieChangementPage, code: str, request: HttpRequest) -> dict | None:
    """The context of a box's page; None for a code that does not exist."""
    elements = ElementTheorie.objects.select_related("version").prefetch_related("mesures__pilier", "publics")
    element = elements.filter(code=code).first()
    if element is None:
        return None
    critere = volets.Critere(
        mesures=tuple(m.code for m in element.mesures.all()),
        publics=tuple(p.code for p in element.publics.all()),
    )
    trouves = [] if critere.vide else volets.volets(critere, page, request)
    return {
        "element": element,
        "fil": [*fil(page, request), {"titre": page.title, "url": page.get_url(request) or ""}],
        "note": element.dans_la_langue("note"),
        "groupe": element.dans_la_langue("groupe"),
        "mesures": _mesures(element.mesures.all(), request),
        "publics": list(element.publics.all()),
        "remplacants": _remplacants(element, page, request),
        "volets": trouves,
        "total": sum(volet.total for volet in trouves),
        "partie_liee": {
            "@type": "DefinedTerm",
            "name": element.nom,
            "termCode": element.code,
            "inDefinedTermSet": request.build_absolute_uri(page.get_url(request) or ""),
        },
    }
