"""axe-core on the pages that people meet: no violation of WCAG 2.0 to 2.2, levels A and AA."""

from pathlib import Path

import pytest

from portail.tests.navigateur.pages import ADRESSES

AXE = (Path(__file__).parent / "ressources" / "axe.min.js").read_text()
NORMES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
EXAMINER = (
    "normes => axe.run(document, {runOnly: {type: 'tag', values: normes}, resultTypes: ['violations']})"
)


def violations(page) -> list[str]:
    """What axe finds, one line by element."""
    page.evaluate(AXE)
    trouvees = page.evaluate(EXAMINER, NORMES)["violations"]
    return [
        f"{v['id']}: {' '.join(noeud['target'])}: {noeud['failureSummary']}"
        for v in trouvees
        for noeud in v["nodes"]
    ]


@pytest.mark.parametrize("sombre", [False, True], ids=["clair", "sombre"])
@pytest.mark.parametrize("largeur", [1280, 375])
@pytest.mark.parametrize(("nom", "langue"), ADRESSES)
def test_no_violation(ouvrir, nom, langue, largeur, sombre):
    page = ouvrir(ADRESSES[nom, langue], largeur=largeur, sombre=sombre)
    assert violations(page) == []


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
