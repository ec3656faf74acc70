"""The search page as a browser gets it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from recherche.tests.fabriques import document, documents_au_hasard, pdf


@pytest.fixture
def adresse() -> str:
    """The French search page."""
    with override("fr"):
        return reverse("recherche:page")


@pytest.fixture
def fiches(indexer):
    """Enough sheets for several pages, and one that shows all that a hit can show."""
    riche = document(
        "page:riche",
        titre="L'éveil <b>musical</b>",
        resume="Chanter ensemble & rire.",
        pages_pdf=pdf("rien", "une ritournelle", titre="Le carnet"),
        affichage={
            "lieu": "Laval",
            "annee": 2019,
            "duree": "20 min",
            "langue_titre": "cr",
            "piliers": [{"code": "PAR", "nom": "Parents"}],
            "courtepointe": {"cle": "x", "piliers": ["PAR"]},
        },
    )
    indexer([*documents_au_hasard(40, graine=1), riche])


def lire(reponse) -> str:
    """The page, ordinary spaces folded."""
    return re.sub(r"[ \n]+", " ", reponse.content.decode())


HOSTILES = [
    'q="',
    "q=%00",
    "q=" + "a" * 10_000,
    "q=" + "%22" * 300,
    "q=%F0%9F%8E%88",
    "q=%ED%A0%80",
    "q=%FF%FE",
    "q=' OR 1=1; DROP TABLE page; --",
    "q=<script>alert(1)</script>",
    "q=titre:jeu AND (corps:x OR [a TO b]) ~2 ^9 * ?",
    "q=-jeu +enfant \\ / { } !",
    "q=" + "jeu " * 200,
    "q=%E2%88%85 _ __",
    "q=../../etc/passwd",
    "q={{ 7*7 }}{% load x %}",
    "q=%25s%25d%n",
    "page=999999",
    "page=101",
    "page=-1",
    "page=" + "9" * 5000,
    "page=1%00",
    "page=abc",
    "tri=%00&tri=x",
    "type=inconnu&type=<script>alert(1)</script>",
    "type=" + "x" * 5000,
    "&".join(f"pilier=v{i}" for i in range(800)),
    "inconnu=1&__proto__=2&q[]=3",
    "annee=2019&annee=%F0%9F%8E%88",
    "q=enfant&page=2&type=outil&pilier=ENF&pilier=%00",
]


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("chaine", HOSTILES, ids=lambda chaine: chaine[:30])
def test_entrees_hostiles(indexer, adresse, chaine, htmx):
    indexer([document("page:1", titre="Le jeu de l'enfant")])
    entetes = {"HX-Request": "true"} if htmx else {}
    reponse = Client(raise_request_exception=False).get(f"{adresse}?{chaine}", headers=entetes)
    assert reponse.status_code in (200, 404)
    corps = reponse.content.decode()
    assert "alert(1)</script>" not in corps
    assert 'value="49"' not in corps
    assert "\x00" not in corps


def test_page_complete(fiches, client, adresse):
    reponse = client.get(adresse, {"q": "ritournelle"})
    texte = lire(reponse)
    assert reponse.status_code == 200
    assert "L&#x27;éveil &lt;b&gt;musical&lt;/b&gt;" in texte
    assert "<mark>ritournelle</mark>" in texte
    assert "dans le document «\u00a0Le carnet\u00a0», p.\u00a02" in texte
    assert "<b>1 fiche</b> en français" in texte
    assert 'lang="cr"' in texte
    assert "Laval" in texte
    assert 'value="ritournelle"' in texte
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", texte), "the policy forbids inline code"


def test_sans_javascript_tout_est_dans_le_formulaire(fiches, client, adresse):
    texte = lire(client.get(adresse, {"q": "enfant", "type": "outil"}))
    assert '<input type="checkbox" id="f-type-outil" name="type" value="outil" checked>' in texte
    assert len(re.findall(r'name="annee"', texte)) == 15, "all values are in the page"
    assert texte.count('type="submit"') >= 2
    ids = re.findall(r'\sid="([^"]+)"', texte)
    assert len(ids) == len(set(ids))


def test_fragment_htmx(fiches, client, adresse):
    donnees = {"q": "enfant", "tri": "", "pilier": "ENF"}
    reponse = client.get(adresse, donnees, headers={"HX-Request": "true"})
    texte = lire(reponse)
    assert "<html" not in texte
    assert 'id="zone-recherche"' in texte
    assert re.search(
        r'id="compte-recherche" data-hx-swap-oob="innerHTML">\s*<b>\d+ fiches?</b> en français', texte
    )
    assert reponse["HX-Push-Url"] == f"{adresse}?q=enfant&pilier=ENF"
    assert "HX-Request" in reponse["Vary"]


def test_retour_dans_l_historique_donne_la_page(fiches, client, adresse):
    entetes = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    reponse = client.get(adresse, headers=entetes)
    assert "<html" in reponse.content.decode()
    assert "HX-Request" in reponse["Vary"]


def test_puces_et_tout_effacer(fiches, client, adresse):
    texte = lire(client.get(adresse, {"q": "enfant", "type": "outil", "pilier": ["ENF", "PAR"]}))
    assert f'id="puce-pilier-ENF" href="{adresse}?q=enfant&amp;pilier=PAR&amp;type=outil"' in texte
    assert f'id="puces-effacer" href="{adresse}?q=enfant"' in texte


def test_pages(fiches, client, adresse):
    texte = lire(client.get(adresse, {"page": 2}))
    assert '<ol class="hits" start="11">' in texte
    assert f'rel="prev" href="{adresse}"' in texte
    assert f'rel="next" href="{adresse}?page=3"' in texte
    assert re.search(r'aria-current="page" id="page-2"', texte)
    assert "(page 2 sur 5)" in texte


@pytest.mark.parametrize("page", [6, 101, 999999])
def test_page_inexistante(fiches, client, adresse, page):
    reponse = client.get(adresse, {"q": "", "page": page})
    texte = lire(reponse)
    assert reponse.status_code == 404
    assert "Cette page de résultats n’existe pas." in texte
    assert "Revenir à la première page" in texte


def test_rien_trouve_dit_quoi_faire(fiches, client, adresse):
    texte = lire(client.get(adresse, {"q": "zzzz", "type": "outil"}))
    assert "Rien ne correspond à cette recherche" in texte
    assert 'id="f-type-outil"' in texte
    assert "Chercher avec ces filtres, sans aucun mot" in texte
    assert "Retirer «" not in texte, "without the filter there is nothing either"


def test_requete_abregee_le_dit(fiches, client, adresse):
    assert "300 premiers caractères" in lire(client.get(adresse, {"q": "enfant " * 100}))


def test_degrade_le_dit(registre, db, client, adresse, caplog):
    caplog.set_level("CRITICAL", logger="recherche.services")
    reponse = client.get(adresse, {"q": "enfant", "page": 3})
    texte = lire(reponse)
    assert reponse.status_code == 200
    assert "Résultats partiels." in texte
    assert "0 fiche" not in texte
    assert 'id="f-type-outil"' in texte


def test_autre_langue(fiches, client, adresse):
    texte = lire(client.get(adresse, {"q": "child"}))
    assert re.search(r"Aussi en anglais\u00a0: \d+ fiches", texte)
    assert '<li class="hit" lang="en">' in texte
    assert "Faire cette recherche en anglais" in texte


def test_sans_recherche_par_la_methode_post(client, adresse, db):
    assert client.post(adresse).status_code == 405


def test_nombre_de_requetes_sql_ne_grandit_pas(indexer, client, adresse, django_assert_max_num_queries):
    indexer(documents_au_hasard(150, graine=2))
    client.get(adresse)
    with django_assert_max_num_queries(15):
        client.get(adresse, {"q": "enfant", "type": "outil", "pilier": "ENF"})
