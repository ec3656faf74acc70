"""A bilan as its page shows it: chapters, and recommendations with the sheets that feed them.

Recommendations are read in the stored form of their blocks: choosers would cost a query each.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from wagtail.rich_text import RichText

from ressources.blocks.lecture import Piste, pistes_de, valeurs_de
from ressources.declaration import libelle
from ressources.models import Fiche, Recommandation
from ressources.models.recommandations import recommandations_du_bilan
from ressources.presentation.fiches import contexte_fiche


@dataclass(frozen=True)
class Volet:
    """A part of a recommendation; `fiches` feed it, as {titre, url, genre}."""

    recommandation: Recommandation
    pistes: list[Piste]
    fiches: list[dict[str, str]]


@dataclass(frozen=True)
class RecommandationVue:
    """A recommendation with its parts; `fiches` feed it as a whole."""

    recommandation: Recommandation
    texte: RichText
    volets: list[Volet]
    fiches: list[dict[str, str]]


@dataclass(frozen=True)
class Morceau:
    """A block of a chapter, or a recommendation in its place."""

    bloc: Any = None
    recommandation: RecommandationVue | None = None


@dataclass(frozen=True)
class Chapitre:
    """A chapter; its anchor is the same in both languages."""

    ancre: str
    titre: str
    intitule: str
    morceaux: list[Morceau] = field(default_factory=list)

    @property
    def recommandations(self) -> list[Recommandation]:
        """Those of the chapter, for the table of contents."""
        return [m.recommandation.recommandation for m in self.morceaux if m.recommandation]


def _nourritures(page, request: HttpRequest) -> dict[str, list[dict[str, str]]]:
    """The public sheets, in the language of the page, that feed its recommendations, by code; in one query."""
    fiches = (
        Fiche.objects.publiques(page.locale_id)
        .filter(recommandations__bilan=page.code)
        .annotate(nourrit=F("recommandations__code"))
        .select_related("locale")
        .order_by("title", "pk")
    )
    trouvees: dict[str, list[dict[str, str]]] = defaultdict(list)
    for fiche in fiches:
        genre = libelle(fiche.genre)
        trouvees[fiche.nourrit].append(
            {"titre": fiche.title, "url": fiche.get_url(request) or "", "genre": genre}
        )
    return trouvees


def _vue(valeur: dict, records: dict[int, Recommandation], fiches: dict) -> RecommandationVue | None:
    """A stored recommendation; nothing when its record is of another bilan."""
    record = records.get(valeur["recommandation"])
    if record is None:
        return None
    volets = [(records.get(v["recommandation"]), pistes_de(v)) for v in valeurs_de(valeur["volets"])]
    return RecommandationVue(
        record,
        RichText(valeur["texte"]),
        [Volet(volet, pistes, fiches.get(volet.code, [])) for volet, pistes in volets if volet],
        fiches.get(record.code, []),
    )


def _chapitres(page, records: dict[int, Recommandation], fiches: dict) -> Iterator[Chapitre]:
    """The chapters; what stands before the first one comes as a chapter without title."""
    chapitre = Chapitre("", "", "")
    for rang, brut in enumerate(page.chapitres.raw_data):
        if brut["type"] == "chapitre":
            yield chapitre
            valeur = brut["value"]
            chapitre = Chapitre(valeur["ancre"], valeur["titre"], valeur.get("intitule") or "")
        elif brut["type"] == "recommandation":
            chapitre.morceaux.append(Morceau(recommandation=_vue(brut["value"], records, fiches)))
        else:
            chapitre.morceaux.append(Morceau(page.chapitres[rang]))
    yield chapitre


def contexte_bilan(page, request: HttpRequest) -> dict:
    """The context of a bilan's page: its chapters, besides what all sheets share."""
    communs = contexte_fiche(page, request)
    records = recommandations_du_bilan(page.code)
    fiches = _nourritures(page, request) if records else {}
    chapitres = [c for c in _chapitres(page, records, fiches) if c.titre or c.morceaux]
    nommes = list(page.references.all())
    # A long page on its own: no sheet that resembles it, only those that its recommendations and editors name.
    return communs | {"chapitres": chapitres, "documents_nommes": nommes, "voisines": []}
