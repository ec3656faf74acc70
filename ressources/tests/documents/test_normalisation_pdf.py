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


@pytest.mark.parametrize(
    ("brut", "attendu"),
    [
        ("d´eveloppement, ´el`eve, forˆet", "développement, élève, forêt"),
        ("na¨ıf, ˆıle, gar¸con, No¨el", "naïf, île, garçon, Noël"),
        ("´ Etat, `A, ´etude", "État, À, étude"),
        ("le ´x et le ¨k", "le ´x et le ¨k"),
        ("``a´´ et `a`", "``a´´ et `a`"),
    ],
)
def test_accents_beside_their_letter(brut, attendu):
    assert normaliser(brut) == attendu


@pytest.mark.parametrize(
    ("brut", "attendu"),
    [
        ("P e t i t e  e n f a n c e", "Petite enfance"),
        ("B I L A N", "BILAN"),
        ("Le  B I L A N  2019", "Le BILAN 2019"),
        ("Il y a à l’un", "Il y a à l’un"),
        ("a) b) c) d) e)", "a) b) c) d) e)"),
        ("A B C D", "A B C D"),
        ("É C O L E , puis", "ÉCOLE , puis"),
    ],
)
def test_letters_apart(brut, attendu):
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
