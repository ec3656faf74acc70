"""Figures as a file that spreadsheets open well, whoever wrote their text."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

from ressources.models.chiffres import ChiffreCle

CHAMPS = (
    *("code", "valeur_fr", "valeur_en", "nombre", "unite_fr", "unite_en", "libelle_fr", "libelle_en"),
    *(
        "population_fr",
        "population_en",
        "annee",
        "source",
        "reperage_fr",
        "reperage_en",
        "note_fr",
        "note_en",
    ),
)
FORMULES = ("=", "+", "-", "@", "\t", "\r")


def neutraliser(valeur: object) -> object:
    """A text that a spreadsheet would run as a formula, made plain by an apostrophe; numbers stay numbers."""
    if valeur is None:
        return ""
    if isinstance(valeur, str) and valeur.lstrip().startswith(FORMULES):
        return f"'{valeur}"
    return valeur


def reponse_csv(chiffres: Iterable[ChiffreCle], nom: str) -> HttpResponse:
    """UTF-8 with its mark (or Excel reads accents wrongly), one row by figure, both languages side by side."""
    reponse = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    reponse["Content-Disposition"] = f'attachment; filename="passe-savoirs-{nom}.csv"'
    tableur = csv.writer(reponse)
    tableur.writerow(CHAMPS)
    for chiffre in chiffres:
        tableur.writerow([neutraliser(getattr(chiffre, champ)) for champ in CHAMPS])
    return reponse
