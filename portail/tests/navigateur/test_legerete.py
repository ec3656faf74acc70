"""What a page costs and tells: bytes, requests, hosts, cookies, refused content."""

import pytest

from portail.tests.navigateur.lecteur import Lecteur
from portail.tests.navigateur.pages import ADRESSES

BUDGET = 60_000  # bytes on the wire, headers included, pictures aside
DEMANDES = 8


def charge(lecteur: Lecteur, chemin: str, largeur: int) -> list[tuple[str, str, int]]:
    """Loads a page with an empty cache: (type, address, bytes received) of each answer."""
    page = lecteur.ouvrir("/sante/", largeur=largeur)
    reponses = []
    page.on("response", lambda reponse: reponses.append(reponse))
    page.goto(lecteur.site + chemin, wait_until="networkidle")
    tailles = [(r.request.resource_type, r.url, r.request.sizes()) for r in reponses]
    return [(genre, url, t["responseBodySize"] + t["responseHeadersSize"]) for genre, url, t in tailles]


@pytest.mark.parametrize("largeur", [1280, 375])
@pytest.mark.parametrize("langue", ["fr", "en"])
def test_weight_of_the_home_page(lecteur, langue, largeur):
    recu = charge(lecteur, f"/{langue}/", largeur)
    hors_images = [ligne for ligne in recu if ligne[0] != "image"]
    assert sum(taille for _, _, taille in hors_images) <= BUDGET, hors_images
    assert len(recu) <= DEMANDES, recu
    assert all(taille > 0 for _, _, taille in recu)


@pytest.mark.parametrize("nom", ["thematique", "outil", "action", "bilan"])
def test_weight_of_sheets(lecteur, nom):
    """The same budget, with the sheets' style."""
    recu = charge(lecteur, ADRESSES[nom, "fr"], 1280)
    hors_images = [ligne for ligne in recu if ligne[0] != "image"]
    assert sum(taille for _, _, taille in hors_images) <= BUDGET * 1.5, hors_images


@pytest.mark.parametrize("nom", ["recherche", "liste", "pilier"])
@pytest.mark.parametrize("langue", ["fr", "en"])
def test_weight_of_searches(lecteur, nom, langue):
    """The home page's budget: what refines a search comes with the first gesture."""
    recu = charge(lecteur, ADRESSES[nom, langue], 1280)
    hors_images = [ligne for ligne in recu if ligne[0] != "image"]
    assert sum(taille for _, _, taille in hors_images) <= BUDGET, hors_images
    assert len(hors_images) <= DEMANDES, recu


def test_nothing_is_kept_by_a_search(lecteur):
    """`lecteur` refuses cookies and storage: after a search with scripts too."""
    page = lecteur.ouvrir(ADRESSES["recherche", "fr"])
    page.locator("#puce-pilier-PAR").click()
    page.locator("#puce-pilier-PAR").wait_for(state="detached")


def test_incidents_are_noticed(navigateur, site):
    """Proof that the reader sees an inline style, a third party, a cookie, an error, a missing file."""
    lecteur = Lecteur(navigateur, site)
    page = lecteur.ouvrir("/fr/")
    page.evaluate("""() => {
        document.body.setAttribute('style', 'color: red');
        document.cookie = 'temoin=1';
        localStorage.setItem('trace', '1');
        fetch('https://tiers.example/').catch(() => {});
        fetch('/static/absent.css').catch(() => {});
        setTimeout(() => { throw new Error('panne') });
    }""")
    for _ in range(50):
        if any(incident.startswith("réponse 404") for incident in lecteur.incidents):
            break
        page.wait_for_timeout(200)
    lecteur.fermer()
    constats = "\n".join(lecteur.incidents)
    assert "Content Security Policy" in constats
    assert "tiers.example" in constats
    assert "cookie: temoin" in constats
    assert "'trace'" in constats
    assert "script: panne" in constats
    assert "réponse 404" in constats
