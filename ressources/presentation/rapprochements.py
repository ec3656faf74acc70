"""Related sheets, on both sides of each relation, in the language of the page; and those that resemble it."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest

from recherche.reponse import voisins
from ressources.declaration import fiche_de, fiches
from ressources.indexation.fiches import PREFIXE, cle_index
from ressources.models import Fiche, LienFiche
from ressources.presentation.cartes import Carte, carte

VOISINES = 3


def cles_liees(page) -> list:
    """Translation keys of the sheets related to `page`: its own relations first, in order, then the incoming ones.

    Relations are written on source pages and point at source pages; keys make them hold in each language.
    """
    cle = page.translation_key
    liens = LienFiche.objects.filter(
        Q(page__translation_key=cle) | Q(cible__translation_key=cle, page__live=True)
    ).values_list("page__translation_key", "cible__translation_key", "page__title", "sort_order", "pk")
    sortants = _tenus(page)
    if sortants is None:
        sortants = [(rang, pk, cible) for source, cible, _titre, rang, pk in liens if source == cle]
    entrants = sorted((titre, pk, source) for source, _cible, titre, _rang, pk in liens if source != cle)
    return list(dict.fromkeys(uuid for _rang, _pk, uuid in [*sorted(sortants), *entrants]))


def _tenus(page) -> list[tuple] | None:
    """The relations that a draft holds in place of its rows (rank, place, key); None for a page read from its row."""
    tenus = getattr(page, "_cluster_related_objects", {}).get("liens")
    if tenus is None:
        return None
    cibles = [lien.cible_id for lien in sorted(tenus, key=lambda lien: lien.sort_order or 0)]
    cles = dict(Fiche.objects.filter(pk__in=cibles).values_list("pk", "translation_key"))
    return [(0, place, cles[pk]) for place, pk in enumerate(cibles) if pk in cles]


def fiches_autour(page) -> tuple[list, list]:
    """The public sheets related to `page` by editors, in order, then at most VOISINES others that resemble it: its own
    language first, then the other one.

    One query for both, whatever the search remembers: what is not public any more is never shown. Their terms are
    not read yet.
    """
    liees, proches = cles_liees(page), voisins.proches(*_cle_et_langues(page), _fiches_seules())
    lues = {(f.translation_key, f.locale.language_code): f for f in _fiches(page, liees, proches)}
    ici = page.locale.language_code
    rapprochees = [lues[cle, ici] for cle in liees if (cle, ici) in lues]
    deja = {page.translation_key, *liees}
    candidates = [(cle, langue) for cle, langue in _couples(proches) if cle not in deja]
    trouvees = (lues.get((cle, ici)) or lues.get((cle, langue)) for cle, langue in candidates)
    ressemblantes = [fiche for fiche in trouvees if fiche]
    return rapprochees, ressemblantes[:VOISINES]


def _cle_et_langues(page) -> tuple[str, str, list[str]]:
    langue = page.locale.language_code
    return cle_index(page), langue, [code for code, _nom in settings.LANGUAGES if code != langue]


def _fiches_seules() -> dict[str, tuple[str, ...]]:
    """No figure nor organisation resembles a sheet."""
    return {"type": tuple(declare.genre.code for declare in fiches())}


def _couples(proches: list[tuple[str, str]]) -> list[tuple[UUID, str]]:
    """The sheets among what the index knows, as translation keys."""
    return [(UUID(cle.partition(":")[2]), langue) for cle, langue in proches if cle.startswith(f"{PREFIXE}:")]


def _fiches(page, liees: list, proches: list[tuple[str, str]]) -> Iterable:
    condition = Q(locale_id=page.locale_id, translation_key__in=liees)
    condition |= Q(translation_key__in={cle for cle, _langue in _couples(proches)})
    return Fiche.objects.publiques().filter(condition).avec_objets()


def voisines(page, proches: list, request: HttpRequest) -> list[Carte]:
    """The cards of the sheets that resemble `page`; those in another language say which."""
    cartes = []
    for fiche in proches:
        langue = fiche.locale.language_code if fiche.locale_id != page.locale_id else ""
        cartes.append(replace(carte(fiche, request), langue=langue))
    return cartes


def _ordre(genre: str) -> list[str]:
    """The order that its type wants, then the types that it does not name."""
    tous = [*fiche_de(genre).ordre_liees, *(declare.genre.code for declare in fiches())]
    return list(dict.fromkeys(tous))


def rapprochements(page, liees: list, request: HttpRequest) -> list[dict]:
    """Returns [{genre, titre, cartes}] of the related sheets, by type; empty types are left out."""
    par_genre: dict[str, list] = {}
    for fiche in liees:
        par_genre.setdefault(fiche.genre, []).append(carte(fiche, request))
    return [
        {"genre": genre, "titre": str(fiche_de(genre).titre_liees), "cartes": par_genre[genre]}
        for genre in _ordre(page.genre)
        if genre in par_genre
    ]
