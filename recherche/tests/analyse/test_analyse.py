"""The tokens themselves: golden files, pairs of words, and properties on any text."""

import csv
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recherche.analyse import TROU, VERSION, analyser, formes, mots, racines, variantes

DONNEES = Path(__file__).parents[1] / "donnees"
TAILLE = 10_000
ALPHABET = "abcdefghijlmnopqrstuvxyzàâçéèêëîïôùûüœæABCDEÉÀŒ'’·.,;:-()/ 0123456789\u00a0\u202f«»$%"
textes = st.text(alphabet=ALPHABET, max_size=80)
langues = st.sampled_from(["fr", "en"])


def _lignes(nom: str) -> list[list[str]]:
    with (DONNEES / nom).open(encoding="utf-8", newline="") as fichier:
        return list(csv.reader(fichier, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_golden_tokens(langue: str):
    """A change of tokens is a change of VERSION: the file must be changed knowingly."""
    lignes = _lignes(f"analyse_{langue}.tsv")
    assert len(lignes) >= 20
    assert [[entree, racines(entree, langue)] for entree, _ in lignes] == lignes


@pytest.mark.parametrize("nom", ["paires_fr.tsv", "paires_fr_maison.tsv"])
def test_pairs_of_words_are_joined_or_kept_apart(nom: str):
    paires = _lignes(nom)[1:]
    manques = [p for p in paires if p[0] == "meme" and racines(p[1], "fr") != racines(p[2], "fr")]
    confondus = [p for p in paires if p[0] == "distinct" and racines(p[1], "fr") == racines(p[2], "fr")]
    memes = sum(p[0] == "meme" for p in paires)
    assert len(manques) <= 0.03 * memes, manques
    assert len(confondus) <= 0.05 * (len(paires) - memes), confondus


@pytest.mark.parametrize(
    ("texte", "marques"),
    [
        ("L’ŒUVRE d’un élève", ["ŒUVRE", "un", "élève"]),
        ("les intervenant·e·s !", ["les", "intervenant·e·s"]),
        ("le C.P.E. et 12\u202f000 $", ["le", "C.P.E.", "et", "12\u202f000"]),
        ("e\u0301le\u0300ve de\u0301favorise\u0301", ["e\u0301le\u0300ve", "de\u0301favorise\u0301"]),
        ("dévelop\u00adpement", ["dévelop\u00adpement"]),
    ],
)
def test_offsets_are_those_of_the_original_text(texte: str, marques: list[str]):
    assert [texte[jeton.debut : jeton.fin] for jeton in analyser(texte, "fr")] == marques


def test_english_negation_becomes_its_own_token():
    texte = "They can’t play"
    assert [(j.forme, texte[j.debut : j.fin]) for j in analyser(texte, "en")][1:3] == [
        ("can", "ca"),
        ("not", "n’t"),
    ]


@pytest.mark.parametrize("apostrophe", "'’ʼ′")
def test_every_apostrophe_elides(apostrophe: str):
    assert racines(f"jusqu{apostrophe}à l{apostrophe}enfant", "fr") == f"{TROU} enfant"


@pytest.mark.parametrize(
    "mot",
    [
        "sans",
        "avec",
        "avant",
        "après",
        "contre",
        "pas",
        "ne",
        "non",
        "jamais",
        "rien",
        "aucun",
        "ni",
        "sauf",
        "hors",
        "chez",
        "malgré",
        "pendant",
    ],
)
def test_words_that_change_the_sense_stay(mot: str):
    assert racines(mot, "fr") != TROU


@pytest.mark.parametrize(
    "mot", ["without", "with", "before", "after", "not", "no", "nor", "never", "against", "until", "under"]
)
def test_english_words_that_change_the_sense_stay(mot: str):
    assert racines(mot, "en") != TROU


def test_a_stop_word_leaves_a_hole_and_keeps_its_form():
    assert racines("maison de la famille", "fr") == "maison _ _ famill"
    assert formes("maison de la famille", "fr") == "maison de la famille"


def test_tout_petits_is_found_however_it_is_written():
    attendu = racines("tout-petits", "fr")
    assert attendu == "tout petit"
    for texte in ("tout petits", "tout-petit", "Tout‑petits", "TOUT\u00a0PETITS"):
        assert racines(texte, "fr") == attendu


def test_numbers_have_one_spelling():
    assert (
        racines("12 000", "fr")
        == racines("12\u202f000", "fr")
        == racines("12000", "fr")
        == racines("12,000", "en")
    )
    assert racines("2,5", "fr") == racines("2.5", "en") == "2.5"


def test_a_word_without_accents_may_mean_its_accented_twin():
    (tache,) = variantes("tache", "fr")
    assert tache == racines("tâches", "fr") != racines("taches", "fr")
    assert variantes("enfant", "fr") == () == variantes("tache", "en")


def test_very_long_words_are_cut_to_what_every_engine_accepts():
    (jeton,) = analyser("a" * 100_000, "fr")
    assert len(jeton.racine) <= 65
    assert (jeton.debut, jeton.fin) == (0, 100_000)


def test_version_is_a_positive_integer():
    assert isinstance(VERSION, int)
    assert VERSION >= 1


@settings(max_examples=300, deadline=None)
@given(texte=st.text(max_size=60) | textes, langue=langues)
def test_offsets_are_inside_any_text_and_increase(texte: str, langue: str):
    fin = 0
    for jeton in analyser(texte, langue):
        assert fin <= jeton.debut < jeton.fin <= len(texte)
        assert jeton.racine
        assert jeton.forme
        assert jeton.forme != TROU
        assert not any(c.isspace() for c in jeton.racine + jeton.forme)
        fin = jeton.fin


@settings(max_examples=300, deadline=None)
@given(texte=textes, langue=langues)
def test_case_and_unicode_form_change_nothing(texte: str, langue: str):
    attendu = racines(texte, langue)
    assert racines(unicodedata.normalize("NFD", texte), langue) == attendu
    assert racines(unicodedata.normalize("NFC", texte), langue) == attendu
    assert racines(texte.upper(), langue) == racines(texte.lower(), langue) == attendu


@settings(max_examples=300, deadline=None)
@given(texte=st.text(max_size=60))
def test_any_text_gives_the_same_tokens_composed_or_not(texte: str):
    composes, decomposes = (racines(unicodedata.normalize(f, texte), "fr") for f in ("NFC", "NFD"))
    assert composes == decomposes


def _appels(texte: str, langue: str) -> int:
    """Count the calls that an analysis makes, built-in functions included: its work, whatever the clock."""
    compte = 0

    def compter(_cadre: object, evenement: str, _argument: object) -> None:
        nonlocal compte
        compte += evenement in ("call", "c_call")

    sys.setprofile(compter)
    try:
        analyser(texte, langue)
    finally:
        sys.setprofile(None)
    return compte


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize(
    "motif",
    [
        "a",
        "a.",
        "a'",
        "l'",
        "é·e",
        "1 000 ",
        "1,",
        "mot(e)",
        "e\u0301",
        "n't",
        " ",
        "-e",
        "(",
        "élu.e.s ",
        "ab·",
    ],
)
def test_work_grows_with_the_text_and_no_faster(motif: str, langue: str):
    """Whatever is repeated, twice the text is about twice the work."""
    texte = motif * (TAILLE // len(motif))
    analyser(texte * 2, langue)
    simple, double = _appels(texte, langue), _appels(texte * 2, langue)
    assert double <= 2.2 * simple + 100
    assert double <= 30 * len(texte * 2) + 100


HOSTILES = [
    *("12 000 enfants, 3 ans", "page 7 8", "1 234 567,8 9", "l’œuvre\u00a0: 12\u202f000 $", "2,5 3.5 v2.0.1"),
    *("l' enfant d’ abord", "aujourd’hui quelqu'un presqu’île", "qu' l'", "don't can't o'clock", "- ' ’ ·"),
    *(
        "e\u0301cole E\u0301te\u0301",
        "a \u0301b",
        "mot\u200bcoupé soft\u00adhyphen",
        "İstanbul ﬁn",
        "\x1c a\x1fb\x85c",
    ),
    *("étudiant·e·s les éducateurs(trices)", "C.P.E. et R.L.P. ."),
]


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("texte", [*HOSTILES, " ".join(HOSTILES), "x" * 200 + " " + "é" * 100])
def test_mots_sont_ceux_d_analyser(texte, langue):
    assert mots(texte, langue) == [(j.racine, j.forme) for j in analyser(texte, langue)]


@settings(max_examples=300, deadline=None)
@given(texte=st.one_of(textes, st.text(max_size=60)), langue=langues)
def test_mots_sur_des_textes_quelconques(texte, langue):
    """The blocks that one text puts in memory serve another."""
    assert mots(texte, langue) == [(j.racine, j.forme) for j in analyser(texte, langue)]
