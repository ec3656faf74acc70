"""Classifications: the whole inventory, loaded once; labels in one language only say so."""

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.utils.translation import override

from ressources.chargement.classements import DONNEES, SECTIONS, charger_classements
from ressources.models import Mesure, Organisation, Pilier, PublicCible, Territoire
from ressources.tests.fabriques import classements

pytestmark = pytest.mark.django_db


def test_tout_l_inventaire_puis_rien():
    attendu = yaml.safe_load((DONNEES / "classements.yaml").read_text())
    attendues = len(yaml.safe_load((DONNEES / "organisations.yaml").read_text())["organisations"])
    charger_classements()
    for nom, modele in SECTIONS.items():
        assert set(modele.objects.values_list("code", flat=True)) == {ligne["code"] for ligne in attendu[nom]}
    assert Organisation.objects.count() == attendues >= 40
    assert charger_classements() == 0


def test_quinze_mesures_en_francais_seize_en_anglais():
    classements()
    assert Mesure.objects.exclude(nom_fr="").count() == 15
    assert Mesure.objects.exclude(nom_en="").count() == 16
    assert [Mesure.objects.filter(pilier__code=code).count() for code in ("ENF", "PAR", "CDV", "AGE")] == [
        3,
        4,
        6,
        3,
    ]


def test_cdv_6_n_a_pas_de_libelle_francais_invente():
    classements()
    mesure = Mesure.objects.get(code="CDV-6")
    with override("fr"):
        assert mesure.nom_fr == "" and mesure.nom == mesure.nom_en and mesure.langue_du_nom == "en"
    assert "anglaise" in mesure.divergence_fr


def test_dix_sept_regions_et_des_nations():
    classements()
    regions = Territoire.objects.filter(niveau="region").order_by("ordre")
    assert [r.code for r in regions] == [f"{n:02}" for n in range(1, 18)]
    assert set(Territoire.objects.filter(niveau="nation").values_list("code", flat=True)) == {
        "premieres-nations",
        "nation-crie",
        "nation-inuite",
    }


def test_libelle_modifie_garde():
    classements()
    Pilier.objects.filter(code="ENF").update(nom_fr="L’enfant")
    charger_classements()
    assert Pilier.objects.get(code="ENF").nom_fr == "L’enfant"


def test_nom_selon_la_langue():
    terme = PublicCible(nom_fr="Pères", nom_en="Fathers", code="peres")
    with override("en"):
        assert str(terme) == "Fathers"
    with override("fr"):
        assert str(terme) == "Pères"


def test_sans_nom_refuse():
    with pytest.raises(ValidationError, match="au moins une des deux langues"):
        PublicCible(code="x").full_clean()


@pytest.mark.parametrize("code", ["à", "a b", "-a", ""])
def test_code_refuse(code):
    with pytest.raises(ValidationError):
        PublicCible(code=code, nom_fr="x").full_clean()


def test_les_24_membres_du_collectif():
    classements()
    assert Organisation.objects.filter(genre="membre-collectif").count() == 24
