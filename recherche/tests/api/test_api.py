"""The API as a program gets it."""

import json
import re

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from recherche.api.debit import adresse
from recherche.api.reponses import texte_simple
from recherche.tests.fabriques import document, documents_au_hasard, pdf

RECHERCHE, SUGGESTIONS, SCHEMA = "/api/v1/recherche", "/api/v1/suggestions", "/api/v1/openapi.json"


@pytest.fixture
def fiches(indexer):
    """Enough sheets for several pages, and one with all that a hit can show."""
    riche = document(
        "page:riche",
        titre="L'éveil <b>musical</b>",
        resume="Chanter ensemble & rire.",
        pages_pdf=pdf("rien", "une ritournelle", titre="Le carnet"),
        propositions=("ritournelle",),
        affichage={
            "lieu": "Laval",
            "annee": 2019,
            "duree": "20 min",
            "langue_titre": "cr",
            "piliers": [{"code": "PAR", "nom": "Parents"}],
        },
    )
    indexer([*documents_au_hasard(20, graine=1), riche])


def lire(reponse, statut: int = 200) -> dict:
    assert reponse.status_code == statut, reponse.content
    assert reponse["Content-Type"].startswith("application/json")
    assert reponse["Access-Control-Allow-Origin"] == "*"
    return json.loads(reponse.content)


def test_une_fiche_entiere(fiches, client):
    reponse = client.get(RECHERCHE, {"q": "ritournelle"})
    corps = lire(reponse)
    assert (corps["total"], corps["page"], corps["pages"], corps["degrade"]) == (1, 1, 1, False)
    (fiche,) = corps["fiches"]
    assert fiche["id"] == "page:riche:fr"
    assert fiche["cle"] == "page:riche"
    assert fiche["titre"] == "L'éveil <b>musical</b>"
    assert fiche["titre_html"] == "L&#x27;éveil &lt;b&gt;musical&lt;/b&gt;"
    assert fiche["url"] == "http://testserver/fr/page:riche/"
    assert fiche["langue_titre"] == "cr"
    assert fiche["libelle_type"] == {"fr": "Outil", "en": "Outil"}
    assert fiche["piliers"] == [{"code": "PAR", "libelle": {"fr": "PAR (fr)", "en": "PAR (en)"}}]
    resume, page = fiche["extraits"]
    assert (resume["champ"], resume["texte"], resume["html"]) == (
        "resume",
        "Chanter ensemble & rire.",
        "Chanter ensemble &amp; rire.",
    )
    assert (page["document"], page["page"], page["texte"]) == ("Le carnet", 2, "une ritournelle")
    assert page["html"] == "une <mark>ritournelle</mark>"
    assert reponse["Cache-Control"] == "private, max-age=60"
    assert reponse["Content-Language"] == "fr"


def test_les_parametres_sont_ceux_de_la_page(fiches, client):
    """Same hits, same counts as the page for the same address."""
    parametres = "q=enfant&type=outil&pilier=ENF&pilier=PAR&tri=titre&inconnu=1&public=nulle-part"
    corps = lire(client.get(f"{RECHERCHE}?{parametres}"))
    page = client.get(f"/fr/recherche/?{parametres}").content.decode()
    assert [f["titre_html"] for f in corps["fiches"]] == re.findall(
        r'<h2 class="titre"><a href="[^"]*">(.*?)</a>', page
    )
    assert f"<b>{corps['total']} fiche" in page
    types = next(facette for facette in corps["facettes"] if facette["code"] == "type")
    for valeur in types["valeurs"]:
        motif = rf'id="f-type-{valeur["code"]}"[^>]*?( checked)?> <span[^>]*>.*?</span><span class="n">(\d+)</span>'
        coche, compte = re.search(motif, page).groups()
        assert (valeur["compte"], valeur["choisie"]) == (int(compte), bool(coche))


