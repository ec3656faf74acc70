"""The form of a chart says what its drawing cannot show, and gives back what was typed."""

import pytest

from ressources.models import Graphique
from ressources.tests.fabriques_donnees import chiffre

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


def envoyer(client, nombre: float, **champs):
    figure = chiffre(nombre=nombre)
    donnees = {
        "code": "essai",
        "ordre": "0",
        "groupe": "",
        "titre_fr": "Un essai",
        "titre_en": "",
        "description_fr": "Ce qu’on voit.",
        "description_en": "",
        "forme": "barres",
        "maximum": "",
        "lignes-TOTAL_FORMS": "1",
        "lignes-INITIAL_FORMS": "0",
        "lignes-MIN_NUM_FORMS": "1",
        "lignes-MAX_NUM_FORMS": "1000",
        "lignes-0-chiffre": str(figure.pk),
        "lignes-0-ORDER": "1",
        "lignes-0-etiquette_fr": "",
        "lignes-0-etiquette_en": "",
    }
    return client.post("/admin/snippets/ressources/graphique/add/", donnees | champs)


@pytest.mark.parametrize(
    ("nombre", "champs", "dit"),
    [
        (-3, {"forme": "unites"}, "nombres entiers, de zéro ou plus"),
        (2.5, {"forme": "unites"}, "nombres entiers, de zéro ou plus"),
        (75, {"maximum": "50"}, "va plus loin que la fin de l’échelle"),
        (75, {"maximum": "0"}, "plus grande que zéro"),
        (75, {"maximum": "-1"}, "plus grande que zéro"),
    ],
)
def test_ce_qui_ne_se_dessine_pas(admin_client, nombre, champs, dit):
    page = envoyer(admin_client, nombre, **champs).content.decode()
    assert dit in page and 'value="Un essai"' in page
    assert not Graphique.objects.exists()


@pytest.mark.parametrize(
    ("nombre", "champs"),
    [(-3, {}), (0, {}), (0, {"forme": "unites"}), (300_000, {"forme": "unites"}), (75, {"maximum": "100"})],
)
def test_ce_qui_se_dessine(admin_client, nombre, champs):
    assert envoyer(admin_client, nombre, **champs).status_code == 302
    assert Graphique.objects.get().lignes.count() == 1
