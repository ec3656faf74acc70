"""Hostile inputs on the page in both languages, on the API and on suggestions: never a 5xx, nothing reflected as it
came, nothing slow. On the engine and the database of the settings, and on Elasticsearch when there is one."""

import json
import re
import time
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import cycle, product

import pytest
from django.test import Client

from recherche.tests.fabriques import document, documents_au_hasard, pdf
from recherche.tests.hostiles import CHAINES

PAGES = ("/fr/recherche/", "/en/search/")
API = ("/api/v1/recherche", "/api/v1/suggestions")
PATIENCE = 10.0  # seconds: a busy machine is not a slow answer
INTERDITES = {"iframe", "object", "embed", "base", "xss", "math", "style", "marquee", "body-x"}
ADRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "hx-get", "data-hx-get"}
PERMISES = re.compile(r"(/(?!/)|\?|#|http://testserver/|$)")


class Reflets(HTMLParser):
    """Notes what our templates never write, wherever it came from."""

    def __init__(self) -> None:
        super().__init__()
        self.trouves: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element, an attribute or an address that is not ours."""
        donnees = dict(attrs)
        if tag in INTERDITES or (tag == "script" and not donnees.get("src")):
            self.trouves.append(tag)
        for nom, valeur in attrs:
            if nom.startswith("on") or nom in ("style", "srcdoc", "http-equiv"):
                self.trouves.append(f"{tag} {nom}")
            if nom in ADRESSES and not PERMISES.match(valeur or ""):
                self.trouves.append(f"{tag} {nom}={valeur}")


def reflets(page: str) -> list[str]:
    """What a page holds that is not ours."""
    lecteur = Reflets()
    lecteur.feed(page)
    return [*lecteur.trouves, *(["NUL"] if "\0" in page else [])]


def textes_html(valeur: object, nom: str = "") -> list[str]:
    """The HTML texts of a JSON answer."""
    if isinstance(valeur, dict):
        return [texte for cle, dedans in valeur.items() for texte in textes_html(dedans, cle)]
    if isinstance(valeur, list):
        return [texte for dedans in valeur for texte in textes_html(dedans, nom)]
    return [valeur] if nom.endswith("html") and isinstance(valeur, str) else []


@pytest.fixture
def fonds(indexer):
    """Sheets with hostile texts of their own."""
    indexer(
        [
            *documents_au_hasard(15, graine=3),
            document(
                "page:script", titre="<script>alert(1)</script> jeu", resume='"><img src=x onerror=alert(1)>'
            ),
            document(
                "page:pdf",
                titre="Un PDF",
                pages_pdf=pdf("jeu <b>gras</b> & enfant"),
                propositions=("<b>jeu",),
            ),
        ]
    )


def interroger(chemin: str, chaine: str) -> tuple[object, float]:
    debut = time.perf_counter()
    reponse = Client(raise_request_exception=False).get(chemin, QUERY_STRING=chaine)
    return reponse, time.perf_counter() - debut


def defauts_page(chemin: str, chaine: str) -> tuple[list[str], float]:
    reponse, duree = interroger(chemin, chaine)
    page = reponse.content.decode()
    attendus = {200, 404} if chaine.count("&") < 10_000 else {400}
    etat = [] if reponse.status_code in attendus else [str(reponse.status_code)]
    return [*etat, *reflets(page), *(["enc"] if "{{" in chaine and ">49<" in page else [])], duree


def defauts_api(chemin: str, chaine: str) -> tuple[list[str], float]:
    reponse, duree = interroger(chemin, chaine)
    etat = [] if reponse.status_code in (200, 400, 404) else [str(reponse.status_code)]
    if not reponse["Content-Type"].startswith("application/json"):
        return [*etat, reponse["Content-Type"]], duree
    balises = [
        balise for html in textes_html(json.loads(reponse.content)) for balise in re.findall("<[^>]*>?", html)
    ]
    return [*etat, *(set(balises) - {"<mark>", "</mark>"})], duree


def eprouver(demandes: Iterable[tuple[str, str]], defauts, record_property) -> None:
    """All these (address, input); the slowest answer joins the report of the run."""
    fautes, durees = {}, []
    for chemin, chaine in demandes:
        trouves, duree = defauts(chemin, chaine)
        durees.append((round(duree, 3), chemin, chaine[:80]))
        if trouves:
            fautes[chemin, chaine[:120]] = trouves
    record_property("slowest", max(durees))
    print(f"{len(durees)} requests, slowest {max(durees)}")
    assert fautes == {}
    assert max(durees)[0] < PATIENCE


def test_assez_d_entrees():
    assert len(CHAINES) >= 350
    assert len(set(CHAINES)) == len(CHAINES)


def test_les_pages(fonds, record_property):
    """Each input on one of the two languages, in turn."""
    eprouver(zip(cycle(PAGES), CHAINES, strict=False), defauts_page, record_property)


def test_l_api(fonds, record_property):
    eprouver(product(API, CHAINES), defauts_api, record_property)


@pytest.mark.elasticsearch
@pytest.mark.lent
def test_sur_elasticsearch(elasticsearch, patience, fonds, record_property):
    eprouver(zip(cycle(PAGES), CHAINES, strict=False), defauts_page, record_property)
    eprouver(product(API[:1], CHAINES), defauts_api, record_property)


@pytest.mark.parametrize(
    "chemin",
    [
        "/api/v1/%00",
        "/api/v1/recherche%00",
        "/api/v1/recherche/../../admin",
        "/api/v1/%ED%A0%80",
        "/api/v1/" + "a/" * 2000,
        "/api/<script>alert(1)</script>",
        "/api//v1//recherche",
        "/api/v1/openapi.json%0d%0aX: y",
    ],
)
def test_adresses_hostiles(registre, db, chemin):
    reponse = Client(raise_request_exception=False).get(chemin)
    assert reponse.status_code in (400, 404)
    assert "alert(1)" not in reponse.content.decode()


def test_ce_que_l_epreuve_voit():
    """Proof that it bites."""
    assert reflets('<a href="/x">a</a><script src="/static/a.js"></script>&lt;script&gt;') == []
    assert reflets("<script>1</script>") == ["script"]
    assert reflets('<a href="javascript:1" onclick="1">') == ["a href=javascript:1", "a onclick"]
    assert reflets('<a href="//x.example">\0') == ["a href=//x.example", "NUL"]