def test_libelles_dans_les_deux_langues(fiches, client):
    corps = lire(client.get(RECHERCHE, {"lang": "en"}))
    public = next(facette for facette in corps["facettes"] if facette["code"] == "public")
    libelles = {valeur["code"]: valeur["libelle"] for valeur in public["valeurs"]}
    assert libelles["peres"] == {"fr": "peres (fr)", "en": "peres (en)"}
    assert libelles["familles"] == {"fr": "familles (fr)", "en": None}, "a label that exists in French only"
    assert corps["langue"] == "en"
    assert {fiche["langue"] for fiche in corps["fiches"]} == {"en"}
    assert corps["autre_langue"]["langue"] == "fr"


def test_la_langue_ne_depend_que_de_lang(fiches, client):
    assert lire(client.get(RECHERCHE, headers={"Accept-Language": "en"}))["langue"] == "fr"


def test_pages(fiches, client):
    corps = lire(client.get(RECHERCHE, {"page": 3}))
    assert (len(corps["fiches"]), corps["page"], corps["pages"]) == (1, 3, 3)
    hors = lire(client.get(RECHERCHE, {"page": 999999, "lang": "en"}), 404)
    assert (hors["erreur"], hors["pages"]) == ("page_inexistante", 2)
    assert hors["message"] == hors["messages"]["en"]


def test_sans_moteur_rien_de_faux(registre, db, client, caplog):
    caplog.set_level("CRITICAL", logger="recherche")
    corps = lire(client.get(RECHERCHE, {"q": "enfant"}))
    assert corps["degrade"] is True
    assert corps["total"] is None
    assert {valeur["compte"] for facette in corps["facettes"] for valeur in facette["valeurs"]} == {None}


def test_suggestions(fiches, client):
    corps = lire(client.get(SUGGESTIONS, {"q": "ritourn"}))
    assert corps["annonce"].startswith("1 suggestion.")
    (mot,) = corps["suggestions"]
    assert (mot["genre"], mot["texte"], mot["langue"]) == ("mot", "ritournelle", "fr")
    assert mot["url"] == "http://testserver/fr/recherche/?q=ritournelle"
    titre = lire(client.get(SUGGESTIONS, {"q": "éveil"}))["suggestions"][0]
    assert (titre["genre"], titre["langue"], titre["detail"]) == ("fiche", "cr", "outil")
    assert lire(client.get(SUGGESTIONS))["suggestions"] == []


@pytest.mark.parametrize("chemin", [RECHERCHE, SUGGESTIONS])
def test_langue_inconnue(client, db, registre, chemin):
    corps = lire(client.get(chemin, {"lang": "xx"}), 400)
    assert (corps["erreur"], corps["parametres"]) == ("parametre_invalide", ["lang"])
    assert set(corps["messages"]) == {"fr", "en"}


@pytest.mark.parametrize(
    "chemin", ["/api/v1/rien", "/api/v2/recherche", "/api/", "/api/v1/", "/api/v1/recherche/"]
)
def test_adresse_inconnue(client, db, registre, chemin):
    corps = lire(client.get(chemin, {"lang": "en"}), 404)
    assert corps["erreur"] == "adresse_inconnue"
    assert corps["message"] == corps["messages"]["en"]
    assert client.get(corps["documentation"]).status_code == 200


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_lecture_seule(db, registre, methode):
    reponse = getattr(Client(enforce_csrf_checks=True), methode)(RECHERCHE)
    assert lire(reponse, 405)["erreur"] == "methode_refusee"
    assert reponse["Allow"] == "GET, HEAD, OPTIONS"


