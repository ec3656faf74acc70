"""What each process remembers of the synonyms, the labels and the forms: read again when a revision says so.

A search costs one query, whatever changed; a change costs a reading to the next search of each process.
"""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recherche.aide import revisions
from recherche.aide.revisions import Revisions
from recherche.aide.vocabulaire import Vocabulaire
from recherche.lexique.expressions import Expression, Groupe, Lexique
from recherche.models import Forme, Synonymes
from recherche.registre import Traductions, registre

RECUL = 2000  # rows read again: ids may become visible out of order


@dataclass(frozen=True)
class Connaissances:
    """What the site knows, ready for `orthographe.aider`."""

    lexique: Lexique = field(default_factory=Lexique)
    vocabulaire: Vocabulaire = field(default_factory=Vocabulaire)


@dataclass(frozen=True)
class _Formes:
    """The vocabulary at some revision, and the last row read."""

    revisions: tuple[str, str]
    dernier: int
    vocabulaire: Vocabulaire


_serrure = threading.Lock()
_lexiques: dict[tuple[str, str, Traductions], Lexique] = {}
_formes: list[_Formes] = []


def connaissances() -> Connaissances:
    """What is known now. One query, and a reading of what changed."""
    actuelles = revisions.lire()
    with _serrure:
        return Connaissances(_lexique(actuelles), _vocabulaire(actuelles))


def _lexique(actuelles: Revisions) -> Lexique:
    traductions = registre().traductions
    cle = (actuelles.get(revisions.SYNONYMES, ""), actuelles.get(revisions.LIBELLES, ""), traductions)
    if cle not in _lexiques:
        groupes = [synonymes.groupe for synonymes in Synonymes.objects.order_by("pk")]
        lexique = Lexique.de([*groupes, *libelles(traductions())])
        _lexiques.clear()
        _lexiques[cle] = lexique
    return _lexiques[cle]


def libelles(traductions: Iterable[Mapping[str, str]]) -> Iterable[Groupe]:
    """Labels as groups that only translate."""
    for libelle in traductions:
        expressions = tuple(Expression(langue, texte) for langue, texte in sorted(libelle.items()) if texte)
        if len(expressions) > 1:
            yield Groupe(expressions, entre_langues=True)


def _vocabulaire(actuelles: Revisions) -> Vocabulaire:
    voulues = (actuelles.get(revisions.FORMES, ""), actuelles.get(revisions.AJOUTS, ""))
    connues = _formes[0] if _formes else None
    if connues is None or connues.revisions[0] != voulues[0]:
        _formes[:] = [_lire(voulues, 0, Vocabulaire())]
    elif connues.revisions != voulues:
        _formes[:] = [_lire(voulues, max(0, connues.dernier - RECUL), connues.vocabulaire)]
    return _formes[0].vocabulaire


def _lire(voulues: tuple[str, str], depuis: int, base: Vocabulaire) -> _Formes:
    """The vocabulary with the rows that follow `depuis`."""
    nouvelles: dict[str, dict[str, str]] = {}
    dernier = depuis
    for pk, langue, forme, graphie in Forme.objects.filter(pk__gt=depuis).values_list(
        "pk", "langue", "forme", "graphie"
    ):
        nouvelles.setdefault(langue, {})[forme] = graphie
        dernier = max(dernier, pk)
    return _Formes(voulues, dernier, base.plus(nouvelles))
