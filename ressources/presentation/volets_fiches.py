"""The panels of the sheets: themes, tools, initiatives, and any other type of sheet that declares its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ressources.presentation.cartes import LIBELLES, faire_cartes
from ressources.presentation.volets import LIMITE, Critere, Volet


@dataclass(frozen=True)
class Mots:
    """The words of a panel: its title, and what is said when it is empty."""

    titre: str | Promise
    vide: str | Promise


GENRES: dict[str, Mots] = {
    "thematique": Mots(_("Thématiques"), _("Aucune thématique n’en traite encore.")),
    "outil": Mots(_("Outils"), _("Aucun outil\u00a0: les sources n’en nomment pas.")),
    "initiative": Mots(_("Initiatives"), _("Aucune initiative\u00a0: les sources n’en nomment pas.")),
    "action": Mots(_("Actions mobilisatrices"), _("Aucune action\u00a0: les sources n’en nomment pas.")),
    "bilan": Mots(_("Bilans"), _("Aucun bilan n’en parle.")),
}


def declarer_genre(genre: str, mots: Mots) -> None:
    """Adds a type of sheet (a subclass of `Fiche`) to the panels; called when the application is ready."""
    GENRES[genre] = mots


def genres() -> dict[str, Mots]:
    """The types that cards know, in order."""
    return {genre: mots for genre, mots in GENRES.items() if genre in LIBELLES}


def _filtre(critere: Critere) -> Q:
    return Q(mesures__code__in=critere.mesures) | Q(publics__code__in=critere.publics)


class CollecteurFiches:
    """Four queries whatever the number of sheets: which ones by type, then the few that are shown."""

    def volets(self, critere: Critere, page: Page, request: HttpRequest) -> Iterable[Volet]:
        par_genre = self._cles(critere, page)
        cartes = self._cartes([pk for cles in par_genre.values() for pk in cles[:LIMITE]], request)
        for genre, mots in genres().items():
            cles = par_genre.get(genre, [])
            yield Volet(
                genre=genre,
                titre=str(mots.titre),
                vide=str(mots.vide),
                total=len(cles),
                cartes=[cartes[pk] for pk in cles[:LIMITE]],
                url=critere.adresse(genre) if cles else "",
            )

    def comptes(self, page: Page) -> Mapping[str, int]:
        from ressources.models import Fiche

        publiques = Fiche.objects.publiques(page.locale_id).order_by().filter(mesures__isnull=False)
        return dict(publiques.values_list("mesures__code").annotate(n=Count("pk")))

    def _cles(self, critere: Critere, page: Page) -> dict[str, list[int]]:
        """Primary keys by type: what is real first, then by title."""
        from ressources.models import Fiche

        par_genre: dict[str, list[int]] = defaultdict(list)
        if not critere.vide:
            fiches = Fiche.objects.publiques(page.locale_id).filter(_filtre(critere))
            for pk, modele, _fiction, _titre in _lignes(fiches):
                par_genre[modele.removesuffix("page")].append(pk)
        return par_genre

    def _cartes(self, pks: list[int], request: HttpRequest) -> dict:
        from ressources.models import Fiche

        fiches = list(Fiche.objects.filter(pk__in=pks).pour_cartes()) if pks else []
        return dict(zip([fiche.pk for fiche in fiches], faire_cartes(fiches, request), strict=True))


def _lignes(fiches) -> Iterator[tuple]:
    triees = fiches.order_by("fiction", "title", "pk")
    return triees.values_list("pk", "content_type__model", "fiction", "title").distinct()
