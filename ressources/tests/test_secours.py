"""The database's answer reads the query as the search does."""

import pytest

from recherche.requete import Requete
from ressources.secours import secours
from ressources.tests.fabriques import fiche

pytestmark = pytest.mark.django_db


def titres(texte: str) -> list[str]:
    return sorted(trouvee.titre for trouvee in secours(Requete(texte=texte)).fiches)


def test_phrases_et_exclusions():
    fiche(titre="Jeu libre en forêt")
    fiche(titre="Libre au jeu")
    fiche(titre="Une forêt")
    assert titres("jeu libre") == ["Jeu libre en forêt", "Libre au jeu"]
    assert titres('"jeu libre"') == titres("« jeu  libre »") == ["Jeu libre en forêt"]
    assert titres("jeu -forêt") == ["Libre au jeu"]
    assert titres('forêt -"jeu libre"') == ["Une forêt"]
    assert titres("-forêt") == ["Libre au jeu"]
    assert titres('jeu "libre') == [], "an unbalanced quote is ordinary text"