def test_head_et_options(fiches, client):
    tete = client.head(RECHERCHE)
    corps = client.get(RECHERCHE).content
    assert (tete.status_code, tete.content, tete["Content-Length"]) == (200, b"", str(len(corps)))
    options = client.options(RECHERCHE, headers={"Origin": "https://ailleurs.example"})
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert options["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_panne_en_json(client, db, registre, monkeypatch, caplog):
    monkeypatch.setattr("recherche.api.operations.proposer", lambda *args: 1 / 0)
    reponse = Client(raise_request_exception=False).get(SUGGESTIONS, {"q": "ab"})
    assert lire(reponse, 500)["erreur"] == "panne"
    assert "ZeroDivisionError" in caplog.text


class TestDebit:
    """Requests counted by address and by minute."""

    @pytest.fixture(autouse=True)
    def _peu(self, settings, registre, db, monkeypatch):
        from django.core.cache import caches

        caches["debit"].clear()
        settings.RECHERCHE_API_DEBIT = {"recherche": 2, "suggestions": 3}
        monkeypatch.setattr("recherche.api.debit.time.time", lambda: 6_000_015.0)

    def test_trop_de_demandes(self, client):
        statuts = [client.get(SUGGESTIONS, {"q": "a"}).status_code for _ in range(4)]
        assert statuts == [200, 200, 200, 429]
        reponse = client.get(SUGGESTIONS, {"lang": "en"})
        corps = lire(reponse, 429)
        assert reponse["Retry-After"] == "45"
        assert corps["attente"] == 45
        assert corps["message"] == corps["messages"]["en"]
        assert client.get("/api/v1/rien").status_code == 404, "another count"
        assert client.get(SUGGESTIONS, REMOTE_ADDR="10.0.0.9").status_code == 200, "another address"

    def test_la_minute_suivante(self, client, monkeypatch):
        assert [client.get("/api/rien").status_code for _ in range(3)] == [404, 404, 429]
        monkeypatch.setattr("recherche.api.debit.time.time", lambda: 6_000_061.0)
        assert client.get("/api/rien").status_code == 404

    def test_l_adresse_n_est_pas_gardee(self, client):
        from django.core.cache import caches

        client.get(SUGGESTIONS, REMOTE_ADDR="203.0.113.77")
        assert caches["debit"]._cache
        assert "203.0.113" not in repr(caches["debit"]._cache)


@pytest.mark.parametrize(
    ("mandataires", "relais", "attendue"),
    [
        (0, "1.2.3.4", "10.1.1.1"),
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.1", "1.2.3.4"),
        (2, "1.2.3.4", "10.1.1.1"),
        (1, "", "10.1.1.1"),
        (1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        (1, "::ffff:1.2.3.4", "1.2.3.4"),
        (1, "x" * 500, "x" * 100),
    ],
)
def test_adresse_derriere_des_mandataires(settings, mandataires, relais, attendue):
    settings.RECHERCHE_API_MANDATAIRES = mandataires
    entetes = {"X-Forwarded-For": relais} if relais else {}
    assert adresse(RequestFactory().get("/", headers=entetes, REMOTE_ADDR="10.1.1.1")) == attendue


def test_schema(registre, client, db):
    schema = lire(client.get(SCHEMA))
    noms = [p["name"] for p in schema["paths"][RECHERCHE]["get"]["parameters"]]
    assert noms == ["lang", "q", "tri", "page", "type", "pilier", "public", "annee"]
    assert set(schema["paths"]) == {RECHERCHE, SUGGESTIONS}
    assert "Reponse" in schema["components"]["schemas"]


@pytest.mark.parametrize(
    ("langue", "titre"), [("fr", "Interface de programmation"), ("en", "Programming interface")]
)
def test_documentation(registre, client, db, langue, titre):
    from django.utils.translation import override

    with override(langue):
        reponse = client.get(reverse("recherche:documentation"))
    page = reponse.content.decode()
    assert f"<h1>{titre}</h1>" in page
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)|\sstyle=|\son\w+=", page)
    exemples = re.findall(r'<a href="(http://testserver/api/[^"]*)"', page)
    assert len(exemples) == 3
    for exemple in exemples:
        assert client.get(exemple.replace("&amp;", "&")).status_code in (200, 404)


def test_texte_simple():
    assert texte_simple("a &lt;mark&gt; <mark>b</mark> &amp;amp;") == "a <mark> b &amp;"
