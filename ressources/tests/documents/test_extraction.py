"""Reading of PDFs: whole when they are good, quiet when they are not, bounded in every case."""

import json
import os
import time
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from ressources.documents import lecteur
from ressources.documents.extraction import ILLISIBLE, Limites, TextePdf, extraire
from ressources.tests import pdf_essai

DONNEES = Path(__file__).parents[1] / "donnees"
# What the reading process itself needs (interpreter and library) leaves little room to a bomb.
ETROIT = Limites(secondes_processeur=5, secondes=20)


@pytest.fixture
def pdf(tmp_path):
    """Return a function that writes bytes to a file and gives its path."""

    def deposer(contenu: bytes):
        chemin = tmp_path / "essai.pdf"
        chemin.write_bytes(contenu)
        return chemin

    return deposer


def test_text_by_page_with_empty_pages_kept_in_place(pdf):
    chemin = pdf(pdf_essai.octets("L'accueil des tout-\npetits", "", "Un geste d'éduca-\ntion"))
    assert extraire(chemin) == TextePdf(("L'accueil des tout-petits", "", "Un geste d'éducation"), "lu", 3)


def test_scanned_document_is_empty_not_broken(pdf):
    assert extraire(pdf(pdf_essai.dessin_sans_texte())) == TextePdf(("",), "vide", 1)


def test_password_to_open(pdf):
    chemin = pdf(pdf_essai.octets("Secret", owner_password="proprio", user_password="ouvrir"))
    assert extraire(chemin) == TextePdf((), "chiffre")


def test_password_against_editing_only_is_read(pdf):
    chemin = pdf(pdf_essai.octets("Guide public", owner_password="proprio", user_password=""))
    assert extraire(chemin) == TextePdf(("Guide public",), "lu", 1)


@pytest.mark.parametrize("nom", ["aes-128.pdf", "aes-256.pdf"])
def test_strong_encryption_is_read_with_its_library_and_said_without(nom):
    """Ministries publish many such files, locked against editing only."""
    attendu = TextePdf(("Guide",), "lu", 1) if find_spec("cryptography") else TextePdf((), "chiffre")
    assert extraire(DONNEES / nom) == attendu


def test_a_broken_page_leaves_the_others_in_place(pdf):
    """The first content stream names a filter that nobody knows."""
    contenu = pdf_essai.octets("Un", "Deux").replace(b"/FlateDecode", b"/FlateDecodx", 1)
    assert extraire(pdf(contenu)) == TextePdf(("", "Deux"), "partiel", 2)


def test_a_page_too_heavy_is_said_and_costs_no_other(pdf):
    """One page of 400 000 strokes alone, then between two others."""
    lourde = (DONNEES / "plan-une-page.pdf").read_bytes()
    limites = Limites(secondes_par_page=0.5)
    assert extraire(pdf(lourde), limites) == TextePdf(("",), "trop-long", 1)
    ensemble = PdfWriter()
    for contenu in (pdf_essai.octets("Avant"), lourde, pdf_essai.octets("Après")):
        ensemble.append(BytesIO(contenu))
    tampon = BytesIO()
    ensemble.write(tampon)
    assert extraire(pdf(tampon.getvalue()), limites) == TextePdf(("Avant", "", "Après"), "partiel", 3)


def test_pages_too_heavy_share_the_time_of_the_whole(pdf):
    """Six of them would take more than the process has: it ends by itself, and says so."""
    ensemble = PdfWriter()
    for contenu in [(DONNEES / "plan-une-page.pdf").read_bytes()] * 6 + [pdf_essai.octets("Dernière")]:
        ensemble.append(BytesIO(contenu))
    tampon = BytesIO()
    ensemble.write(tampon)
    texte = extraire(pdf(tampon.getvalue()), Limites(secondes_processeur=4, secondes_par_page=1))
    assert texte.etat in ("partiel", "trop-long") and texte.pages[:6] == ("",) * 6


def test_a_dynamic_form_is_not_its_notice():
    assert extraire(DONNEES / "formulaire-xfa.pdf") == TextePdf((), "formulaire", 1)


