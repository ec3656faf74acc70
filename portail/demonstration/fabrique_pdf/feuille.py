"""The sheet of paper: fonts, colours, cover, head and foot of each page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from django.conf import settings
from fpdf import FPDF, ViewerPreferences
from fpdf.enums import XPos, YPos

from portail.demonstration.fabrique_pdf.texte import FICHIERS, POLICES, typographier
from ressources.images.courtepointe import COULEURS, courtepointe

# A fixed date: the same data must give the same bytes, so that loading twice changes nothing.
DATE = datetime(2026, 10, 5, 12, tzinfo=UTC)
ENCRE, ENCRE_2, TRAIT, CREUX = "#20242E", "#565D6B", "#B9B2A4", "#F3EDE2"
ENCRES = {"ENF": "#B23A21", "PAR": "#1D5596", "CDV": "#1F6A43", "AGE": "#7A5200"}
MARGE = 20.0  # mm
BAS = 262.0  # lowest point of a block, mm
LIBELLES = {
    "fr": {"demo": "Contenu de démonstration", "page": "Page {n} sur {total}", "dedans": "Dans ce document"},
    "en": {"demo": "Demonstration content", "page": "Page {n} of {total}", "dedans": "In this document"},
}


@dataclass(frozen=True)
class Style:
    """A way to set text: size in points, line height as a multiple of it."""

    taille: float
    police: str = "atkinson"
    interligne: float = 1.42

    @property
    def hauteur(self) -> float:
        """Return the height of a line, in mm."""
        return self.taille * self.interligne * 25.4 / 72


COURANT = Style(11)
GRAND_TITRE = Style(30, "bricolage", interligne=1.1)
SOUS_TITRE = Style(14)
TITRE_PAGE = Style(21, "bricolage", interligne=1.12)
TITRE_BLOC = Style(13.5, "bricolage", interligne=1.2)


class Feuille(FPDF):
    """An FPDF in millimetres on letter paper, with the portal's look."""

    def __init__(self, titre: str, langue: str, piliers: Sequence[str], total: int) -> None:
        """`total`: number of sheets, cover included."""
        super().__init__(orientation="portrait", unit="mm", format="letter")
        self.total = total
        self.aisance = 1.0  # factor of the room to write in: a page breathes as its content allows
        self.langue = langue
        self.titre = typographier(titre, langue)
        self.piliers = [p for p in piliers if p in COULEURS] or list(COULEURS)
        self.libelles = LIBELLES[langue]
        self._police()
        self._identite()
        self.set_auto_page_break(False)
        self.set_margins(MARGE, MARGE)
        self.c_margin = 0

    def _police(self) -> None:
        for nom, fichier in FICHIERS.items():
            style = "B" if nom.endswith("B") else ""
            self.add_font(nom.removesuffix("B"), style, POLICES / fichier)

    def _identite(self) -> None:
        self.set_title(self.titre)
        self.set_author(settings.SITE_NOM)
        self.set_subject(self.libelles["demo"])
        self.set_creator(settings.SITE_NOM)
        self.set_producer("fpdf2")
        self.set_lang("fr-CA" if self.langue == "fr" else "en-CA")
        self.set_creation_date(DATE)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    def close(self) -> None:
        """Close the font files, which fpdf2 does only when a document comes out."""
        for police in self.fonts.values():
            police.close()

    @property
    def encre(self) -> str:
        """Return the text colour of the dominant pillar."""
        return ENCRES[self.piliers[0]]

    @property
    def pale(self) -> str:
        """Return the ground colour of the dominant pillar."""
        return COULEURS[self.piliers[0]][1]

    def dire(
        self, texte: str, style: Style, *, couleur: str = ENCRE, largeur: float = 0, apres: float = 0
    ) -> None:
        """Write a text from the current place and go under it; `largeur` and `apres` in mm."""
        self.set_font(style.police, "", style.taille)
        self.set_text_color(couleur)
        self.multi_cell(
            largeur or self.w - self.r_margin - self.x,
            style.hauteur,
            _proteger(typographier(texte, self.langue)),
            align="L",
            new_x=XPos.LEFT,
            new_y=YPos.NEXT,
            markdown=style.police == "atkinson",
        )
        self.y += apres

    def garde(self, cle: str, sous_titre: str, sommaire: Sequence[str]) -> None:
        """Draw the cover: quilt, title, subtitle, and the pages with links to them."""
        self.add_page()
        self.set_fill_color(self.pale)
        self.rect(0, 0, self.w, self.w / 2, style="F")  # under the seams of the quilt
        svg = courtepointe(cle, self.piliers, colonnes=8, rangs=4)
        self.image(BytesIO(svg.encode()), 0, 0, self.w, self.w / 2)
        self.set_xy(MARGE, self.w / 2 + 15)
        self.dire(self.titre, GRAND_TITRE, apres=4)
        if sous_titre:
            self.dire(sous_titre, SOUS_TITRE, couleur=ENCRE_2, largeur=150, apres=7)
        if len(sommaire) > 1:
            self._sommaire(sommaire)

    def _sommaire(self, titres: Sequence[str]) -> None:
        self.dire(self.libelles["dedans"], TITRE_BLOC, couleur=self.encre, apres=1)
        for numero, titre in enumerate(titres, 2):
            lien = self.add_link(page=numero)
            self.set_font("atkinson", "", 11)
            self.set_text_color(ENCRE)
            self.cell(self.epw - 12, 6.4, typographier(titre, self.langue), link=lien)
            self.cell(12, 6.4, str(numero), align="R", link=lien, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def ouvrir_page(self, titre: str) -> None:
        """Start a page of contents, with its title in the outline of the reader."""
        self.add_page()
        self.set_xy(MARGE, 24)
        self.start_section(typographier(titre, self.langue))
        self.dire(titre, TITRE_PAGE, apres=4.5)

    def header(self) -> None:
        """Draw a thread of the pillars' colours along the top of the pages of contents."""
        if self.page_no() == 1:
            return
        for rang in range(8):
            couleurs = COULEURS[self.piliers[rang % len(self.piliers)]]
            self.set_fill_color(couleurs[rang // len(self.piliers) % 2])
            self.rect(rang * self.w / 8, 0, self.w / 8, 4, style="F")
        self.set_xy(MARGE, 11)
        self.set_font("atkinson", "", 9)
        self.set_text_color(ENCRE_2)
        self.cell(0, 5, self.titre)

    def footer(self) -> None:
        """Write who made it, that it is a demonstration, and the page number."""
        self.set_draw_color(TRAIT)
        self.set_line_width(0.2)
        self.line(MARGE, 266, self.w - MARGE, 266)
        self.set_xy(MARGE, 267.5)
        self.set_font("atkinson", "", 9)
        self.set_text_color(ENCRE_2)
        self.cell(self.epw / 2, 5, f"{settings.SITE_NOM} · {self.libelles['demo']}")
        page = self.libelles["page"].format(n=self.page_no(), total=self.total)
        self.cell(self.epw / 2, 5, page, align="R")


def _proteger(texte: str) -> str:
    """Keep `**` as the only mark: fpdf2 would also read __, -- and ~~."""
    for marque in ("__", "--", "~~"):
        texte = texte.replace(marque, "\\" + marque)
    return texte
