"""What a family of records gives to the degraded answer."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from recherche.valeurs.requete import Requete
from ressources.models import Territoire
from ressources.secours.mots import Recherche

PROFONDEUR = 200
"""Hits that can be paged through, and records read of each family."""


@dataclass(frozen=True)
class Ligne:
    """A record that answers: its key in the index ("page:" then its primary key, for a sheet)."""

    cle: str
    titre: str
    jour: datetime.date | None = None


@dataclass(frozen=True)
class Demande:
    """A search of the database. `langues` are those in which each type of page is public, by name of model."""

    requete: Requete
    recherche: Recherche
    langues: Mapping[str, frozenset[str]]

    @property
    def langue(self) -> str:
        """The reader's."""
        return self.requete.langue

    def codes(self, facette: str) -> tuple[str, ...]:
        """The choices in a facet; none: no filter."""
        return self.requete.filtres.get(facette, ())


class Famille(ABC):
    """Records of one kind. `facettes` are those they bear: a choice in another one excludes them all."""

    facettes: frozenset[str]

    @abstractmethod
    def lignes(self, demande: Demande) -> tuple[list[Ligne], int]:
        """The records that answer, PROFONDEUR at most, and how many there are; a fixed number of queries."""

    def concernee(self, demande: Demande, genre: str, langues: frozenset[str]) -> bool:
        """Whether records of this type, readable in these languages, can answer."""
        choisies = {facette for facette, codes in demande.requete.filtres.items() if codes}
        types, voulues = demande.codes("type"), demande.codes("langue")
        return (
            demande.langue in langues
            and choisies <= {*self.facettes, "type", "langue"}
            and (not types or genre in types)
            and (not voulues or not langues.isdisjoint(voulues))
        )


def bornees(requete: QuerySet) -> tuple[list, int]:
    """The first rows, and how many there are: counted only where some are left."""
    lignes = list(requete[:PROFONDEUR])
    return lignes, len(lignes) if len(lignes) < PROFONDEUR else requete.count()


def dans_la_langue(champ: str, langue: str) -> Coalesce:
    """The text of `champ` in a language, else in the other one."""
    autre = "fr" if langue == "en" else "en"
    return Coalesce(NullIf(F(f"{champ}_{langue}"), Value("")), F(f"{champ}_{autre}"), Value(""))


def annees(codes: tuple[str, ...]) -> list[int]:
    """The years among what an address holds."""
    return [int(code) for code in codes if code.isdecimal() and len(code) < 5]


def avec_descendants(codes: tuple[str, ...]) -> set[str]:
    """Territories and all that is in them: what is in a town is in its region. One query."""
    parents = dict(Territoire.objects.exclude(parent=None).values_list("code", "parent__code"))
    trouves, nouveaux = set(codes), set(codes)
    while nouveaux:
        nouveaux = {code for code, parent in parents.items() if parent in nouveaux and parent != "qc"}
        nouveaux -= trouves
        trouves |= nouveaux
    return trouves
