"""axe-core on the pages that people meet: no violation of WCAG 2.0 to 2.2, levels A and AA."""

from itertools import product
from pathlib import Path

import pytest

from portail.tests.navigateur.lecteur import HAUTEURS
from portail.tests.navigateur.pages import ADRESSES

AXE = (Path(__file__).parent / "ressources" / "axe.min.js").read_text()
NORMES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
EXAMINER = (
    "normes => axe.run(document, {runOnly: {type: 'tag', values: normes}, resultTypes: ['violations']})"
)


def violations(page) -> list[str]:
    """What axe finds, one line by element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    trouvees = page.evaluate(EXAMINER, NORMES)["violations"]
    return [
        f"{v['id']}: {' '.join(noeud['target'])}: {noeud['failureSummary']}"
        for v in trouvees
        for noeud in v["nodes"]
    ]


@pytest.mark.parametrize(("nom", "langue"), ADRESSES)
def test_no_violation(ouvrir, nom, langue):
    """On a wide screen and on a phone, light and dark."""
    page = ouvrir(ADRESSES[nom, langue])
    trouvees = []
    for largeur, schema in product((1280, 375), ("light", "dark")):
        page.set_viewport_size({"width": largeur, "height": HAUTEURS[largeur]})
        page.emulate_media(color_scheme=schema)
        trouvees += [f"{largeur} {schema} {violation}" for violation in violations(page)]
    assert trouvees == []


@pytest.mark.parametrize("langue", ["fr", "en"])
def test_no_violation_with_everything_open(ouvrir, langue):
    """Menu, filters and folded parts on a phone."""
    for nom in ("recherche", "thematique"):
        page = ouvrir(ADRESSES[nom, langue], largeur=375)
        page.evaluate("document.querySelectorAll('details').forEach(volet => { volet.open = true })")
        assert violations(page) == []


def test_axe_sees_what_is_wrong(ouvrir):
    """Proof that the tool bites: a picture without text, a text that is too pale."""
    page = ouvrir("/fr/")
    page.evaluate("""() => {
        document.querySelector('main').append(new Image());
        const titre = document.querySelector('h1');
        titre.setAttribute('role', 'bouton');
    }""")
    assert {ligne.split(":")[0] for ligne in violations(page)} >= {"image-alt", "aria-roles"}