def test_accents_drawn_apart():
    texte = extraire(DONNEES / "accents-a-part.pdf")
    assert texte.pages == (
        "Le développement des élèves à la rentrée La périnatalité et les forêts du Québec",
    )


def test_a_document_whose_pages_are_all_broken(pdf):
    contenu = pdf_essai.octets("Un", "Deux").replace(b"/FlateDecode", b"/FlateDecodx", 2)
    assert extraire(pdf(contenu)).etat == "illisible"


@pytest.mark.parametrize(
    "contenu",
    [
        b"",
        b"pas un PDF",
        b"%PDF-1.7\nrien de plus",
        b"%PDF-1.4\n" + os.urandom(4096),
        pdf_essai.octets("Un texte")[:400],
        pdf_essai.page_en_boucle(),
    ],
    ids=["vide", "texte", "sans-corps", "bruit", "tronque", "boucle"],
)
def test_bad_file_is_told_without_raising(pdf, contenu):
    texte = extraire(pdf(contenu), ETROIT)
    assert texte.etat in ("illisible", "vide")
    assert not any(texte.pages)


def test_missing_file_and_impossible_path(tmp_path):
    assert extraire(tmp_path / "absent.pdf") == ILLISIBLE
    assert extraire(tmp_path / "a\x00b.pdf") == ILLISIBLE


def test_too_many_pages_keeps_the_first_ones(pdf):
    chemin = pdf(pdf_essai.octets(*[f"Feuillet {n}" for n in range(1, 41)]))
    texte = extraire(chemin, Limites(pages=5))
    assert (texte.etat, texte.nombre, texte.pages[-1], len(texte.pages)) == ("trop-long", 40, "Feuillet 5", 5)


def test_too_long_page_is_cut(pdf):
    texte = extraire(pdf(pdf_essai.octets("mot " * 500)), Limites(caracteres_par_page=100))
    assert (texte.etat, len(texte.pages[0])) == ("trop-long", 100)


def test_bounded_output_keeps_whole_pages_only(pdf):
    chemin = pdf(pdf_essai.octets(*["mot " * 250] * 10))
    texte = extraire(chemin, Limites(sortie=4096))
    assert texte.etat == "trop-long"
    assert 0 < len(texte.pages) < 10
    assert {len(page) for page in texte.pages} == {999}


@pytest.mark.lent
def test_bomb_stays_within_memory_and_time(pdf):
    contenu = pdf_essai.bombe(60_000_000)
    assert len(contenu) < 200_000
    debut = time.monotonic()
    texte = extraire(pdf(contenu), Limites(secondes_processeur=3, secondes=20, memoire=300 * 1024 * 1024))
    assert time.monotonic() - debut < 20
    assert texte.etat in ("illisible", "trop-long", "vide")


def test_clock_stops_a_slow_reading(pdf):
    debut = time.monotonic()
    assert extraire(pdf(pdf_essai.bombe(20_000_000)), Limites(secondes=1)) == ILLISIBLE
    assert time.monotonic() - debut < 10


def test_reader_receives_no_environment(pdf, monkeypatch):
    """A secret of the site must not stand in the process that opens strangers' files."""
    vu = {}

    def espion(commande, **options):
        vu.update(options, commande=commande)
        raise OSError

    monkeypatch.setattr("ressources.documents.extraction.subprocess.run", espion)
    assert extraire(pdf(pdf_essai.octets("x"))) == ILLISIBLE
    assert vu["env"] == {} and "shell" not in vu


def test_reader_lines(pdf, capsys, monkeypatch):
    """The reading process, here in ours and without its limits, so that coverage sees it."""
    monkeypatch.setattr(lecteur, "_se_limiter", lambda limites: None)
    monkeypatch.setattr("logging.disable", lambda: None)
    limites = json.dumps(
        {"pages": 1, "caracteres_par_page": 50, "secondes_par_page": 4, "secondes_processeur": 20}
    )
    lecteur.main([str(pdf(pdf_essai.octets("Un", "Deux"))), limites])
    lecteur.main([str(pdf(b"%PDF-1.4 casse")), limites])
    assert capsys.readouterr().out.splitlines() == [
        '{"page": "Un"}',
        '{"etat": "trop-long", "nombre": 2}',
        '{"etat": "illisible", "nombre": 0}',
    ]
