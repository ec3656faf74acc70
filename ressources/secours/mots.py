"""A query read for the database: conditions on a folded text, and what the hits must show.

Words count as they are written, with the endings that plurals take; the engine's stems are not there. The editors'
synonyms apply, for they are read from the database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from recherche.aide.syntaxe import lire
from recherche.analyse import TROU, Jeton, analyser
from recherche.lexique.expressions import Expression, Lexique, rogner
from recherche.valeurs.cibles import Cibles, Suite
from ressources.secours.repli import BORNE

MOTS_MAX = 8  # conditions of one query, and of its exclusions
PLIE = "plie"
"""Name of the folded text that the conditions are about."""
_BORD, _FIN, _ENTRE = "(^|[^a-z0-9])", "($|[^a-z0-9])", f"[^a-z0-9{BORNE}]+"


@dataclass(frozen=True)
class Recherche:
    """`requises` must all hold, `exclues` none; `cibles` are what is marked."""

    requises: tuple[Q, ...] = ()
    exclues: tuple[Q, ...] = ()
    cibles: Cibles = field(default_factory=Cibles)

    @property
    def conditions(self) -> tuple[Q, ...]:
        """What a folded text must satisfy."""
        return (*self.requises, *(~exclue for exclue in self.exclues))


def lire_recherche(texte: str, langue: str, lexique: Lexique) -> Recherche:
    """The query as the search reads it: words, "phrases", -exclusions."""
    requises: list[tuple[Q, frozenset[Suite]]] = []
    exclues: list[Q] = []
    for morceau in lire(texte):
        jetons = analyser(morceau.texte, langue)
        if morceau.exclu:
            exclues += [_contient(rogner(jetons))] if rogner(jetons) else []
        elif morceau.phrase:
            requises += _phrase(jetons)
        else:
            requises += _libres(jetons, langue, lexique)
    requises = requises[:MOTS_MAX]
    cibles = Cibles(tuple(suites for _, suites in requises))
    return Recherche(tuple(q for q, _ in requises), tuple(exclues[:MOTS_MAX]), cibles)


def _phrase(jetons: Sequence[Jeton]) -> Iterator[tuple[Q, frozenset[Suite]]]:
    if jetons:
        suite = tuple(jeton.racine for jeton in rogner(jetons))
        yield _contient(jetons), frozenset({suite} if suite else ())


def _libres(jetons: Sequence[Jeton], langue: str, lexique: Lexique) -> Iterator[tuple[Q, frozenset[Suite]]]:
    """Each significant word, or the expression of the editors that it is part of; stop words when there is nothing
    else."""
    mots = [jeton for jeton in jetons if jeton.racine != TROU] or list(jetons)
    rencontres = {r.debut: r for r in lexique.rencontres([mot.racine for mot in mots], langue)}
    rang = 0
    while rang < len(mots):
        rencontre = rencontres.get(rang)
        pris = mots[rang : rang + (rencontre.longueur if rencontre else 1)]
        groupes = rencontre.groupes if rencontre else ()
        autres = [e for g in groupes if not g.entre_langues for e in g.expressions if e.langue == langue]
        yield _place(pris, autres)
        rang += len(pris)


def _place(mots: Sequence[Jeton], expressions: Sequence[Expression]) -> tuple[Q, frozenset[Suite]]:
    """All these words, or any of the expressions side by side."""
    condition = Q(*(_contient([mot]) for mot in mots))
    suites: set[Suite] = {(mot.racine,) for mot in mots if mot.racine != TROU}
    for expression in expressions:
        if expression.jetons:
            condition |= _contient(expression.jetons)
            suites.add(tuple(jeton.racine for jeton in expression.jetons))
    return condition, frozenset(suites)


def _contient(jetons: Sequence[Jeton]) -> Q:
    """These words side by side, each with or without the ending of a plural. Forms are letters and digits only."""
    return Q(**{f"{PLIE}__regex": _BORD + _ENTRE.join(_souple(jeton.forme) for jeton in jetons) + _FIN})


def _souple(forme: str) -> str:
    radical = forme[:-1] if len(forme) > 3 and forme[-1] in "sx" else forme
    return f"{radical.replace('.', '[.,]')}(e|s|x|es)?"
