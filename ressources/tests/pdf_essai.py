"""Real PDF files for the tests, good and bad."""

import zlib
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import EncryptionMethod


def ecrire(chemin: Path, *pages: str) -> Path:
    """Write a PDF with one page per text ("" for an empty one)."""
    chemin.write_bytes(octets(*pages))
    return chemin


def octets(*pages: str, **chiffrement: str) -> bytes:
    """Return a PDF's bytes; `chiffrement`: `owner_password` and `user_password` of RC4."""
    pdf = FPDF(format="letter")
    if chiffrement:
        pdf.set_encryption(encryption_method=EncryptionMethod.RC4, **chiffrement)
    pdf.set_font("helvetica", size=12)
    for texte in pages:
        pdf.add_page()
        if texte:
            pdf.multi_cell(0, 6, texte)
    return bytes(pdf.output())


def dessin_sans_texte() -> bytes:
    """Return a PDF that holds a drawing only, as a scanned sheet does."""
    pdf = FPDF()
    pdf.add_page()
    pdf.circle(50, 50, 20)
    return bytes(pdf.output())


def bombe(taille: int) -> bytes:
    """Return a small PDF whose only page unfolds into `taille` bytes of text operators."""
    flux = zlib.compress(b"BT /F1 12 Tf " + b"(a) Tj " * (taille // 7) + b"ET", 9)
    return _assembler(flux, b"/Filter /FlateDecode")


def page_en_boucle() -> bytes:
    """Return a PDF whose page tree is its own child."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def _assembler(flux: bytes, filtre: bytes) -> bytes:
    objets = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d %s>>stream\n%s\nendstream" % (len(flux), filtre, flux),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    corps = b"".join(b"%d 0 obj%sendobj\n" % (i, o) for i, o in enumerate(objets, 1))
    return b"%PDF-1.4\n" + corps + b"trailer<</Root 1 0 R>>\n%%EOF"
