"""The values of the facets, read from the database at each search: a renamed label shows at once."""

from collections import defaultdict

from django.db.models import CharField, Exists, F, Model, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import override

from recherche.registre import Valeur
from ressources.declaration import fiches, genres
from ressources.models import (
    ChiffreCle,
    Fiche,
    Organisation,
    ThematiquePage,
)
from ressources.models.champs import CLASSEMENTS_FICHE
from ressources.models.querysets import visibles

PARENTS = {"mesure": F("pilier__code"), "territoire": F("parent__code")}
COMMUNES = ("pilier", "mesure", "public", "periode", "territoire")


def champs_des_facettes() -> dict[str, tuple[type[Fiche], str]]:
    """(model, field) that holds the terms of each facet: those of all sheets, then those that a type brings."""
    communs = {facette: (Fiche, CLASSEMENTS_FICHE[facette]) for facette in COMMUNES}
    propres = {
        propre.facette.code: (declare.modele, propre.champ)
        for declare in fiches()
        for propre in declare.facettes
    }
    return communs | propres


def classements() -> dict[str, type[Model]]:
    """The model of the terms of each facet."""
    champs = champs_des_facettes().items()
    return {facette: modele._meta.get_field(champ).related_model for facette, (modele, champ) in champs}


def _lignes(facette: str, requete):
    """(facet, code, French label, English label, rank, parent's code) of one classification."""
    return (
        requete.order_by()
        .annotate(facette=Value(facette), p=Cast(PARENTS.get(facette, Value("")), CharField()))
        .values_list("facette", "code", "nom_fr", "nom_en", "ordre", "p")
    )


def _qui_portent() -> Q:
    """The organisations that carry something, or the list would be a directory."""
    condition = Q(Exists(ChiffreCle.objects.filter(organisations=OuterRef("pk"))))
    for declare in fiches():
        if declare.porteur:
            portees = declare.modele.objects.filter(**{declare.porteur: OuterRef("pk"), "live": True})
            condition |= Q(Exists(portees))
    return condition


def _classements() -> list[tuple]:
    """All rows of all classifications in one query, in their order."""
    requetes = []
    modeles = classements() | {"organisation": Organisation}
    for facette, modele in modeles.items():
        requete = modele.objects.all()
        if facette == "organisation":
            requete = requete.filter(_qui_portent())
        requetes.append(_lignes(facette, requete))
    premiere, *autres = requetes
    return sorted(premiere.union(*autres, all=True), key=lambda ligne: (ligne[4], ligne[1]))


def _valeur(ligne: tuple, langue: str) -> Valeur:
    _facette, code, nom_fr, nom_en, ordre, parent = ligne
    propre, autre = (nom_en, nom_fr) if langue == "en" else (nom_fr, nom_en)
    if propre:
        return Valeur(code, propre, ordre, parent or "")
    return Valeur(code, autre, ordre, parent or "", "fr" if langue == "en" else "en")


def _themes(langue: str) -> list[Valeur]:
    themes = visibles(ThematiquePage.objects.filter(locale__language_code=langue))
    return [Valeur(code, titre) for code, titre in themes.order_by("title").values_list("code", "title")]


def _annees() -> list[Valeur]:
    des_fiches = Fiche.objects.live().order_by().values_list("annee", flat=True)
    des_chiffres = ChiffreCle.objects.order_by().values_list("annee", flat=True)
    annees = sorted({annee or 0 for annee in des_fiches.union(des_chiffres)}, reverse=True)
    return [Valeur(str(annee), str(annee), rang) for rang, annee in enumerate(annees) if annee]


def _fixes(langue: str) -> dict[str, list[Valeur]]:
    with override(langue):
        types = {genre.code: str(genre.pluriel) for genre in genres()}
        langues = {"fr": _("Français"), "en": _("Anglais"), "autre": _("Autre langue")}
        return {
            "type": [Valeur(code, libelle, i) for i, (code, libelle) in enumerate(types.items())],
            "langue": [Valeur(code, libelle, i) for i, (code, libelle) in enumerate(langues.items())],
        }


def valeurs(langue: str) -> dict[str, list[Valeur]]:
    """All the values of all the facets, in the order of display, with labels in `langue` when there are."""
    trouvees: dict[str, list[Valeur]] = defaultdict(list, _fixes(langue))
    for ligne in _classements():
        trouvees[ligne[0]].append(_valeur(ligne, langue))
    trouvees["theme"] = _themes(langue)
    trouvees["annee"] = _annees()
    return trouvees
