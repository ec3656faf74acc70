"""The glossary: its page, and the notes at the foot of a sheet."""

import unicodedata
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from ressources.models import GlossairePage, Terme
from ressources.models.langues import langue_de_lecture
from ressources.models.pages_du_site import adresse_du_type
from ressources.presentation.fil import fil
from ressources.presentation.reperage_termes import Entree


def _cle(texte: str) -> str:
    """Without accents nor case: É sorts with E."""
    decompose = unicodedata.normalize("NFD", texte)
    return "".join(lettre for lettre in decompose if not unicodedata.combining(lettre)).lower()


def _terme(terme: Terme) -> dict[str, Any]:
    langue = langue_de_lecture()
    autre = "en" if langue == "fr" else "fr"
    sigle = (terme.sigle_en if langue == "en" else "") or terme.sigle
    return {
        "code": terme.code,
        "nom": terme.nom,
        "langue": terme.langue_du_nom if terme.langue_du_nom != langue else "",
        "sigle": sigle,
        "definition": terme.dans_la_langue("definition"),
        "autre_nom": getattr(terme, f"nom_{autre}") if getattr(terme, f"nom_{autre}") != terme.nom else "",
        "autre_langue": autre,
        "source": terme.source,
        "annee": terme.annee,
    }


def contexte_glossaire(page: GlossairePage, request: HttpRequest) -> dict[str, Any]:
    """{fil, lettres: [{lettre, termes}]}: the letters that have terms, in order."""
    termes = sorted((_terme(t) for t in Terme.objects.all()), key=lambda t: _cle(t["nom"]))
    groupes = groupby(termes, key=lambda t: _cle(t["nom"])[:1].upper())
    lettres = [{"lettre": lettre, "termes": list(suite)} for lettre, suite in groupes]
    return {"fil": fil(page, request), "lettres": lettres}


def entrees(termes: list[Terme]) -> list[Entree]:
    """What to look for in a text of the reader's language."""
    langue = langue_de_lecture()
    trouvees = []
    for terme in termes:
        formes = [getattr(terme, f"nom_{langue}"), *getattr(terme, f"formes_{langue}").split(",")]
        formes += [terme.sigle, terme.sigle_en if langue == "en" else ""]
        trouvees.append(Entree(terme.code, tuple(f.strip() for f in formes if f.strip())))
    return trouvees


def notes(termes: list[Terme], codes: list[str], request: HttpRequest | None) -> dict[str, Any]:
    """The notes of these terms, in the order of their calls, and the address of the glossary ("" without one)."""
    par_code = {terme.code: terme for terme in termes}
    return {
        "termes": [_terme(par_code[code]) for code in codes],
        "url_glossaire": adresse_du_type(GlossairePage, request) if request else "",
    }
