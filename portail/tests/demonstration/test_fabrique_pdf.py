"""The PDFs of the demonstration: readable by people, by the search, and the same every time."""

import time
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from portail.demonstration.fabrique_pdf import Debordement, fabriquer
from portail.demonstration.fabrique_pdf.texte import GlypheAbsent, typographier
from ressources.documents.extraction import extraire

CONTENU = Path(__file__).parents[2] / "demonstration" / "contenu"
FICHIERS = sorted((CONTENU / "pdf").glob("*.yaml"))
BLOCS = [
    {
        "type": "paragraphe",
        "texte": "Œuvrer « ensemble » : est-ce **possible** ? Oui, à 5 % près, ç'a été vu.",
    },
    {"type": "encadre", "titre": "En bref", "texte": "Une rencontre.", "items": ["Un point", "Deux"]},
    {"type": "liste", "titre": "Étapes", "items": ["Regarder", "Essayer"], "numerotee": True},
    {"type": "liste", "items": ["Sans ordre"]},
    {"type": "cases", "items": ["À cocher"]},
    {"type": "tableau", "colonnes": ["Geste", "Oui"], "lignes": [["Appeler", ""]], "vides": 2},
    {"type": "lignes", "titre": "Vos mots", "texte": "Écrivez ici.", "nombre": 2},
]


def _donnees(*blocs, langue="fr", titre="Essai : l'aide"):
    return {
        "titre": titre,
        "langue": langue,
        "sous_titre": "",
        "pages": [{"titre": "Une page", "blocs": blocs}],
    }


def _lecteur(donnees, piliers=("PAR",)) -> PdfReader:
    return PdfReader(BytesIO(fabriquer(donnees, piliers)))


def test_every_block_is_drawn_and_its_words_can_be_found():
    texte = _lecteur(_donnees(*BLOCS)).pages[1].extract_text()
    for mots in (
        "Œuvrer",
        "possible",
        "ç’a été",
        "En bref",
        "Regarder",
        "Sans ordre",
        "À cocher",
        "Appeler",
        "Écrivez",
    ):
        assert mots in texte
    assert "**" not in texte


def test_identity_for_readers_and_assistive_technology():
    lecteur = _lecteur(_donnees(*BLOCS))
    racine = lecteur.trailer["/Root"]
    assert lecteur.metadata.title == "Essai\u00a0: l’aide"
    assert lecteur.metadata.author == "Passe-savoirs"
    assert racine["/Lang"] == "fr-CA"
    assert racine["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [signet["/Title"] for signet in lecteur.outline] == ["Une page"]


@pytest.mark.parametrize(
    ("langue", "demo", "pagination"),
    [("fr", "Contenu de démonstration", "Page 2 sur 2"), ("en", "Demonstration content", "Page 2 of 2")],
)
def test_foot_says_demonstration_and_page_in_the_language_of_the_document(langue, demo, pagination):
    pages = [page.extract_text() for page in _lecteur(_donnees(*BLOCS, langue=langue)).pages]
    assert all(demo in page for page in pages)
    assert pagination in pages[1]


def test_letter_size():
    assert {tuple(map(round, page.mediabox[2:])) for page in _lecteur(_donnees(*BLOCS)).pages} == {(612, 792)}


def test_same_data_same_bytes_at_another_second():
    premier = fabriquer(_donnees(*BLOCS), ["PAR", "CDV"])
    time.sleep(1.1)
    assert fabriquer(_donnees(*BLOCS), ["PAR", "CDV"]) == premier


def test_pillars_make_the_cover():
    assert fabriquer(_donnees(*BLOCS), ["PAR"]) != fabriquer(_donnees(*BLOCS), ["CDV"])


@pytest.mark.parametrize(
    "bloc",
    [
        {"type": "paragraphe", "texte": "mot " * 2000},
        {"type": "lignes", "nombre": 60},
        {"type": "tableau", "colonnes": ["A", "B"], "vides": 40},
        {"type": "encadre", "items": ["mot " * 60] * 20},
    ],
    ids=lambda bloc: bloc["type"],
)
def test_a_page_too_full_is_an_error_that_names_it(bloc):
    with pytest.raises(Debordement, match=r"Une page: [1-9]"):
        fabriquer(_donnees(bloc))


def test_a_cover_too_full_is_an_error():
    with pytest.raises(Debordement, match="cover"):
        fabriquer(_donnees(titre="Très long titre " * 30))


def test_room_to_write_shrinks_before_the_page_overflows():
    """27 lines fit only when they come closer to each other."""
    assert len(_lecteur(_donnees({"type": "lignes", "nombre": 27})).pages) == 2


def test_unknown_block_and_unknown_glyph_are_errors():
    with pytest.raises(KeyError):
        fabriquer(_donnees({"type": "poeme", "texte": ""}))
    with pytest.raises(GlypheAbsent, match=r"U\+1F600"):
        fabriquer(_donnees({"type": "paragraphe", "texte": "Bravo \U0001f600"}))


@pytest.mark.parametrize(
    ("texte", "langue", "attendu"),
    [
        ("Quoi ? Non ; si !", "fr", "Quoi\u202f? Non\u202f; si\u202f!"),
        ("Ici : « là », 5 %", "fr", "Ici\u00a0: «\u00a0là\u00a0», 5\u00a0%"),
        ("l'art → suite", "fr", "l’art › suite"),
        ("What? At 10:30: it's 5%", "en", "What? At 10:30: it’s 5%"),
        ("à 10:30", "fr", "à 10:30"),
    ],
)
def test_typography(texte, langue, attendu):
    assert typographier(texte, langue) == attendu


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda f: f.stem)
def test_demonstration_file_fits_on_paper_and_is_read_by_the_search(fichier, tmp_path):
    donnees = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    chemin = tmp_path / "doc.pdf"
    chemin.write_bytes(fabriquer(donnees, ["PAR"]))
    texte = extraire(chemin)
    assert (texte.etat, len(texte.pages)) == ("lu", 1 + len(donnees["pages"]))
    for page, lu in zip(donnees["pages"], texte.pages[1:], strict=True):
        assert " ".join(typographier(page["titre"], donnees["langue"]).split()) in lu


def test_there_are_files():
    assert len(FICHIERS) >= 5
