"""Words that a PDF's layout broke are found whole; compounds keep their hyphen."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressources.documents.normalisation import normaliser


@pytest.mark.parametrize(
    ("brut", "attendu"),
    [
        ("l’éduca-\ntion des enfants", "l’éducation des enfants"),
        ("par-\nticiper, va- \r\n  leur", "participer, valeur"),
        ("ÉDUCA-\nTION", "ÉDUCATION"),
        ("dévelop\u00ad\npement édu\u00adcation", "développement éducation"),
        ("les tout-\npetits et peut-\nêtre", "les tout-petits et peut-être"),
        ("Saint-\nJérôme", "Saint-Jérôme"),
        ("veut-\nelle", "veut-elle"),
        ("individu-\nelle", "individuelle"),
        ("eux-\nmêmes", "eux-mêmes"),
        ("child well-\nbeing", "child well-being"),
        ("le sur-\nmesure, car le sur-mesure coûte", "le sur-mesure, car le sur-mesure coûte"),
        ("2019-\n2020", "2019- 2020"),
        ("- un\n- deux", "- un - deux"),
    ],
)
def test_line_end_hyphens(brut, attendu):
    assert normaliser(brut) == attendu


def test_ligatures_accents_and_spaces():
    assert (
        normaliser("eﬃcace, conﬁance, reﬂet\u202f!\n\n  e\u0301cole\tcœur")
        == "efficace, confiance, reflet ! école cœur"
    )


def test_what_a_database_refuses_is_removed():
    assert normaliser("a\x00b\ud800c\ufeff\u200bd\ufffe") == "abcd"


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_gives_one_clean_line_and_is_stable(brut):
    texte = normaliser(brut)
    assert texte == " ".join(texte.split())
    assert "\x00" not in texte and "\n" not in texte
    json.dumps(texte, ensure_ascii=False).encode()
    assert normaliser(texte) == texte
