"""Loads classifications, organisations and synonyms. What somebody changed is kept."""

from pathlib import Path

import yaml
from django.db import models, transaction

from ressources.chargement.synonymes import charger_groupes
from ressources.models import (
    Mesure,
    Milieu,
    Obstacle,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Recommandation,
    Reference,
    Territoire,
    TypeAction,
    TypeOutil,
)

DONNEES = Path(__file__).parent.parent / "donnees"
# In an order in which foreign keys are there when needed.
SECTIONS: dict[str, type[models.Model]] = {
    "piliers": Pilier,
    "mesures": Mesure,
    "publics": PublicCible,
    "periodes": Periode,
    "types_outils": TypeOutil,
    "territoires": Territoire,
    "milieux": Milieu,
    "obstacles": Obstacle,
    "types_actions": TypeAction,
}
RELATIONS = ("pilier", "territoire", "parent")


# Each in a file of its own.
A_PART: dict[str, type[models.Model]] = {
    "organisations": Organisation,
    "references": Reference,
    "recommandations": Recommandation,
}


def _lire(nom: str) -> dict:
    return yaml.safe_load((DONNEES / f"{nom}.yaml").read_text())


def _valeurs(modele: type[models.Model], ligne: dict, rang: int) -> dict:
    """Field values of a row: relations by code become instances, the rank gives the order."""
    valeurs = {"ordre": rang} | {cle: v for cle, v in ligne.items() if cle != "code"}
    for nom in RELATIONS:
        if nom in valeurs:
            code, lie = valeurs[nom], modele._meta.get_field(nom).related_model
            valeurs[nom] = lie.objects.get(code=code) if code else None
    return valeurs


def charger_section(modele: type[models.Model], lignes: list[dict]) -> int:
    """Creates the rows whose code is not there yet; returns how many. Existing rows belong to the editors."""
    connus = set(modele.objects.values_list("code", flat=True))
    nouveaux = [(rang, ligne) for rang, ligne in enumerate(lignes) if ligne["code"] not in connus]
    for rang, ligne in nouveaux:
        modele.objects.create(code=ligne["code"], **_valeurs(modele, ligne, rang))
    return len(nouveaux)


@transaction.atomic
def charger_classements() -> int:
    """Loads everything that is missing from the data files; returns the number of rows made."""
    classements = _lire("classements")
    total = sum(charger_section(modele, classements[nom]) for nom, modele in SECTIONS.items())
    for nom, modele in A_PART.items():
        total += charger_section(modele, _lire(nom)[nom])
    return total + charger_groupes(_lire("synonymes")["synonymes"])
