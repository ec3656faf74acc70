"""Loads the first groups of synonyms, each once: from then on it belongs to the editors, its deletion included."""

from django.core.exceptions import ValidationError

from recherche.models import Synonymes
from ressources.chargement.grand_livre import empreinte
from ressources.models import Chargement

PREFIXE = "synonymes:"


def charger_groupes(lignes: list[dict]) -> int:
    """Adds the groups whose key was never loaded; returns how many were made.

    A group that an editor's own already covers is passed over, for ever.
    """
    connues = set(Chargement.objects.filter(cle__startswith=PREFIXE).values_list("cle", flat=True))
    nombre = 0
    for ligne in lignes:
        if PREFIXE + ligne["cle"] not in connues:
            nombre += _creer(ligne)
            Chargement.objects.create(cle=PREFIXE + ligne["cle"], empreinte=empreinte(ligne))
    return nombre


def _creer(ligne: dict) -> bool:
    groupe = Synonymes(francais="\n".join(ligne.get("fr") or []), anglais="\n".join(ligne.get("en") or []))
    try:
        groupe.full_clean()
    except ValidationError:
        return False
    groupe.save()
    return True
