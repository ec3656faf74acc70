"""Loads classifications, organisations and synonyms. What somebody changed is kept."""

from pathlib import Path

import yaml
from django.db import models, transaction

from ressources.chargement.synonymes import charger_groupes
from ressources.models import (
    ElementTheorie,
    Mesure,
    Milieu,
    Obstacle,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Territoire,
    TypeOutil,
    VersionTheorie,
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
THEORIE: dict[str, type[models.Model]] = {
    "versions_theorie": VersionTheorie,
    "elements_theorie": ElementTheorie,
}
RELATIONS = {"pilier": Pilier, "territoire": Territoire, "parent": Territoire, "version": VersionTheorie}
MULTIPLES: dict[str, type[models.Model]] = {"mesures": Mesure, "publics": PublicCible}
# Texts that came after the first installations: given to an older row that has none of its group.
COMPLEMENTS = {
    Mesure: (("en_clair_fr", "en_clair_en"), ("raison_fr", "raison_en"), ("source", "source_en", "annee"))
}


def _valeurs(ligne: dict, rang: int) -> dict:
    """Field values of a row: relations by code become instances, the rank gives the order."""
    valeurs = {"ordre": rang} | {cle: v for cle, v in ligne.items() if cle != "code"}
    for nom, modele in RELATIONS.items():
        if nom in valeurs:
            code = valeurs[nom]
            valeurs[nom] = modele.objects.get(code=code) if code else None
    return {nom: valeur for nom, valeur in valeurs.items() if nom not in MULTIPLES}


def _relier(instance: models.Model, ligne: dict) -> None:
    """Sets the many-to-many relations of a new row, by code; a code that does not exist is an error of the data."""
    for nom, modele in MULTIPLES.items():
        if codes := ligne.get(nom):
            termes = list(modele.objects.filter(code__in=codes))
            if len(termes) != len(codes):
                raise ValueError(f"{ligne['code']}: {nom} inconnus parmi {codes}")
            getattr(instance, nom).set(termes)


def _completer(modele: type[models.Model], lignes: list[dict]) -> None:
    for groupe in COMPLEMENTS.get(modele, ()):
        vides = {nom: None if nom == "annee" else "" for nom in groupe}
        codes = set(modele.objects.filter(**vides).values_list("code", flat=True))
        for ligne in lignes:
            if ligne["code"] in codes and (valeurs := {nom: ligne[nom] for nom in groupe if nom in ligne}):
                modele.objects.filter(code=ligne["code"]).update(**valeurs)


def charger_section(modele: type[models.Model], lignes: list[dict]) -> int:
    """Creates the rows whose code is not there yet; returns how many. Existing rows belong to the editors."""
    connus = set(modele.objects.values_list("code", flat=True))
    nouveaux = [(rang, ligne) for rang, ligne in enumerate(lignes) if ligne["code"] not in connus]
    for rang, ligne in nouveaux:
        _relier(modele.objects.create(code=ligne["code"], **_valeurs(ligne, rang)), ligne)
    _completer(modele, lignes)
    return len(nouveaux)


def _charger_fichier(nom: str, sections: dict[str, type[models.Model]]) -> int:
    donnees = yaml.safe_load((DONNEES / nom).read_text())
    return sum(charger_section(modele, donnees[section]) for section, modele in sections.items())


@transaction.atomic
def charger_classements() -> int:
    """Loads everything that is missing from the data files; returns the number of rows made."""
    return (
        _charger_fichier("classements.yaml", SECTIONS)
        + _charger_fichier("organisations.yaml", {"organisations": Organisation})
        + _charger_fichier("theorie.yaml", THEORIE)
        + charger_groupes(yaml.safe_load((DONNEES / "synonymes.yaml").read_text())["synonymes"])
    )
