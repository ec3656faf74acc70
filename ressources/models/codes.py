"""The stable key of a sheet: one code a source, the same in its translations, another in each copy.

It is no matter of revisions (see `Fiche.with_content_json`): what a draft, a scheduled or an older revision holds never
gives a sheet the code of another. An alias bears the code of its original until it becomes a page of its own.
"""

from collections.abc import Collection, Iterator
from itertools import count
from typing import Any

from django.db.models import Q, QuerySet

LONGUEUR = 100
TOUCHENT = {"code", "translation_key", "alias_of", "alias_of_id"}
"""Saving one of these fields may change whose code it is."""


def attribuer(page: Any, fiches: QuerySet, update_fields: Collection[str] | None) -> Collection[str] | None:
    """Gives `page` its code before it is saved, unique among `fiches`, sheets of all types.

    Returns the fields to save, the code among them when it has to be; None for all, as `Model.save` takes it.
    """
    if page.alias_of_id or not (update_fields is None or TOUCHENT & set(update_fields)):
        return update_fields
    page.code = _code(page, fiches.filter(alias_of__isnull=True).exclude(pk=page.pk))
    return update_fields if update_fields is None else list({*update_fields, "code"})


def _code(page: Any, autres: QuerySet) -> str:
    """That of its translations, else its own or its address's, made different from those of other sources."""
    memes = autres.filter(translation_key=page.translation_key).exclude(code="")
    if commun := memes.order_by("pk").values_list("code", flat=True).first():
        return commun
    base = page.code or page.slug[:LONGUEUR]
    pris = autres.exclude(translation_key=page.translation_key)
    pris = pris.filter(Q(code=base) | Q(code__startswith=base[: LONGUEUR - 8]))
    return libre(base, set(pris.values_list("code", flat=True)))


def libre(base: str, pris: Collection[str]) -> str:
    """`base`, or the first of `base-2`, `base-3` … that is not taken; never longer than a code may be."""
    return next(code for code in _propositions(base) if code not in pris) if base else ""


def _propositions(base: str) -> Iterator[str]:
    yield base
    for rang in count(2):
        suite = f"-{rang}"
        yield base[: LONGUEUR - len(suite)] + suite
