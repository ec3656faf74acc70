"""From the address bar to a query: junk gives a default, never an error."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from recherche.valeurs.requete import TRIS, VALEURS_MAX, Requete, figer, nettoyer

CODE = re.compile(r"[\w.:-]{1,100}")
NUMERO = re.compile(r"[0-9]{1,6}")


class ChampTri(forms.Field):
    """One of TRIS, or nothing."""

    def clean(self, value: Any) -> str:
        """Anything else is nothing."""
        return value if value in TRIS else ""


class ChampPage(forms.Field):
    """A page number from 1. ASCII digits only: int() takes other scripts, and fails on 5 000 digits."""

    def clean(self, value: Any) -> int:
        """Anything else is 1; a huge number stays huge, so that it is said not to exist."""
        if not value or not (chiffres := re.fullmatch("[0-9]+", value)):
            return 1
        return max(1, int(value)) if NUMERO.fullmatch(chiffres[0]) else 10**6


class ChampTexte(forms.Field):
    """What was typed, cleaned; see `requete.nettoyer`."""

    def clean(self, value: Any) -> tuple[str, bool]:
        """The text and whether it was shortened."""
        return nettoyer(value or "")


class FormulaireRecherche(forms.Form):
    """The parameters q, tri, page and a list of codes by facet; others are ignored. Always valid."""

    q = ChampTexte(required=False)
    tri = ChampTri(required=False)
    page = ChampPage(required=False)

    def __init__(self, donnees: QueryDict, facettes: Sequence[str]) -> None:
        super().__init__(donnees)
        self.facettes = facettes

    def requete(self, langue: str, preselection: Mapping[str, str | Sequence[str]] | None = None) -> Requete:
        """The query, in this language; the facets of `preselection` are fixed and cannot be changed."""
        fixes = {f: (c,) if isinstance(c, str) else tuple(c) for f, c in (preselection or {}).items()}
        self.full_clean()
        texte, abregee = self.cleaned_data["q"]
        ordre = self.cleaned_data["tri"]
        return Requete(
            texte=texte,
            langue=langue,
            filtres=figer(self._choix() | fixes),
            tri="" if ordre == ("pertinence" if texte else "date") else ordre,  # the default is not said
            page=self.cleaned_data["page"],
            fixes=frozenset(fixes),
            abregee=abregee,
        )

    def _choix(self) -> dict[str, tuple[str, ...]]:
        """The codes chosen by facet; what cannot be a code is dropped."""
        return {
            facette: tuple(code for code in self.data.getlist(facette)[:VALEURS_MAX] if CODE.fullmatch(code))
            for facette in self.facettes
        }
