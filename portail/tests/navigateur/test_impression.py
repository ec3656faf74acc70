"""What comes out of the printer: every sheet and each kind of page, in both languages, nothing over anything.

French pages on A4, English ones on Letter: a sheet is printed on each. Columns that the foot of a page cuts are seen on
paper only, hence real PDFs.
"""

import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from html import unescape
from itertools import combinations
from urllib.parse import urlparse

import pytest

from portail.demonstration.lecture import lire_un
from portail.tests.navigateur.pages import liste

GENRES = list(lire_un("pages/pg-accueil.yaml")["repertoires"])
PAPIER = {"fr": "A4", "en": "Letter"}
PAGES_MAX = 12  # of a theme; lists of records (figures, directory) take more
POPPLER = shutil.which("pdftotext")
MOT = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
Mot = tuple[tuple[float, float, float, float], str]


def feuilles(pdf: bytes) -> list[list[Mot]]:
    """The words of each printed page, with their boxes (left, top, right, bottom), as poppler finds them."""
    lus = subprocess.run(
        [POPPLER, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return [
        [(tuple(float(n) for n in mot[:4]), unescape(mot[4])) for mot in MOT.findall(feuille)]
        for feuille in lus.split("<page ")[1:]
    ]


def se_couvrent(un: Mot, autre: Mot) -> bool:
    """Whether one text lies over another; the same one twice is the halo of a drawing."""
    (a, mot), (b, second) = un, autre
    largeur, hauteur = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return mot != second and largeur > 1.5 and hauteur > 0.45 * min(a[3] - a[1], b[3] - b[1])


def couverts(document: list[list[Mot]]) -> Iterator[tuple[int, str, str]]:
    """(page, word, word that lies over it)."""
    for rang, mots in enumerate(document, 1):
        for un, autre in combinations(mots, 2):
            if se_couvrent(un, autre):
                yield rang, un[1], autre[1]


def imprimer(page, langue: str) -> list[list[Mot]]:
    return feuilles(page.pdf(format=PAPIER[langue], print_background=True))


@pytest.fixture(autouse=True)
def poppler() -> None:
    """Without it these tests fail where all is required (CI=true), else are skipped."""
    if POPPLER:
        return
    message = "pdftotext is not installed (apt-get install poppler-utils)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def plan(site) -> list[str]:
    """The paths of the sitemap."""
    texte = urllib.request.urlopen(f"{site}/sitemap.xml", timeout=30).read().decode()
    return [urlparse(adresse).path for adresse in re.findall("<loc>(.*?)</loc>", texte)]


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("genre", GENRES)
def test_every_sheet_prints_without_overlap(ouvrir, plan, genre, langue):
    racine = liste(genre, langue)
    fiches = [chemin for chemin in plan if chemin.startswith(racine) and chemin != racine]
    assert fiches
    page, fautes = ouvrir(racine, largeur=1280), {}
    for chemin in fiches:
        page.goto(page.url.partition(racine)[0] + chemin)
        document = imprimer(page, langue)
        if trouvees := list(couverts(document)):
            fautes[chemin] = trouvees[:3]
        if genre == "thematique":
            assert len(document) <= PAGES_MAX, (chemin, len(document))
    assert fautes == {}


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_every_other_kind_of_page_too(ouvrir, plan, langue):
    """The first page of each section, and one beneath it: figures, organisations, measures, boxes."""
    sections = [chemin for chemin in plan if chemin.count("/") == 3 and chemin.startswith(f"/{langue}/")]
    dessous = [next((c for c in plan if c.startswith(s) and c != s), s) for s in sections]
    page = ouvrir(f"/{langue}/", largeur=1280)
    site, fautes = page.url.removesuffix(f"/{langue}/"), {}
    for chemin in dict.fromkeys([f"/{langue}/", *sections, *dessous]):
        page.goto(site + chemin)
        if trouvees := list(couverts(imprimer(page, langue))):
            fautes[chemin] = trouvees[:3]
    assert fautes == {}


def test_a_theme_prints_what_one_reads(ouvrir, plan):
    """The texts, folded answers among them; neither menus, nor buttons, nor cards of other sheets."""
    chemin = next(c for c in plan if c.startswith(liste("thematique", "fr") + "joindre"))
    document = imprimer(ouvrir(chemin, largeur=1280), "fr")
    texte = " ".join(mot for mots in document for _boite, mot in mots)
    for present in ("L’essentiel", "Ce que l’on sait", "Ce qui a été fait", "La synthèse", "Sources", chemin):
        assert present in texte
    for absent in ("À lire aussi", "Initiatives liées", "Imprimer", "Copier le lien", "Plan du site"):
        assert absent not in texte


def test_the_check_bites(ouvrir):
    page = ouvrir("/fr/", largeur=1280)
    page.evaluate("""() => {
        const feuille = new CSSStyleSheet();
        feuille.replaceSync('h1 + * { margin-top: -3rem !important }');
        document.adoptedStyleSheets.push(feuille);
    }""")
    assert list(couverts(imprimer(page, "fr")))
