"""Measures of a ranking. Pure, all between 0 and 1, as trec_eval defines them.

A judgement gives each document a grade; above 0 it is relevant, 0 or unjudged it is not. Only the first PROFONDEUR
documents of a ranking count.
"""

import math
from collections.abc import Mapping, Sequence

PROFONDEUR = 10
Grades = Mapping[str, float]


def dcg(gains: Sequence[float]) -> float:
    """Discounted cumulated gain: the grade itself (linear, not 2^grade - 1) over log2(rank + 1)."""
    return sum(gain / math.log2(rang + 2) for rang, gain in enumerate(gains))


def ndcg(classement: Sequence[str], grades: Grades) -> float:
    """The gain of the ranking over that of the best ranking there is; 0 when nothing is relevant."""
    positifs = [max(0.0, grades.get(document, 0.0)) for document in classement[:PROFONDEUR]]
    ideal = dcg(sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:PROFONDEUR])
    return dcg(positifs) / ideal if ideal else 0.0


def rappel(classement: Sequence[str], grades: Grades) -> float:
    """The share of all the relevant documents that the ranking holds; 0 when nothing is relevant."""
    utiles = {document for document, grade in grades.items() if grade > 0}
    return len(utiles.intersection(classement[:PROFONDEUR])) / len(utiles) if utiles else 0.0


def rang_reciproque(classement: Sequence[str], grades: Grades) -> float:
    """1 / rank of the first relevant document; 0 without one."""
    rangs = (r for r, document in enumerate(classement[:PROFONDEUR], 1) if grades.get(document, 0.0) > 0)
    return 1 / next(rangs, math.inf)


def centile(valeurs: Sequence[float], part: float) -> float:
    """The smallest value that at least this share (0 to 1) of the values do not exceed; 0 without values."""
    rang = math.ceil(part * len(valeurs)) - 1
    return sorted(valeurs)[max(0, rang)] if valeurs else 0.0


def moyenne(valeurs: Sequence[float]) -> float:
    """The arithmetic mean; 0 without values."""
    return math.fsum(valeurs) / len(valeurs) if valeurs else 0.0
