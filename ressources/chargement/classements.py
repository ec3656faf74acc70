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
RELATIONS = {"pilier": Pilier, "territoire": Territoire, "parent": Territoire}


def _valeurs(ligne: dict, rang: int) -> dict:
    """Field values of a row: relations by code become instances, the rank gives the order."""
    valeurs = {"ordre": rang} | {cle: v for cle, v in ligne.items() if cle != "code"}
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
        modele.objects.create(code=ligne["code"], **_valeurs(ligne, rang))
    return len(nouveaux)


@transaction.atomic
def charger_classements() -> int:
    """Loads everything that is missing from the data files; returns the number of rows made."""
    classements = yaml.safe_load((DONNEES / "classements.yaml").read_text())
    total = sum(charger_section(modele, classements[nom]) for nom, modele in SECTIONS.items())
    organisations = yaml.safe_load((DONNEES / "organisations.yaml").read_text())
    synonymes = yaml.safe_load((DONNEES / "synonymes.yaml").read_text())
    total += charger_section(Organisation, organisations["organisations"])
    return total + charger_groupes(synonymes["synonymes"])
