"""Highlights: safe HTML around the right words, extracts where the hits are."""

import html
import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recherche.analyse import TROU, analyser
from recherche.reponse import surlignage
from recherche.reponse.surlignage import extraits, marquer, meilleure_page

MOTS = [
    "enfant",
    "familles",
    "l'enfance",
    "<b>",
    "&",
    "développement",
    "12",
    "000",
    "«mot»",
    "é",
    "é",
    "intervenant·e·s",
    "\n",
    "C.P.E.",
]
textes = st.lists(st.sampled_from(MOTS) | st.text(max_size=8), max_size=40).map(" ".join)
BALISE = re.compile(r"</?mark>")


def _racines(texte: str) -> frozenset[str]:
    return frozenset(jeton.racine for jeton in analyser(texte, "fr")) - {TROU}


def _nu(fragment: str) -> str:
    return html.unescape(BALISE.sub("", fragment))


def test_inflected_accented_and_inclusive_words_are_marked_whole():
    rendu = marquer(
        "L’œuvre des intervenant·e·s défavorisés", _racines("oeuvres intervenants défavorisation"), "fr"
    )
    assert rendu == ("L’<mark>œuvre</mark> des <mark>intervenant·e·s</mark> <mark>défavorisés</mark>")


def test_adjacent_marks_stay_apart_and_markup_is_escaped():
    rendu = marquer("<b>petite enfance</b> & jeu", _racines("petite enfance"), "fr")
    assert rendu == "&lt;b&gt;<mark>petite</mark> <mark>enfance</mark>&lt;/b&gt; &amp; jeu"


def test_a_number_written_with_spaces_is_marked():
    assert marquer("les 12 000 enfants", frozenset({"12000"}), "fr") == "les <mark>12 000</mark> enfants"


def test_the_extract_is_where_distinct_hits_meet():
    loin = "allaitement " + "mot " * 200 + "allaitement et soutien " + "mot " * 200
    (extrait,) = extraits(loin, _racines("soutien allaitement"), "fr", longueur=80)
    assert "<mark>allaitement</mark> et <mark>soutien</mark>" in extrait
    assert extrait.startswith("… mot")
    assert extrait.endswith("mot …")
    assert len(_nu(extrait)) <= 80 + 4


def test_without_a_hit_the_extract_is_the_beginning_cut_between_words():
    (extrait,) = extraits("un deux trois quatre cinq", _racines("absent"), "fr", longueur=12)
    assert extrait == "un deux …"


def test_a_short_text_is_given_whole():
    assert extraits("petite enfance", _racines("enfance"), "fr") == ["petite <mark>enfance</mark>"]
    assert extraits("", _racines("enfance"), "fr") == []


def test_several_extracts_come_in_the_order_of_the_text():
    texte = "début enfant " + "mot " * 100 + "famille milieu " + "mot " * 100 + "fin enfant famille"
    trouves = extraits(texte, _racines("enfant famille"), "fr", longueur=40, nombre=3)
    assert [re.search("début|milieu|fin", e)[0] for e in trouves] == ["début", "milieu", "fin"]


@dataclass(frozen=True)
class Page:
    numero: int
    texte: str


def test_the_best_page_has_the_most_distinct_hits_then_comes_first():
    pages = [Page(1, "enfant enfant enfant"), Page(2, "enfant et famille"), Page(3, "famille, enfant")]
    assert meilleure_page(pages, _racines("famille enfant"), "fr") == pages[1]
    assert meilleure_page(iter(pages), _racines("absent"), "fr") == pages[0]
    assert meilleure_page([], _racines("enfant"), "fr") is None


@settings(max_examples=200, deadline=None)
@given(texte=textes, requete=textes)
def test_marked_text_is_the_text(texte: str, requete: str):
    rendu = marquer(texte, _racines(requete), "fr")
    assert _nu(rendu) == texte
    assert "<" not in BALISE.sub("", rendu)


@settings(max_examples=200, deadline=None)
@given(texte=textes, requete=textes, longueur=st.integers(1, 60), nombre=st.integers(1, 3))
def test_extracts_are_escaped_pieces_of_the_text(texte: str, requete: str, longueur: int, nombre: int):
    for extrait in extraits(texte, _racines(requete), "fr", longueur, nombre):
        assert "<" not in BALISE.sub("", extrait)
        assert extrait.count("<mark>") == extrait.count("</mark>")
        assert _nu(extrait).removeprefix("… ").removesuffix(" …").strip() in texte


@settings(max_examples=100, deadline=None)
@given(texte=textes, requete=textes)
def test_the_fast_way_marks_what_a_whole_analysis_would(texte: str, requete: str):
    racines = frozenset(r for r in _racines(requete) if not r[0].isdigit())
    attendu = [jeton for jeton in analyser(texte, "fr") if jeton.racine in racines]
    assert surlignage._touches(texte, racines, "fr") == attendu


def test_many_spellings_of_one_word_are_still_all_marked():
    texte = " ".join(f"enfant({n})" for n in range(surlignage.BLOCS_MAX + 50))
    assert marquer(texte, _racines("enfant"), "fr").count("<mark>") == surlignage.BLOCS_MAX + 50


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_no_root_marks_nothing(langue: str):
    assert marquer("a < b", frozenset(), langue) == "a &lt; b"
