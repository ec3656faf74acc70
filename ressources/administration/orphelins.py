"""What stands alone: a theme without practice, practice without a theme, a measure on which nothing works.

Two sheets answer each other when they share a measure, or when either one is linked to the other.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ressources.declaration import fiches, libelle
from ressources.models import Fiche, LienFiche, Mesure

SANS_PRATIQUE = _("Aucun outil, aucune initiative, aucune action")
SANS_THEME = _("Aucune thématique")
SANS_RIEN = _("Rien n’y travaille")


@dataclass(frozen=True)
class Orphelin:
    """A row of the report. `raison` is what the editors say of it, "" when nobody has said anything yet."""

    genre: str
    titre: str
    manque: str | Promise
    raison: str
    adresse: tuple[str, int]  # name of the admin's address that edits it, primary key

    @property
    def libelle_genre(self) -> str:
        """The name of its type."""
        return libelle(self.genre)

    @property
    def manque_dit(self) -> str:
        """What it lacks, in the reader's language."""
        return str(self.manque)


@dataclass
class _Tissu:
    """The public sheets of the source language, with the measures and the links that tie them."""

    fiches: dict[int, dict]
    mesures: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    porteuses: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    liees: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def genres_autour(self, pk: int) -> set[str]:
        """Types of the sheets that answer this one."""
        autres = {autre for mesure in self.mesures[pk] for autre in self.porteuses[mesure]}
        return {self.fiches[autre]["genre"] for autre in (autres | self.liees[pk]) - {pk}}

    def genres_de_la_mesure(self, pk: int) -> set[str]:
        """Types of the sheets that bear this measure."""
        return {self.fiches[fiche]["genre"] for fiche in self.porteuses[pk]}


def _fiches() -> dict[int, dict]:
    champs = ("pk", "translation_key", "title", "sans_vis_a_vis", "content_type__model")
    publiques = Fiche.objects.publiques().filter(locale__language_code=settings.LANGUAGE_CODE)
    return {
        ligne["pk"]: ligne | {"genre": ligne["content_type__model"].removesuffix("page")}
        for ligne in publiques.order_by("title").values(*champs)
    }


def _tissu() -> _Tissu:
    """Three queries whatever the number of sheets."""
    tissu = _Tissu(_fiches())
    for fiche, mesure in Fiche.mesures.through.objects.values_list("fiche_id", "mesure_id"):
        if fiche in tissu.fiches:
            tissu.mesures[fiche].add(mesure)
            tissu.porteuses[mesure].add(fiche)
    par_cle = {fiche["translation_key"]: pk for pk, fiche in tissu.fiches.items()}
    for depart, arrivee in LienFiche.objects.values_list("page__translation_key", "cible__translation_key"):
        if depart in par_cle and arrivee in par_cle:
            tissu.liees[par_cle[depart]].add(par_cle[arrivee])
            tissu.liees[par_cle[arrivee]].add(par_cle[depart])
    return tissu


def _du_versant(versant: str) -> set[str]:
    """The types that hold knowledge, or those that hold practice."""
    return {declare.genre.code for declare in fiches() if declare.versant == versant}


def _fiches_isolees(tissu: _Tissu) -> Iterable[Orphelin]:
    savoirs, pratiques = _du_versant("savoir"), _du_versant("pratique")
    for pk, fiche in tissu.fiches.items():
        cherches, manque = (pratiques, SANS_PRATIQUE) if fiche["genre"] in savoirs else (savoirs, SANS_THEME)
        if fiche["genre"] in savoirs | pratiques and not cherches & tissu.genres_autour(pk):
            adresse = ("wagtailadmin_pages:edit", pk)
            yield Orphelin(fiche["genre"], fiche["title"], manque, fiche["sans_vis_a_vis"], adresse)


def _mesures_isolees(tissu: _Tissu) -> Iterable[Orphelin]:
    pratiques = _du_versant("pratique")
    for mesure in Mesure.objects.all():
        genres = tissu.genres_de_la_mesure(mesure.pk)
        if not genres & pratiques:
            adresse = ("wagtailsnippets_ressources_mesure:edit", mesure.pk)
            titre = f"{mesure.code} {mesure.nom}"
            manque = SANS_PRATIQUE if genres else SANS_RIEN
            yield Orphelin("mesure", titre, manque, mesure.dans_la_langue("raison"), adresse)


def orphelins() -> list[Orphelin]:
    """All that stands alone, those without a reason first; four queries."""
    tissu = _tissu()
    trouves = [*_mesures_isolees(tissu), *_fiches_isolees(tissu)]
    return sorted(trouves, key=lambda orphelin: bool(orphelin.raison))
