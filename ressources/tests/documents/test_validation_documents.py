"""Uploads: what a browser or a computer would run is refused, whatever its name."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form

from ressources.documents.validation import verifier_televersement
from ressources.models import DocumentPortail
from ressources.tests import pdf_essai


def _refus(nom: str, contenu: bytes) -> str:
    with pytest.raises(ValidationError) as erreur:
        verifier_televersement(SimpleUploadedFile(nom, contenu))
    return erreur.value.code


def _docx() -> bytes:
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return tampon.getvalue()


@pytest.mark.parametrize(
    ("nom", "contenu"),
    [
        ("guide.pdf", pdf_essai.octets("Guide")),
        ("Guide.PDF", b"\xef\xbb\xbf\n%PDF-1.7 <html> cite plus loin"),
        ("passe-savoirs.com.pdf", pdf_essai.octets("Guide")),
        ("rapport v1.2.docx", _docx()),
        ("tableau.csv", "région;familles\nEstrie;<3\n".encode()),
        ("notes.txt", "Échelle < 5 ans et tête <têtue>".encode()),
        ("sans-extension", b"du texte"),
        ("mesures.csv", b"MZ;deux\n1;2\n"),
        ("codes.csv", b"FWS,CWS,ZWS\n"),
        ("notes.txt", b"#!! Important"),
    ],
)
def test_ordinary_files_are_accepted(nom, contenu):
    verifier_televersement(SimpleUploadedFile(nom, contenu))


@pytest.mark.parametrize(
    ("nom", "contenu"),
    [
        ("dessin.svg", b"rien"),
        ("dessin.pdf", b'<?xml version="1.0"?>\n<!-- x --><svg onload="alert(1)"/>'),
        ("guide.pdf", b"<html><script>alert(1)</script>%PDF-1.4"),
        ("guide.txt", b"\xef\xbb\xbf  <!DOCTYPE html><p>"),
        ("guide.txt", "\ufeff<svg onload=x>".encode("utf-16-le")),
        ("guide.txt", b"\xfe\xff" + "<script >".encode("utf-16-be")),
        ("page.XHTML", b"x"),
        ("forme.txt", b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg">'),
    ],
)
def test_web_pages_and_svg_are_refused(nom, contenu):
    assert _refus(nom, contenu) == "page-web"


@pytest.mark.parametrize(
    ("nom", "contenu"),
    [
        ("guide.exe", b"x"),
        ("guide.pdf", b"MZ\x90\x00"),
        ("guide.pdf", b"\x7fELF\x02"),
        ("guide.txt", b"#!/bin/sh\nrm"),
        ("guide.csv", b"MZ\x90\x00\x03"),
        ("guide.pdf", b"FWS\x08\x9c\x03\x00\x00"),
        ("guide.docm", b"PK\x03\x04"),
        ("guide.JS", b"alert(1)"),
    ],
)
def test_programs_are_refused(nom, contenu):
    assert _refus(nom, contenu) == "programme"


@pytest.mark.parametrize("nom", ["guide.pdf", "guide.docx"])
def test_content_must_be_what_the_name_says(nom):
    assert _refus(nom, b"du texte") == "promesse"


def test_size(settings):
    settings.DOCUMENT_TAILLE_MAX = 100
    assert _refus("guide.txt", b"x" * 101) == "trop-gros"
    assert _refus("guide.txt", b"") == "vide"
    verifier_televersement(SimpleUploadedFile("guide.txt", b"x" * 100))


def test_reading_position_is_put_back():
    fichier = SimpleUploadedFile("guide.txt", b"du texte")
    fichier.seek(3)
    verifier_televersement(fichier)
    assert fichier.tell() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("nom", "contenu", "dit"),
    [
        ("a.pdf", b"rien", "pas celui que son nom annonce"),
        ("a.svg", b"<svg/>", "SVG"),
        ("a.pdf", b"", "vide"),
    ],
)
def test_a_refusal_says_one_thing(admin_user, nom, contenu, dit):
    """Nothing of an empty extension, which is no fault of the file."""
    fichiers = {"file": SimpleUploadedFile(nom, contenu)}
    donnees = {"title": "x", "langue": "fr", "collection": "1"}
    formulaire = get_document_form(DocumentPortail)(donnees, fichiers, user=admin_user)
    (message,) = formulaire.errors["file"]
    assert dit in message


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chiffrement", "refuse"),
    [
        ({}, False),
        ({"owner_password": "proprio", "user_password": ""}, False),
        ({"owner_password": "proprio", "user_password": "ouvrir"}, True),
    ],
)
def test_a_pdf_locked_against_reading_is_refused(admin_user, chiffrement, refuse):
    """One that is locked against editing only opens for everybody."""
    fichiers = {"file": SimpleUploadedFile("a.pdf", pdf_essai.octets("Guide", **chiffrement))}
    donnees = {"title": "x", "langue": "fr", "collection": "1"}
    erreurs = get_document_form(DocumentPortail)(donnees, fichiers, user=admin_user).errors.get("file", [])
    assert any("demande un mot de passe" in erreur for erreur in erreurs) is refuse
    assert bool(erreurs) is refuse
