"""Documents: refused when wrong, the same after a trip through JSON."""

import datetime

import pytest

from recherche.tests.fabriques import document, pdf
from recherche.valeurs.document import Document, DocumentInvalide, depuis_json, empreinte, vers_json


def test_aller_retour():
    original = document(
        "page:a:b",
        "en",
        "É 🎈",
        pages_pdf=pdf("un", "deux"),
        date=datetime.date(2019, 6, 1),
        affichage={"x": [1]},
    )
    relu = depuis_json(vers_json(original))
    assert relu == original
    assert (relu.affichage, dict(relu.facettes)) == (original.affichage, dict(original.facettes))
    assert (relu.id, relu.type) == ("page:a:b:en", "page")


def test_empreinte_suit_tout_ce_qui_est_montre():
    base = document(facettes={"pilier": ("ENF", "PAR")})
    assert empreinte(base) == empreinte(document(facettes={"pilier": ("PAR", "ENF", "ENF")}))
    for autre in (document(titre="Autre"), document(affichage={"url": "/x/"}), document(pages_pdf=pdf("p"))):
        assert empreinte(autre) != empreinte(document())


@pytest.mark.parametrize(
    "champs",
    [
        {"titre": None},
        {"corps": 3},
        {"cle": "sans-type"},
        {"langue": ""},
        {"facettes": {"type": "outil"}},
        {"facettes": {"annee": (2019,)}},
    ],
)
def test_refuses(champs):
    with pytest.raises(DocumentInvalide):
        Document(**{"cle": "page:1", "langue": "fr", "titre": "Titre", **champs})


def test_affichage_qui_n_est_pas_du_json():
    with pytest.raises(DocumentInvalide, match="page:1:fr"):
        vers_json(document(affichage={"x": object()}))
