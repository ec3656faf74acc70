"""What a page costs and tells: bytes, requests, hosts, cookies, refused content."""

import re
from collections import defaultdict
from urllib.parse import urlparse

import pytest

from portail.tests.navigateur.lecteur import Lecteur
from portail.tests.navigateur.pages import ADRESSES

BUDGET = 60_000  # bytes on the wire, headers included, pictures aside
DEMANDES = 8
ADRESSE = re.compile("<loc>(.*?)</loc>")
TITRE = re.compile("<title>(.*?)</title>", re.S)
LIEE = re.compile(r'<(?:link rel="(?:stylesheet|icon|preload)" href|script[^>]* src)="([^"]+)"')


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
    assert sum(taille for _, _, taille in hors_images) <= BUDGET, hors_images
    assert len(hors_images) <= DEMANDES, recu


def test_weight_and_title_of_every_address(lecteur):
    """All that the sitemap names, each with what it asks for: as the browser would, but each file fetched once. No two
    pages of a language have one title."""
    demande = lecteur.ouvrir("/sante/").request
    recus: dict[str, tuple[int, str]] = {}

    def recevoir(chemin: str) -> tuple[int, str]:
        if chemin not in recus:
            reponse = demande.get(lecteur.site + chemin)
            entetes = sum(len(e["name"]) + len(e["value"]) + 4 for e in reponse.headers_array)
            corps = int(reponse.headers["content-length"])
            page = reponse.headers["content-type"].startswith("text/html")
            recus[chemin] = entetes + corps, reponse.text() if page else ""
        return recus[chemin]

    adresses = ADRESSE.findall(demande.get(f"{lecteur.site}/sitemap.xml").text())
    trop = []
    titres: dict[tuple[str, str], list[str]] = defaultdict(list)
    for adresse in adresses:
        chemin = urlparse(adresse).path
        poids, texte = recevoir(chemin)
        titres[chemin[:4], TITRE.search(texte)[1]].append(chemin)
        liees = set(LIEE.findall(texte))
        poids += sum(recevoir(liee)[0] for liee in liees)
        if poids > BUDGET or len(liees) + 1 > DEMANDES:
            trop.append((adresse, poids, len(liees) + 1))
    assert len(adresses) > 400
    assert trop == []
    assert [chemins for chemins in titres.values() if len(chemins) > 1] == []


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
