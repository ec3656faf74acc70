"""Blocks of a page: each function draws one from the current place and leaves the pen under it."""

from collections.abc import Callable
from typing import Any

from fpdf.enums import TableBordersLayout, TableCellFillMode
from fpdf.fonts import FontFace

from portail.demonstration.fabrique_pdf.feuille import (
    BAS,
    COURANT,
    CREUX,
    ENCRE,
    MARGE,
    TITRE_BLOC,
    TRAIT,
    Feuille,
)
from portail.demonstration.fabrique_pdf.texte import typographier

Bloc = dict[str, Any]
APRES = 4.0  # mm between blocks
AVANT_TITRE = 1.5  # mm more before a block with a title
LIGNE = 8.5  # mm between lines to write on
CASE_VIDE = 12.0  # mm, height of a row to fill in
RETRAIT = 7.0  # mm
A_COCHER = {"oui", "non", "yes", "no"}  # columns of ticks


def dessiner(pdf: Feuille, bloc: Bloc) -> None:
    """Draw a block with its title; KeyError for an unknown type or a missing field."""
    dessin = BLOCS[bloc["type"]]
    if bloc["type"] != "encadre" and bloc.get("titre"):
        pdf.y += AVANT_TITRE
        _titre(pdf, bloc["titre"])
    dessin(pdf, bloc)
    pdf.set_xy(MARGE, pdf.y + APRES * pdf.aisance)


def _titre(pdf: Feuille, texte: str) -> None:
    pdf.dire(texte, TITRE_BLOC, couleur=pdf.encre, apres=1.5)


def _paragraphe(pdf: Feuille, bloc: Bloc) -> None:
    pdf.dire(bloc["texte"], COURANT)


def _points(pdf: Feuille, points: list[str], marque: Callable[[int], None], entre: float = 1.2) -> None:
    """Write each point beside its mark, drawn from the top left corner of the point."""
    gauche = pdf.x
    for numero, point in enumerate(points, 1):
        pdf.set_x(gauche)
        haut = pdf.y
        marque(numero)
        pdf.set_xy(gauche + RETRAIT, haut)
        pdf.dire(point, COURANT, apres=entre)
    pdf.set_xy(gauche, pdf.y - entre)


def _liste(pdf: Feuille, bloc: Bloc) -> None:
    def numero(n: int) -> None:
        pdf.set_font("bricolage", "", 11)
        pdf.set_text_color(pdf.encre)
        pdf.cell(RETRAIT, 5.5, str(n))

    def puce(_: int) -> None:
        pdf.set_fill_color(pdf.encre)
        pdf.circle(pdf.x + 2.2, pdf.y + 2.8, 0.8, style="F")

    _points(pdf, bloc["items"], numero if bloc.get("numerotee") else puce)


def _cases(pdf: Feuille, bloc: Bloc) -> None:
    def case(_: int) -> None:
        pdf.set_draw_color(ENCRE)
        pdf.set_line_width(0.35)
        pdf.rect(pdf.x + 0.4, pdf.y + 0.8, 4, 4, round_corners=True, corner_radius=0.6)

    _points(pdf, bloc["items"], case, entre=2.2)


def _lignes(pdf: Feuille, bloc: Bloc) -> None:
    if bloc.get("texte"):
        pdf.dire(bloc["texte"], COURANT)
    pdf.set_draw_color(TRAIT)
    pdf.set_line_width(0.25)
    for _ in range(bloc.get("nombre", 4)):
        pdf.y += LIGNE * pdf.aisance
        pdf.line(MARGE, pdf.y, pdf.w - MARGE, pdf.y)


def _tableau(pdf: Feuille, bloc: Bloc) -> None:
    colonnes = bloc["colonnes"]
    lignes = bloc.get("lignes", []) + [[""] * len(colonnes)] * bloc.get("vides", 0)
    pdf.set_font("atkinson", "", 10)
    pdf.set_text_color(ENCRE)
    pdf.set_draw_color(TRAIT)
    pdf.set_line_width(0.25)
    with pdf.table(
        width=pdf.epw,
        col_widths=_largeurs(colonnes, lignes),
        line_height=5,
        padding=(1.8, 2),
        text_align="LEFT",
        v_align="TOP",
        borders_layout=TableBordersLayout.ALL,
        cell_fill_color="#FFFFFF",
        cell_fill_mode=TableCellFillMode.ALL,
        headings_style=FontFace(emphasis="BOLD", color=ENCRE, fill_color=pdf.pale),
    ) as table:
        table.row([typographier(colonne, pdf.langue) for colonne in colonnes])
        for ligne in lignes:
            haute = CASE_VIDE * pdf.aisance if "" in ligne else None  # room to write in
            table.row([typographier(cellule, pdf.langue) for cellule in ligne], min_height=haute)


def _largeurs(colonnes: list[str], lignes: list[list[str]]) -> tuple[float, ...]:
    """Return relative widths: sentences, and columns to fill in, get more room than dates, without excess."""
    poids = []
    for titre, *cellules in zip(colonnes, *lignes, strict=True):
        a_remplir = not any(cellules) and titre.lower() not in A_COCHER
        plus_long = max(len(titre), 30) if a_remplir else max(map(len, (titre, *cellules)))
        poids.append(min(max(plus_long, 10), 48) ** 0.5)
    return tuple(poids)


def _encadre(pdf: Feuille, bloc: Bloc) -> None:
    """Draw the text twice: the first time off stage, to know the height of the ground under it."""
    haut = pdf.y
    with pdf.offset_rendering():
        _interieur(pdf, bloc)
        hauteur = pdf.y - haut
    pdf.set_fill_color(CREUX)
    pdf.rect(MARGE, haut, pdf.epw, hauteur, style="F", round_corners=True, corner_radius=3)
    pdf.set_xy(MARGE, haut)
    _interieur(pdf, bloc)


def _interieur(pdf: Feuille, bloc: Bloc) -> None:
    pdf.set_xy(MARGE + 6, pdf.y + 4.5)
    pdf.set_right_margin(MARGE + 6)
    if bloc.get("titre"):
        _titre(pdf, bloc["titre"])
    if bloc.get("texte"):
        pdf.dire(bloc["texte"], COURANT, apres=1.5 if bloc.get("items") else 0)
    if bloc.get("items"):
        _liste(pdf, bloc)
    pdf.set_right_margin(MARGE)
    pdf.y += 4.5


def depassement(pdf: Feuille) -> float:
    """Return by how many millimetres the pen, back from a block, is past the bottom of the page."""
    return pdf.y - APRES * pdf.aisance - BAS


BLOCS: dict[str, Callable[[Feuille, Bloc], None]] = {
    "paragraphe": _paragraphe,
    "liste": _liste,
    "cases": _cases,
    "lignes": _lignes,
    "tableau": _tableau,
    "encadre": _encadre,
}
