"""Related sheets, on both sides of each relation, in the language of the page."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ressources.presentation.cartes import carte

TITRES = {"thematique": _("Thématiques liées"), "outil": _("Outils liés"), "initiative": _("Initiatives liées")}
# Each type shows practice first where it holds knowledge, and knowledge first where it holds practice.
ORDRE = {
    "thematique": ("initiative", "outil", "thematique"),
    "outil": ("thematique", "initiative", "outil"),
    "initiative": ("thematique", "outil", "initiative"),
}


def cles_liees(page) -> list:
    """Translation keys of the sheets related to `page`: its own relations first, in order, then the incoming ones.

    Relations are written on source pages and point at source pages; keys make them hold in each language.
    """
    from ressources.models import LienFiche

    sortants = (
        LienFiche.objects.filter(page__translation_key=page.translation_key)
        .order_by("sort_order", "pk")
        .values_list("cible__translation_key", flat=True)
    )
    entrants = (
        LienFiche.objects.filter(cible__translation_key=page.translation_key, page__live=True)
        .order_by("page__title", "pk")
        .values_list("page__translation_key", flat=True)
    )
    return list(dict.fromkeys([*sortants, *entrants]))


def rapprochements(page, request: HttpRequest) -> list[dict]:
    """Returns [{genre, titre, cartes}] of the public sheets related to `page`, by type; types without any are left out."""
    from ressources.models import Fiche

    cles = cles_liees(page)
    rang = {cle: i for i, cle in enumerate(cles)}
    fiches = Fiche.objects.publiques(page.locale_id).filter(translation_key__in=cles).pour_cartes()
    par_genre: dict[str, list] = {}
    for fiche in sorted(fiches, key=lambda f: rang[f.translation_key]):
        par_genre.setdefault(fiche.genre, []).append(carte(fiche, request))
    return [
        {"genre": genre, "titre": str(TITRES[genre]), "cartes": par_genre[genre]}
        for genre in ORDRE[page.genre]
        if genre in par_genre
    ]
