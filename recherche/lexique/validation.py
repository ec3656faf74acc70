"""What a group of synonyms must be, said in words that an editor can act on."""

from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from recherche.lexique.expressions import Expression, Groupe

EXPRESSIONS_MAX = 20  # of one group: each costs a little at every search of the others
LONGUEUR_MAX = 80  # characters of an expression
MOTS_MAX = 8
CHAMPS = {"fr": "francais", "en": "anglais"}


def verifier_groupe(groupe: Groupe, autres: Iterable[Groupe]) -> None:
    """Raises ValidationError, by field, when the group is empty, repeats itself or another one, or cannot be met."""
    if len(groupe.expressions) < 2:
        raise ValidationError(_("Donnez au moins deux expressions, dans la même langue ou dans les deux."))
    if len(groupe.expressions) > EXPRESSIONS_MAX:
        raise ValidationError(
            _("Un groupe compte au plus %(n)d expressions."), params={"n": EXPRESSIONS_MAX}, code="trop"
        )
    erreurs: dict[str, list[ValidationError]] = {}
    prises = {cle: autre for autre in autres for cle in _cles(autre.expressions)}
    vues: set[tuple[str, tuple[str, ...]]] = set()
    for expression in groupe.expressions:
        for erreur in _erreurs(expression, vues, prises):
            erreurs.setdefault(CHAMPS[expression.langue], []).append(erreur)
        vues.add(_cle(expression))
    if erreurs:
        raise ValidationError(erreurs)


def _cle(expression: Expression) -> tuple[str, tuple[str, ...]]:
    return expression.langue, expression.racines


def _cles(expressions: Sequence[Expression]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return map(_cle, expressions)


def _erreurs(
    expression: Expression,
    vues: set[tuple[str, tuple[str, ...]]],
    prises: dict[tuple[str, tuple[str, ...]], Groupe],
) -> Iterator[ValidationError]:
    nom = {"expression": expression.texte}
    cle = _cle(expression)
    if len(expression.texte) > LONGUEUR_MAX or len(expression.racines) > MOTS_MAX:
        yield ValidationError(
            _("«\u00a0%(expression)s\u00a0» est trop longue\u00a0: une expression tient en quelques mots."),
            params=nom,
        )
    elif not expression.racines:
        yield ValidationError(
            _("«\u00a0%(expression)s\u00a0» ne contient aucun mot que la recherche retient."), params=nom
        )
    elif cle in vues:
        yield ValidationError(
            _(
                "«\u00a0%(expression)s\u00a0» répète une autre ligne\u00a0: le pluriel et les accents ne comptent pas."
            ),
            params=nom,
        )
    elif cle in prises:
        yield ValidationError(
            _(
                "«\u00a0%(expression)s\u00a0» figure déjà dans un autre groupe (%(groupe)s)\u00a0: complétez plutôt"
                " celui-là."
            ),
            params={**nom, "groupe": " / ".join(e.texte for e in prises[cle].expressions)},
        )
