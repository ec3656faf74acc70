"""The first groups of synonyms are sound, and belong to the editors once loaded."""

import pytest
import yaml

from recherche.models import Synonymes
from ressources.chargement.classements import DONNEES
from ressources.chargement.synonymes import charger_groupes

pytestmark = pytest.mark.django_db
LIGNES = yaml.safe_load((DONNEES / "synonymes.yaml").read_text())["synonymes"]


def test_tous_les_groupes_se_chargent_une_seule_fois():
    assert len({ligne["cle"] for ligne in LIGNES}) == len(LIGNES) >= 30
    assert charger_groupes(LIGNES) == len(LIGNES), "a group is refused: see Synonymes.full_clean"
    assert charger_groupes(LIGNES) == 0
    for groupe in Synonymes.objects.all():
        groupe.full_clean()


def test_le_travail_de_l_equipe_reste():
    charger_groupes(LIGNES[:2])
    modifie, retire = Synonymes.objects.order_by("pk")
    modifie.francais += "\nservice éducatif"
    modifie.save()
    retire.delete()
    assert charger_groupes(LIGNES[:2]) == 0
    assert Synonymes.objects.get().francais.endswith("service éducatif")


def test_un_groupe_de_l_equipe_passe_devant():
    Synonymes.objects.create(francais="CPE\nma garderie")
    assert charger_groupes(LIGNES[:2]) == 1
    Synonymes.objects.all().delete()
    assert charger_groupes(LIGNES[:2]) == 0


@pytest.mark.usefixtures("gabarits_de_wagtail")
def test_l_admin_dit_ce_qui_ne_va_pas_et_part_des_mots_donnes(admin_client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ajout = "/admin/snippets/recherche/synonymes/add/"
    formulaire = admin_client.get(f"{ajout}?francais=halte%00 <b>").context["form"]
    assert (formulaire["francais"].value(), formulaire["anglais"].value() or "") == ("halte <b>", "")
    refus = admin_client.post(ajout, {"francais": "père\nPères", "anglais": ""})
    assert "répète une autre ligne" in refus.content.decode()
    vide = admin_client.post(ajout, {"francais": "", "anglais": ""})
    assert "au moins deux expressions" in vide.content.decode()
    assert not Synonymes.objects.exists()
    assert admin_client.post(ajout, {"francais": "père\npapa", "anglais": ""}).status_code == 302
    assert Synonymes.objects.get().francais == "père\npapa"
