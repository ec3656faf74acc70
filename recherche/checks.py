"""System checks: the mistakes that a newcomer makes, each with what to do about it."""

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils.module_loading import import_string

from recherche.moteurs.base import Moteur
from recherche.registre import registre

RESERVES = {"q", "tri", "page"}
CODE_FACETTE = re.compile(r"[a-z][a-z_]*")


@register(Tags.compatibility)
def verifier_moteur(**kwargs: Any) -> list[CheckMessage]:
    """RECHERCHE_MOTEUR must name an engine."""
    chemin = getattr(settings, "RECHERCHE_MOTEUR", "")
    try:
        classe = import_string(chemin)
    except ImportError as erreur:
        return [
            Error(f"RECHERCHE_MOTEUR cannot be imported: {erreur}.", hint=_INDICE_MOTEUR, id="recherche.E001")
        ]
    if not (isinstance(classe, type) and issubclass(classe, Moteur)):
        return [
            Error(f"RECHERCHE_MOTEUR is not an engine: {chemin}.", hint=_INDICE_MOTEUR, id="recherche.E001")
        ]
    return []


_INDICE_MOTEUR = (
    "Give the dotted path of a class derived from recherche.moteurs.base.Moteur; "
    "'recherche.moteurs.embarque.MoteurEmbarque' needs no server."
)


@register(Tags.compatibility)
def verifier_adresse(**kwargs: Any) -> list[CheckMessage]:
    """RECHERCHE_URL, when given, must be readable; its authority must be a file."""
    if not settings.RECHERCHE_URL:
        return []
    from recherche.moteurs.elasticsearch.adresse import (
        FORME,
        AdresseInvalide,
        lire,
    )  # a client that few sites need

    try:
        lire(settings.RECHERCHE_URL)
    except AdresseInvalide as erreur:
        return [Error(str(erreur), hint=f"Write {FORME}.", id="recherche.E004")]
    if settings.RECHERCHE_CA and not Path(settings.RECHERCHE_CA).is_file():
        return [
            Error(
                f"RECHERCHE_CA names no file: {settings.RECHERCHE_CA}.",
                hint="Give the path of the authority's certificate (PEM), readable by this process.",
                id="recherche.E005",
            )
        ]
    return []


@register(Tags.files)
def verifier_dossier(**kwargs: Any) -> list[CheckMessage]:
    """RECHERCHE_DOSSIER must be writable, or able to be created."""
    dossier = Path(settings.RECHERCHE_DOSSIER)
    existant = next((chemin for chemin in (dossier, *dossier.parents) if chemin.exists()), Path("/"))
    if existant.is_dir() and os.access(existant, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"The search index cannot be written in {dossier}.",
            hint=f"Let the user of this process write to {existant}, or set DOSSIER_VAR to another folder.",
            id="recherche.E002",
        )
    ]


@register(Tags.compatibility)
def verifier_facettes(**kwargs: Any) -> list[CheckMessage]:
    """A facet's code is a GET parameter and the name of an index field: plain, unique, and not taken."""
    codes = registre().codes_facettes
    return [
        Error(
            f"The facet code {code!r} is {motif}.",
            hint="Use lower-case letters and _, once each, other than q, tri and page.",
            id="recherche.E003",
        )
        for code, nombre in Counter(codes).items()
        for motif in [_defaut(code, nombre)]
        if motif
    ]


def _defaut(code: str, nombre: int) -> str:
    if not CODE_FACETTE.fullmatch(code):
        return "not a plain name"
    if code in RESERVES:
        return "reserved"
    return "declared twice" if nombre > 1 else ""


@register(Tags.compatibility)
def verifier_sources(**kwargs: Any) -> list[CheckMessage]:
    """Without a source every search is empty."""
    if registre().sources:
        return []
    return [
        Warning(
            "Nothing is declared to be searched.",
            hint="Call recherche.registre.declarer(sources=[…]) in the ready() of an application.",
            id="recherche.W001",
        )
    ]
