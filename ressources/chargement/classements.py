"""Loads classifications and organisations. Labels that an administrator changed are kept."""

from pathlib import Path

import yaml
from django.db import models, transaction

from ressources.models import (
    Mesure,
    Milieu,
    Obstacle,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Territoire,
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
}
RELATIONS_MULTIPLES: dict[str, type[models.Model]] = {"milieux": Milieu, "autres_territoires": Territoire}
RELATIONS = {"pilier": Pilier, "territoire": Territoire, "parent": Territoire}
A_PART = {"code", *RELATIONS_MULTIPLES}


def _relier(objet: models.Model, ligne: dict) -> None:
    """Many-to-many relations of a row just made, by code; a code that does not exist is an error of the data."""
    for nom, modele in RELATIONS_MULTIPLES.items():
        if codes := ligne.get(nom):
            getattr(objet, nom).set([modele.objects.get(code=code) for code in codes])


def _valeurs(ligne: dict, rang: int) -> dict:
    """Field values of a row: relations by code become instances, the rank gives the order."""
    valeurs = {"ordre": rang} | {cle: v for cle, v in ligne.items() if cle not in A_PART}
    for nom, modele in RELATIONS.items():
        if nom in valeurs:
            code = valeurs[nom]
            valeurs[nom] = modele.objects.get(code=code) if code else None
    return valeurs


def charger_section(modele: type[models.Model], lignes: list[dict]) -> int:
    """Creates the rows whose code is not there yet; returns how many. Existing rows belong to the editors."""
    connus = set(modele.objects.values_list("code", flat=True))
    nouveaux = [(rang, ligne) for rang, ligne in enumerate(lignes) if ligne["code"] not in connus]
    for rang, ligne in nouveaux:
        _relier(modele.objects.create(code=ligne["code"], **_valeurs(ligne, rang)), ligne)
    return len(nouveaux)


@transaction.atomic
def charger_classements() -> int:
    """Loads everything that is missing from the two data files; returns the number of rows made."""
    classements = yaml.safe_load((DONNEES / "classements.yaml").read_text())
    total = sum(charger_section(modele, classements[nom]) for nom, modele in SECTIONS.items())
    organisations = yaml.safe_load((DONNEES / "organisations.yaml").read_text())
    return total + charger_section(Organisation, organisations["organisations"])
