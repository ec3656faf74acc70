"""Our drawings: sound files, level in both languages, and rasters that are the same everywhere."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from portail.demonstration.fabrique_images import couverture_png, rasteriser
from portail.demonstration.fabrique_pdf.texte import typographier
from ressources.images.courtepointe import COULEURS

DEMONSTRATION = Path(__file__).parents[2] / "demonstration"
DESSINS = sorted((DEMONSTRATION / "dessins").glob("*.svg"))
BILINGUES = ["continuum-services", "cycle-de-pratique", "echelle-participation", "parcours-obstacles"]
CARRE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10H0z" fill="{}"/></svg>'
)


def _image(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as image:
        return image.convert("RGB")


def _racine(nom: str) -> ET.Element:
    return ET.fromstring((DEMONSTRATION / "dessins" / f"{nom}.svg").read_text(encoding="utf-8"))


@pytest.mark.parametrize("dessin", DESSINS, ids=lambda d: d.name)
def test_drawing_holds_nothing_but_shapes_and_text_of_our_fonts(dessin):
    racine = ET.fromstring(dessin.read_text(encoding="utf-8"))
    balises = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in racine.iter()}
    assert balises <= {"svg", "g", "path", "rect", "circle", "text"}
    polices = {e.get("font-family", "").split(",")[0] for e in racine.iter() if e.get("font-family")}
    assert polices <= {"Bricolage Grotesque", "Atkinson Hyperlegible Next"}
    assert not [a for e in racine.iter() for a in e.attrib if a in ("style", "href") or a.startswith("on")]


@pytest.mark.parametrize("nom", BILINGUES)
def test_french_and_english_drawings_differ_by_their_words_only(nom):
    francais, anglais = (list(_racine(f"{nom}.{langue}").iter()) for langue in ("fr", "en"))
    assert [(e.tag, e.attrib) for e in francais if "text" not in e.tag] == [
        (e.tag, e.attrib) for e in anglais if "text" not in e.tag
    ]
    mots = [{e.text for e in dessin if e.text and e.text.strip()} for dessin in (francais, anglais)]
    assert len(mots[0]) >= 3 and not mots[0] & mots[1]


@pytest.mark.parametrize("nom", BILINGUES)
def test_words_are_large_enough_on_a_phone_and_have_their_glyphs(nom):
    """Shown 340 px wide, no word is under 11 px."""
    for langue in ("fr", "en"):
        racine = _racine(f"{nom}.{langue}")
        largeur = float(racine.get("viewBox").split()[2])
        for texte in racine.iter("{http://www.w3.org/2000/svg}text"):
            assert float(texte.get("font-size")) * 340 / largeur >= 11
            assert typographier(texte.text, langue) == texte.text


@pytest.mark.parametrize("dessin", DESSINS, ids=lambda d: d.name)
def test_raster_has_the_width_asked_and_the_proportions_of_the_drawing(dessin):
    svg = dessin.read_text(encoding="utf-8")
    largeur, hauteur = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    png = rasteriser(svg, 700)
    assert _image(png).size == (700, pytest.approx(700 * hauteur / largeur, abs=1))
    assert len(png) < 60_000


def test_words_are_really_drawn():
    """A font that is not found would leave a blank without a word."""
    svg = (DEMONSTRATION / "dessins" / "cycle-de-pratique.fr.svg").read_text(encoding="utf-8")
    muet = re.sub(r"<text.*?</text>", "", svg)
    assert rasteriser(svg, 300) != rasteriser(muet, 300)


def test_every_drawing_named_by_the_content_exists():
    noms = {
        nom
        for fichier in (DEMONSTRATION / "contenu").rglob("*.yaml")
        for nom in re.findall(r"\bdessin: *([\w-]+)", fichier.read_text(encoding="utf-8"))
    }
    connus = {dessin.name.split(".")[0] for dessin in DESSINS}
    assert noms and noms <= connus


def test_same_drawing_same_bytes():
    assert rasteriser(CARRE.format("#2A6DB8"), 40) == rasteriser(CARRE.format("#2A6DB8"), 40)
    assert couverture_png("ou-grille", ["PAR"]) == couverture_png("ou-grille", ["PAR"])


@pytest.mark.parametrize("couleur", [(42, 109, 184), (249, 217, 206)])
def test_colours_are_kept(couleur):
    image = _image(rasteriser(CARRE.format("#{:02X}{:02X}{:02X}".format(*couleur)), 40))
    assert image.getpixel((20, 10)) == couleur


def test_broken_drawing_is_an_error():
    with pytest.raises(ValueError):
        rasteriser("<svg", 10)


@pytest.mark.parametrize(("largeur", "hauteur"), [(1200, 630), (400, 400)])
def test_card_is_filled_with_the_colours_of_the_pillars(largeur, hauteur):
    image = _image(couverture_png("in-constellation", ["CDV"], largeur, hauteur))
    assert image.size == (largeur, hauteur)
    vif, pale = (tuple(bytes.fromhex(c[1:])) for c in COULEURS["CDV"])
    compte = Counter(image.get_flattened_data())
    assert compte[vif] + compte[pale] > 0.95 * largeur * hauteur  # the rest: edges between the two
    assert min(compte[vif], compte[pale]) > 0.2 * largeur * hauteur
