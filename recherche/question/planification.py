"""From a query to a plan that any engine executes. Pure: same query, same plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from recherche.aide import Aide
from recherche.question.composition import Demande, cibles, composer, lire_demande
from recherche.valeurs.arbre import Noeud, Tout, condition
from recherche.valeurs.cibles import Cibles
from recherche.valeurs.requete import TAILLE, Filtres, Requete

SUFFISANT = 10 * TAILLE  # hits of the strict tree from which it is kept: ten pages, more than anybody reads


@dataclass(frozen=True)
class Plan:
    """What an engine executes. `facettes` are the codes to count; each count leaves out the facet's own
    choice.

    Order: `tri` is "pertinence" (score, then date), "date" (newest first) or "titre"; the id breaks all ties.
    """

    arbre: Noeud
    langue: str
    filtres: Filtres
    facettes: tuple[str, ...]
    tri: str
    debut: int
    taille: int
    cibles: Cibles = field(default_factory=Cibles)
    """What the hits must show."""
    cles: tuple[str, ...] = ()
    """When given, only the documents of these keys."""
    arbre_large: Noeud | None = None
    """The same words, any of which suffices: for queries of several words that few documents match strictly."""
    suffisant: int = SUFFISANT
    """Documents that match strictly from which the strict tree is kept."""

    @property
    def racines(self) -> frozenset[str]:
        """The stems that are marked wherever they stand."""
        return self.cibles.racines


def minimum(nombre: int) -> int:
    """How many words of a query a document must hold: all of one or two, then 70 % rounded down ("2<70%")."""
    return nombre if nombre <= 2 else max(2, nombre * 7 // 10)


def un_seul(nombre: int) -> int:
    """Any word suffices."""
    return min(nombre, 1)


def planifier(
    requete: Requete, facettes: tuple[str, ...], langue: str = "", aide: Aide | None = None
) -> Plan:
    """The plan of a query in its own language, or in `langue` (the second block), over these facets.

    `aide` brings synonyms, labels and spellings (`recherche.aide`); none by default. Filters on facets that are not in
    `facettes` are dropped.
    """
    langue = langue or requete.langue
    demande = lire_demande(requete.texte, requete.langue, langue, aide or Aide())
    filtres = {facette: codes for facette, codes in requete.filtres.items() if facette in facettes}
    return Plan(
        arbre=composer(demande, minimum) if requete.texte else Tout(),
        langue=langue,
        filtres=filtres,
        facettes=facettes,
        tri=_tri(requete, demande),
        debut=requete.debut,
        taille=requete.taille,
        cibles=cibles(demande),
        arbre_large=composer(demande, un_seul) if len(demande.places) > 1 else None,
        suffisant=1 if demande.notion else SUFFISANT,
    )


def _tri(requete: Requete, demande: Demande) -> str:
    """Exclusions alone rank nothing: newest first."""
    sans_mot = not (demande.libres or demande.phrases)
    return "date" if sans_mot and requete.tri_effectif == "pertinence" else requete.tri_effectif


def decompte(arbre: Noeud, langue: str) -> Plan:
    """Counts the documents of a tree in a language."""
    return Plan(arbre, langue, filtres={}, facettes=(), tri="date", debut=0, taille=0)


def parmi(plan: Plan, cles: Iterable[str]) -> Plan:
    """The same search among the documents of these keys only."""
    uniques = tuple(dict.fromkeys(cles))
    return replace(second_bloc(plan, len(uniques)), cles=uniques)


def comptage(plan: Plan) -> Plan:
    """Counts what the words alone find. Filters are left out: a choice must not change the meaning of the words,
    or narrowing could show more. So is all that only ranks. Without filters, the facets' counts are already those of
    the plan: they come in the same pass."""
    facettes = () if plan.filtres else plan.facettes
    return replace(
        plan, arbre=condition(plan.arbre), tri="date", filtres={}, facettes=facettes, debut=0, taille=0
    )


def elargir(plan: Plan, total: int) -> Plan:
    """The plan to execute when its words, strictly, find `total` documents in its language.

    On public French questions, keeping 70 % of the words whatever they find costs a fifth of nDCG@10, and two words
    that must both stand find nothing two times in five. Being strict is for shortening lists that are too long to be
    read, never for shortening short ones (docs/decisions/0013).
    """
    if plan.arbre_large is None or total >= plan.suffisant:
        return plan
    return replace(plan, arbre=plan.arbre_large)


def second_bloc(plan: Plan, taille: int) -> Plan:
    """The same plan reduced to its first hits, without any count of facets."""
    return replace(plan, facettes=(), debut=0, taille=taille)
