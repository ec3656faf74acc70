"""From the data of a file to the bytes of its PDF."""

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from portail.demonstration.fabrique_pdf.blocs import depassement, dessiner
from portail.demonstration.fabrique_pdf.feuille import Feuille

# From the roomiest to the tightest.
AISANCES = (1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.82)


class Debordement(ValueError):
    """A page of the file does not fit on a sheet of paper."""


def fabriquer(donnees: dict[str, Any], piliers: Sequence[str] = ()) -> bytes:
    """Return the bytes of the PDF made from `donnees` (see the package), the same for the same data.

    `piliers`: codes, the first one gives its colour. Raises Debordement when a page is too full,
    GlypheAbsent for a character that the fonts lack, KeyError for an unknown block or a missing field.
    """
    titres = [page["titre"] for page in donnees["pages"]]
    with closing(Feuille(donnees["titre"], donnees["langue"], piliers, total=1 + len(titres))) as pdf:
        pdf.garde(donnees["titre"], donnees.get("sous_titre", ""), titres)
        _verifier(pdf, donnees["titre"], "cover")
        for page in donnees["pages"]:
            _page(pdf, page, donnees["titre"])
        return bytes(pdf.output())


def _page(pdf: Feuille, page: dict[str, Any], document: str) -> None:
    """Draw a page with as much room to write as fits on the sheet."""
    pdf.ouvrir_page(page["titre"])
    rang = bisect_left(AISANCES, True, key=lambda aisance: _tient(pdf, page, aisance))
    pdf.aisance = AISANCES[min(rang, len(AISANCES) - 1)]
    _blocs(pdf, page)
    _verifier(pdf, document, page["titre"])


def _tient(pdf: Feuille, page: dict[str, Any], aisance: float) -> bool:
    """Draw the blocks off stage and return whether they fit."""
    with pdf.offset_rendering():
        pdf.aisance = aisance
        _blocs(pdf, page)
        return depassement(pdf) <= 0


def _blocs(pdf: Feuille, page: dict[str, Any]) -> None:
    for bloc in page["blocs"]:
        dessiner(pdf, bloc)


def _verifier(pdf: Feuille, document: str, page: str) -> None:
    if (trop := depassement(pdf)) > 0 or pdf.page_no() != pdf.pages_count:
        raise Debordement(f"{document} / {page}: {trop:.0f} mm too long; shorten it or split the page.")
