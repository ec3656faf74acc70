"""The panels of the sheets, one by declared type."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Count, Q
from django.http import HttpRequest
from wagtail.models import Page

from ressources.declaration import fiches
from ressources.models import Fiche
from ressources.presentation.cartes import faire_cartes
from ressources.presentation.volets import LIMITE, Critere, Volet


def _filtre(critere: Critere) -> Q:
    return Q(mesures__code__in=critere.mesures) | Q(publics__code__in=critere.publics)


class CollecteurFiches:
    """Four queries whatever the number of sheets: which ones by type, then the few that are shown."""

    rang = 10

    def volets(self, critere: Critere, page: Page, request: HttpRequest) -> Iterable[Volet]:
        par_genre = self._cles(critere, page)
        cartes = self._cartes([pk for cles in par_genre.values() for pk in cles[:LIMITE]], request)
        for declare in fiches():
            genre = declare.genre.code
            cles = par_genre.get(genre, [])
            yield Volet(
                genre=genre,
                titre=str(declare.genre.pluriel),
                vide=str(declare.aucune),
                total=len(cles),
                cartes=[cartes[pk] for pk in cles[:LIMITE]],
                url=critere.adresse(genre) if cles else "",
            )

    def comptes(self, page: Page) -> Mapping[str, int]:
        publiques = Fiche.objects.publiques(page.locale_id).order_by().filter(mesures__isnull=False)
        return dict(publiques.values_list("mesures__code").annotate(n=Count("pk")))

    def _cles(self, critere: Critere, page: Page) -> dict[str, list[int]]:
        """Primary keys by type: what is real first, then by title."""
        par_genre: dict[str, list[int]] = defaultdict(list)
        if not critere.vide:
            trouvees = Fiche.objects.publiques(page.locale_id).filter(_filtre(critere))
            for pk, modele, _fiction, _titre in _lignes(trouvees):
                par_genre[modele.removesuffix("page")].append(pk)
        return par_genre

    def _cartes(self, pks: list[int], request: HttpRequest) -> dict:
        lues = list(Fiche.objects.filter(pk__in=pks).pour_cartes()) if pks else []
        return dict(zip([fiche.pk for fiche in lues], faire_cartes(lues, request), strict=True))


def _lignes(trouvees) -> Iterator[tuple]:
    triees = trouvees.order_by("fiction", "title", "pk")
    return triees.values_list("pk", "content_type__model", "fiction", "title").distinct()
