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
    Recommandation,
    Reference,
    Terme,
    Territoire,
    TypeAction,
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
    "types_actions": TypeAction,
}
THEORIE: dict[str, type[models.Model]] = {
    "versions_theorie": VersionTheorie,
    "elements_theorie": ElementTheorie,
}
RELATIONS = ("pilier", "territoire", "parent", "version")
MULTIPLES: dict[str, type[models.Model]] = {
    "mesures": Mesure,
    "publics": PublicCible,
    "milieux": Milieu,
    "autres_territoires": Territoire,
}
# Texts that came after the first installations: given to an older row that has none of its group.
COMPLEMENTS = {
    Mesure: (("en_clair_fr", "en_clair_en"), ("raison_fr", "raison_en"), ("source", "source_en", "annee"))
}


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
        _relier(modele.objects.create(code=ligne["code"], **_valeurs(modele, ligne, rang)), ligne)
    _completer(modele, lignes)
    return len(nouveaux)


@transaction.atomic
def charger_classements() -> int:
    """Loads everything that is missing from the data files; returns the number of rows made."""
    classements = _lire("classements")
    total = sum(charger_section(modele, classements[nom]) for nom, modele in SECTIONS.items())
    for nom, modele in A_PART.items():
        total += charger_section(modele, _lire(nom)[nom])
    theorie = _lire("theorie")
    total += sum(charger_section(modele, theorie[nom]) for nom, modele in THEORIE.items())
    total += charger_section(Terme, _lire("glossaire")["termes"])
    return total + charger_groupes(_lire("synonymes")["synonymes"])
