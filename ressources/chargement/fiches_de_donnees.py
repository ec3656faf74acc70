"""Loads figures, charts and quotes. Each is made once: what an editor changes or deletes later is left alone."""

from collections.abc import Callable
from pathlib import Path

import yaml
from django.db import models, transaction

from ressources.chargement.grand_livre import empreinte
from ressources.models import (
    Chargement,
    ChiffreCle,
    Citation,
    Graphique,
    LigneGraphique,
    Mesure,
    Organisation,
)

DONNEES = Path(__file__).parent.parent / "donnees"
Ligne = dict


def _charger(prefixe: str, lignes: list[Ligne], ecrire: Callable[[Ligne, int], models.Model]) -> int:
    """Runs `ecrire(row, rank)` for the rows that the ledger does not know; returns how many."""
    cles = {f"{prefixe}/{ligne['code']}": ligne for ligne in lignes}
    connues = set(Chargement.objects.filter(cle__in=cles).values_list("cle", flat=True))
    nombre = 0
    for rang, (cle, ligne) in enumerate(cles.items()):
        if cle not in connues:
            ecrire(ligne, rang)
            Chargement.objects.create(cle=cle, empreinte=empreinte(ligne))
            nombre += 1
    return nombre


def _par_code(modele: type[models.Model], codes: list[str], pour: str) -> list[models.Model]:
    """The records of these codes; one that does not exist is an error of the data."""
    trouves = {objet.code: objet for objet in modele.objects.filter(code__in=codes)}
    if absents := [code for code in codes if code not in trouves]:
        raise ValueError(f"{pour}: {modele.__name__} inconnus: {absents}")
    return [trouves[code] for code in codes]


def _simples(ligne: Ligne, *a_part: str) -> Ligne:
    return {nom: valeur for nom, valeur in ligne.items() if nom not in a_part}


def _chiffre(ligne: Ligne, rang: int) -> ChiffreCle:
    chiffre = ChiffreCle(ordre=rang, demonstration=True, **_simples(ligne, "mesures", "organisations"))
    chiffre.full_clean()
    chiffre.save()
    chiffre.mesures.set(_par_code(Mesure, ligne["mesures"], ligne["code"]))
    chiffre.organisations.set(_par_code(Organisation, ligne["organisations"], ligne["code"]))
    return chiffre


def _graphique(ligne: Ligne, rang: int) -> Graphique:
    graphique = Graphique(ordre=rang, demonstration=True, **_simples(ligne, "lignes"))
    graphique.full_clean()
    graphique.save()
    for place, element in enumerate(ligne["lignes"]):
        (chiffre,) = _par_code(ChiffreCle, [element["chiffre"]], ligne["code"])
        etiquettes = _simples(element, "chiffre")
        LigneGraphique.objects.create(graphique=graphique, chiffre=chiffre, sort_order=place, **etiquettes)
    return graphique


def _citation(ligne: Ligne, rang: int) -> Citation:
    organisations = _par_code(
        Organisation, [ligne["organisation"]] if "organisation" in ligne else [], ligne["code"]
    )
    citation = Citation(
        demonstration=True,
        organisation=organisations[0] if organisations else None,
        **_simples(ligne, "organisation"),
    )
    citation.full_clean()
    citation.save()
    return citation


def lire(nom: str) -> dict:
    """One of our data files."""
    chargeur = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # libyaml, where it is built in, is five times faster
    return yaml.load((DONNEES / f"{nom}.yaml").read_text(), Loader=chargeur)  # noqa: S506 - both are safe


@transaction.atomic
def charger_fiches_de_donnees() -> int:
    """Loads what the ledger does not know yet; measures and organisations must be there. Returns the number made."""
    donnees = lire("chiffres")
    return (
        _charger("chiffre", donnees["chiffres"], _chiffre)
        + _charger("graphique", donnees["graphiques"], _graphique)
        + _charger("citation", lire("citations")["citations"], _citation)
    )
