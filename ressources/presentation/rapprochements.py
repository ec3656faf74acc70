"""Related sheets, on both sides of each relation, in the language of the page."""

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ressources.presentation.cartes import carte

TITRES = {
    "thematique": _("Thématiques liées"),
    "outil": _("Outils liés"),
    "initiative": _("Initiatives liées"),
    "action": _("Actions mobilisatrices liées"),
}
# Each type shows practice first where it holds knowledge, and knowledge first where it holds practice.
ORDRE = {
    "thematique": ("initiative", "outil", "action", "thematique"),
    "outil": ("thematique", "initiative", "outil", "action"),
    "initiative": ("thematique", "outil", "initiative", "action"),
    "action": ("action", "thematique", "initiative", "outil"),
}


def cles_liees(page) -> list:
    """Translation keys of the sheets related to `page`: its own relations first, in order, then the incoming ones.

    Relations are written on source pages and point at source pages; keys make them hold in each language.
    """
    from ressources.models import LienFiche

    cle = page.translation_key
    liens = LienFiche.objects.filter(
        Q(page__translation_key=cle) | Q(cible__translation_key=cle, page__live=True)
    ).values_list("page__translation_key", "cible__translation_key", "page__title", "sort_order", "pk")
    sortants = sorted((rang, pk, cible) for source, cible, _titre, rang, pk in liens if source == cle)
    entrants = sorted((titre, pk, source) for source, _cible, titre, _rang, pk in liens if source != cle)
    return list(dict.fromkeys(uuid for _rang, _pk, uuid in [*sortants, *entrants]))


def fiches_liees(page) -> list:
    """The public sheets related to `page`, in its language and in order; their terms are not read yet."""
    from ressources.models import Fiche

    cles = cles_liees(page)
    rang = {cle: i for i, cle in enumerate(cles)}
    fiches = Fiche.objects.publiques(page.locale_id).filter(translation_key__in=cles)
    return sorted(fiches.avec_objets(), key=lambda f: rang[f.translation_key])


def rapprochements(page, fiches: list, request: HttpRequest) -> list[dict]:
    """Returns [{genre, titre, cartes}] of the related sheets, by type; empty types are left out."""
    par_genre: dict[str, list] = {}
    for fiche in fiches:
        par_genre.setdefault(fiche.genre, []).append(carte(fiche, request))
    return [
        {"genre": genre, "titre": str(TITRES[genre]), "cartes": par_genre[genre]}
        for genre in ORDRE[page.genre]
        if genre in par_genre
    ]
