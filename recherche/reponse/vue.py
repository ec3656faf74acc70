"""What the templates of a search need, with every address already made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recherche import liens
from recherche.analyse import analyser
from recherche.registre import registre
from recherche.valeurs.requete import LONGUEUR_MAX, PAGES_MAX, PROFONDEUR_MAX, Requete
from recherche.valeurs.resultats import Issue, Resultats, ValeurFacette

TRIS: dict[str, Promise] = {
    "pertinence": _("Les plus pertinentes"),
    "date": _("Les plus récentes"),
    "titre": _("Par titre"),
}
VOISINES = 2  # page numbers shown on each side of the current one


@dataclass(frozen=True)
class Puce:
    """A filter in force and the address without it."""

    facette: str
    libelle_facette: str
    code: str
    libelle: str
    langue_libelle: str
    url: str


@dataclass(frozen=True)
class LienPage:
    """A page of results; `numero` 0 stands for a gap."""

    numero: int
    url: str = ""
    courante: bool = False


@dataclass(frozen=True)
class Sortie:
    """A way out of an empty list. `meme_page` is false when it leads to the search page from a page with a preset;
    `texte_change` when the field must be filled anew, so that the whole page is needed."""

    issue: Issue
    libelle_facette: str
    url: str
    meme_page: bool
    texte_change: bool


@dataclass(frozen=True)
class Vue:
    """A search as a template shows it, under the name `recherche`. `chemin` is the path of the page."""

    requete: Requete
    resultats: Resultats
    chemin: str
    url_proposer: str = ""
    longueur_max: int = LONGUEUR_MAX
    profondeur_max: int = PROFONDEUR_MAX

    @property
    def premier_rang(self) -> int:
        """Rank of the first hit of the page, from 1."""
        return self.requete.debut + 1

    @property
    def hors_limite(self) -> bool:
        """Whether the page asked for does not exist; a page that the fallback answers always does."""
        return not self.resultats.degrade and self.requete.page > min(self.resultats.pages, PAGES_MAX)

    @property
    def puces(self) -> list[Puce]:
        """The filters that the visitor may drop, in the order of the facets."""
        return [
            Puce(f.code, f.libelle, v.code, v.libelle, v.langue_libelle, self._sans(f.code, v.code))
            for f in self.resultats.facettes
            for v in f.choisies
        ]

    def _sans(self, facette: str, code: str) -> str:
        return liens.adresse(liens.basculer(self.requete, facette, code), self.chemin)

    @property
    def url(self) -> str:
        """The address of this very search."""
        return liens.adresse(self.requete, self.chemin)

    @property
    def url_premiere(self) -> str:
        """The first page of this search."""
        return liens.adresse(liens.avec_page(self.requete, 1), self.chemin)

    @property
    def url_sans_texte(self) -> str:
        """The same filters without words."""
        return liens.adresse(replace(self.requete, texte="", tri="", page=1), self.chemin)

    @property
    def url_sans_filtres(self) -> str:
        """The same words without the visitor's filters."""
        return liens.adresse(liens.sans_filtres(self.requete), self.chemin)

    @property
    def url_autre_langue(self) -> str:
        """The same search in the language of the second block; empty without such a block."""
        autre = self.resultats.autre_langue
        return liens.autre_langue(self.requete, autre.langue) if autre else ""

    @property
    def url_suggestion(self) -> str:
        """The same search with the suggested spelling; empty without one."""
        texte = self.resultats.suggestion
        return liens.adresse(replace(self.requete, texte=texte, page=1), self.chemin) if texte else ""

    @property
    def sans_mot(self) -> bool:
        """Whether something was typed that holds no word at all: signs only."""
        return bool(self.requete.texte) and not analyser(self.requete.texte, self.requete.langue)

    @property
    def sorties(self) -> list[Sortie]:
        """The ways out of an empty list, with their addresses."""
        vide = self.resultats.vide
        return [self._sortie(issue) for issue in vide.issues] if vide else []

    def _sortie(self, issue: Issue) -> Sortie:
        libelles = {facette.code: facette.libelle for facette in self.resultats.facettes}
        ici = issue.genre != "page"
        return Sortie(
            issue,
            libelles.get(issue.facette, ""),
            liens.adresse(issue.requete, self.chemin if ici else liens.url_recherche(issue.requete.langue)),
            ici,
            issue.requete.texte != self.requete.texte,
        )

    @property
    def populaires(self) -> list[tuple[ValeurFacette, str]]:
        """What an empty page offers to browse: (value, address of the search that keeps it alone)."""
        vide, facette = self.resultats.vide, registre().populaire
        return (
            [(valeur, liens.url_facette(facette, valeur.code)) for valeur in vide.populaires] if vide else []
        )

    @property
    def tris(self) -> list[tuple[str, Promise, bool]]:
        """(value, label, in force) of each order; relevance only when there are words. The value of the order by
        default is empty: the newest first of an empty search must not stay when words are typed into it."""
        codes = [code for code in TRIS if code != "pertinence" or self.requete.texte]
        actif = self.requete.tri_effectif
        return [("" if code == codes[0] else code, TRIS[code], code == actif) for code in codes]

    @property
    def pages(self) -> list[LienPage]:
        """First, last and neighbouring pages, with gaps; empty for a single page."""
        derniere = self.resultats.pages
        if derniere < 2 or self.hors_limite:
            return []
        numeros = {1, derniere, *range(self.requete.page - VOISINES, self.requete.page + VOISINES + 1)}
        return self._avec_sauts(sorted(n for n in numeros if 1 <= n <= derniere))

    def _avec_sauts(self, numeros: Sequence[int]) -> list[LienPage]:
        suite: list[LienPage] = []
        precedent = 0
        for numero in numeros:
            if numero - precedent > 1:
                suite.append(LienPage(0))
            suite.append(LienPage(numero, self._page(numero), numero == self.requete.page))
            precedent = numero
        return suite

    @property
    def url_precedente(self) -> str:
        """The page before, or an empty text."""
        return self._page(self.requete.page - 1) if self.requete.page > 1 else ""

    @property
    def url_suivante(self) -> str:
        """The page after, or an empty text."""
        return self._page(self.requete.page + 1) if self.requete.page < self.resultats.pages else ""

    def _page(self, numero: int) -> str:
        return liens.adresse(liens.avec_page(self.requete, numero), self.chemin)
