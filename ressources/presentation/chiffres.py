"""What the templates show of figures and charts."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from ressources.graphiques import Barre, Dessin, Groupe, dessiner
from ressources.models import ChiffreCle, ChiffresPage, Graphique, LigneGraphique
from ressources.presentation.cartes import faire_cartes
from ressources.presentation.fiches_du_chiffre import fiches_du_chiffre
from ressources.presentation.fil import fil


def _groupes(lignes: Iterable) -> tuple[Groupe, ...]:
    """Lines of the same label, gathered in the order in which labels come."""
    barres: dict[str, list[Barre]] = {}
    for ligne in lignes:
        chiffre = ligne.chiffre
        nombre = None if chiffre.nombre is None else float(chiffre.nombre)
        barres.setdefault(ligne.etiquette, []).append(Barre(nombre, chiffre.valeur, str(chiffre.annee)))
    return tuple(Groupe(etiquette, tuple(suite)) for etiquette, suite in barres.items())


def lignes_de(graphique: Graphique) -> list:
    """The lines of a chart with their figures, read once."""
    if "lignes_lues" not in graphique.__dict__:
        lire_lignes([graphique])
    return graphique.__dict__["lignes_lues"]


def lire_lignes(graphiques: list[Graphique]) -> list[Graphique]:
    """The same charts, their lines read in one query."""
    lignes: dict[int, list] = {graphique.pk: [] for graphique in graphiques}
    requete = LigneGraphique.objects.filter(graphique__in=lignes).select_related("chiffre")
    for ligne in requete.order_by("sort_order"):
        lignes[ligne.graphique_id].append(ligne)
    for graphique in graphiques:
        graphique.__dict__["lignes_lues"] = lignes[graphique.pk]
    return graphiques


def trace(graphique: Graphique) -> SafeString:
    """The drawing of a chart as SVG; "" when no figure of it has a number."""
    groupes = _groupes(lignes_de(graphique))
    maximum = float(graphique.maximum or 0)
    dessin = Dessin(f"g-{graphique.code}", graphique.titre, graphique.description, groupes, maximum)
    if not dessin.nombres:
        return SafeString("")
    return mark_safe(dessiner(graphique.forme, dessin))  # noqa: S308 - the drawing escapes what it writes


def graphique_vu(graphique: Graphique, url_chiffres: str) -> dict[str, Any]:
    """A chart: its drawing, its table, its address as data."""
    lignes = [
        {"etiquette": ligne.etiquette, "chiffre": ligne.chiffre, "url": adresse(url_chiffres, ligne.chiffre)}
        for ligne in lignes_de(graphique)
    ]
    return {
        "code": graphique.code,
        "titre": graphique.titre,
        "description": graphique.description,
        "trace": trace(graphique),
        "lignes": lignes,
        "url_csv": url_chiffres and f"{url_chiffres}csv/{graphique.code}/",
    }


def adresse(url_chiffres: str, chiffre: ChiffreCle) -> str:
    """The address of a figure beneath that of the page of figures; "" without such a page."""
    return f"{url_chiffres}{chiffre.code}/" if url_chiffres else ""


def chiffres_vus(chiffres: Iterable[ChiffreCle], url_chiffres: str) -> list[dict[str, Any]]:
    """[{chiffre, url}] for composants/chiffre_cle.html."""
    return [{"chiffre": chiffre, "url": adresse(url_chiffres, chiffre)} for chiffre in chiffres]


def contexte_chiffres(page: ChiffresPage, request: HttpRequest) -> dict[str, Any]:
    """The page of all figures: groups in the order of the model, charts within their group."""
    url = page.get_url(request) or ""
    chiffres, graphiques = list(ChiffreCle.objects.all()), _graphiques()
    groupes = []
    for code, titre in ChiffreCle.Groupe.choices:
        siens = [chiffre for chiffre in chiffres if chiffre.groupe == code]
        dessins = [graphique_vu(g, url) for g in graphiques if g.groupe == code]
        if siens or dessins:
            groupes.append(
                {"code": code, "titre": titre, "chiffres": chiffres_vus(siens, url), "graphiques": dessins}
            )
    return {
        "fil": fil(page, request),
        "groupes": groupes,
        "total": len(chiffres),
        "url_csv": f"{url}csv/",
        "demonstration": any(chiffre.demonstration for chiffre in chiffres),
    }


def _graphiques() -> list[Graphique]:
    return lire_lignes(list(Graphique.objects.all()))


def contexte_chiffre(page: ChiffresPage, chiffre: ChiffreCle, request: HttpRequest) -> dict[str, Any]:
    """One figure, loaded with its measures and organisations: its origin, its charts, the sheets near it."""
    url = page.get_url(request) or ""
    graphiques = Graphique.objects.filter(lignes__chiffre=chiffre).distinct()
    return {
        "chiffre": chiffre,
        "fil": [*fil(page, request), {"titre": page.title, "url": url}],
        "mesures": chiffre.mesures.all(),
        "organisations": chiffre.organisations.all(),
        "graphiques": [graphique_vu(g, url) for g in lire_lignes(list(graphiques))],
        "cartes": faire_cartes(fiches_du_chiffre(chiffre, page.locale_id), request),
        "url_page": url,
        "partie_liee": {
            "@type": "Observation",
            "name": chiffre.enonce,
            "description": chiffre.note,
            "value": chiffre.valeur,
            "unitText": chiffre.unite,
            "observationDate": str(chiffre.annee),
            "isBasedOn": chiffre.source,
        },
    }
