"""The terms of the classifications that may be proposed: those that some document of the language bears.

Labels come from the registry and counts from the engine; both are kept a minute, and forgotten when the index
changes: a keystroke must cost neither.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.cache import cache

from recherche.moteurs import charger
from recherche.moteurs.garde import garde
from recherche.question.planification import planifier
from recherche.registre import Valeur, registre
from recherche.suggestions.mots import Saisie, debuts, plein
from recherche.valeurs.requete import Requete

journal = logging.getLogger(__name__)
Comptes = Mapping[str, Mapping[str, int]]
DUREE = 60  # seconds
DUREE_PANNE = 5


@dataclass(frozen=True)
class Terme:
    """A value of a facet; `compte` is the number of documents that bear it, `debuts` (start, whether at the head)."""

    facette: str
    code: str
    libelle: str
    langue_libelle: str
    compte: int
    plein: str
    debuts: tuple[tuple[bytes, bool], ...]

    def tete(self, saisie: Saisie) -> bool | None:
        """Whether what is typed begins the label, or one of its next words; None when it is not there."""
        premier, dernier = saisie.bornes
        if not saisie.convient(self.plein):
            return None
        trouves = [tete for octets, tete in self.debuts if premier <= octets < dernier]
        return any(trouves) if trouves else None


def termes(langue: str) -> tuple[Terme, ...]:
    """The terms of this language that lead somewhere, in the order of the facets."""
    gardes = cache.get(_cle(langue))
    if gardes is None:
        comptes = _comptes(langue)
        gardes = tuple(_construire(langue, comptes))
        cache.set(_cle(langue), gardes, DUREE_PANNE if comptes is None else DUREE)
    return gardes


def oublier() -> None:
    """The index changed."""
    cache.delete_many([_cle(langue) for langue, _nom in settings.LANGUAGES])


def _cle(langue: str) -> str:
    return f"suggestions.termes.{langue}"


def _comptes(langue: str) -> Comptes | None:
    """How many documents bear each value; None when the engine does not answer."""
    plan = planifier(Requete(langue=langue), registre().codes_facettes)
    try:
        moteur = charger()
        with garde(moteur):
            return moteur.rechercher(replace(plan, taille=0)).comptes
    except Exception as erreur:  # whatever an engine does, the reader goes on typing
        journal.info("Terms are proposed without their counts: %s", erreur)
        return None


def _construire(langue: str, comptes: Comptes | None) -> Iterator[Terme]:
    valeurs = registre().valeurs(langue)
    for facette in registre().facettes:
        for valeur in valeurs.get(facette.code, ()) if facette.proposee else ():
            compte = (comptes or {}).get(facette.code, {}).get(valeur.code, 0)
            if compte or comptes is None:
                yield _terme(facette.code, valeur, langue, compte)


def _terme(facette: str, valeur: Valeur, langue: str, compte: int) -> Terme:
    return Terme(
        facette,
        valeur.code,
        valeur.libelle,
        valeur.langue_libelle,
        compte,
        plein(valeur.libelle, langue),
        tuple((debut.octets, debut.tete) for debut in debuts(valeur.libelle, langue)),
    )
