"""Groups of synonyms: what an editor may save, and what the message says otherwise."""

import pytest
from django.core.exceptions import ValidationError

from recherche.models import Synonymes

pytestmark = pytest.mark.django_db


def refus(**champs: str) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as erreur:
        Synonymes(**champs).full_clean()
    return erreur.value.message_dict


@pytest.mark.parametrize(
    ("champs", "champ", "message"),
    [
        ({}, "__all__", "au moins deux expressions"),
        ({"francais": " \n\n cpe \n"}, "__all__", "au moins deux expressions"),
        ({"francais": "père\nPères", "anglais": "dad"}, "francais", "répète une autre ligne"),
        ({"francais": "père", "anglais": "of the\ndad"}, "anglais", "ne contient aucun mot"),
        ({"francais": "père\n" + "x" * 90}, "francais", "trop longue"),
        ({"francais": "\n".join(f"mot{i}" for i in range(30))}, "__all__", "au plus 20"),
        (
            {"francais": "Garderies\nhalte"},
            "francais",
            "figure déjà dans un autre groupe (CPE / garderie / daycare)",
        ),
    ],
)
def test_refus(champs, champ, message):
    Synonymes.objects.create(francais="CPE\ngarderie", anglais="daycare")
    erreurs = refus(**champs)
    assert list(erreurs) == [champ]
    assert message in "".join(erreurs[champ])


def test_un_groupe_se_range_et_se_garde():
    groupe = Synonymes(francais="  petite   enfance \n\ntout-petit", anglais="toddler \r\n")
    groupe.full_clean()
    groupe.save()
    assert (groupe.francais, groupe.anglais) == ("petite enfance\ntout-petit", "toddler")
    assert str(groupe) == "petite enfance / tout-petit / toddler"
    groupe.full_clean()


def test_le_meme_mot_dans_deux_langues_n_est_pas_un_double():
    Synonymes(francais="CPE\ncentre de la petite enfance", anglais="CPE").full_clean()
