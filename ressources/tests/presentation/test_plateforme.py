"""The platform and its measures: both languages, what works on each, addresses, cost."""

import re

import pytest
from wagtail.models import Page, PageViewRestriction

from ressources.declaration import TypePage, registre
from ressources.models import Mesure, Pilier, Recommandation
from ressources.presentation import volets
from ressources.tests.fabriques import fiche, fiche_en, valider
from ressources.tests.fabriques_plateforme import plateforme, plateforme_en
from ressources.tests.instantanes import memorise

pytestmark = pytest.mark.usefixtures("index")


@pytest.fixture
def site(settings):
    settings.ALLOWED_HOSTS = ["*"]
    return _site()


@memorise
def _site():
    page = plateforme()
    plateforme_en(page)
    logement = Mesure.objects.get(code="CDV-1")
    termes = {"mesures": [logement], "piliers": [Pilier.objects.get(code="CDV")]}
    theme = fiche("thematique", "Se loger", **termes)
    fiche_en(theme, "Housing")
    fiche("outil", "Repérer un logement", **termes)
    fiche("initiative", "Toit à tous", **termes)
    fiche("initiative", "Une fiction", fiction=True, **termes)
    valider()
    return page


def lire(client, adresse: str, statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut, adresse
    return reponse.content.decode()


def test_les_mesures_dans_l_ordre_de_la_plateforme(client, site):
    page = lire(client, "/fr/plateforme/")
    codes = re.findall(r'href="/fr/plateforme/([A-Z]{3}-\d)/"', page)
    assert codes == list(Mesure.objects.order_by("ordre").values_list("code", flat=True))
    assert len(codes) == 16


def test_cdv_6_dit_que_le_francais_manque(client, site):
    page = lire(client, "/fr/plateforme/CDV-6/")
    assert '<h1 lang="en">Broaden the range' in page
    assert "La source ne donne aucun libellé en français." in page
    assert "<h1>Broaden the range" in lire(client, "/en/platform/CDV-6/")


def test_une_mesure_rassemble_ce_qui_y_travaille(client, site):
    page = lire(client, "/fr/plateforme/CDV-1/")
    assert "Ce qui y travaille\u00a0: 4 éléments" in page
    for titre in ("Se loger", "Repérer un logement", "Toit à tous", "Une fiction"):
        assert titre in page
    assert page.index("Toit à tous") < page.index("Une fiction")
    assert 'href="/fr/recherche/?mesure=CDV-1&amp;type=outil"' in page
    anglais = lire(client, "/en/platform/CDV-1/")
    assert "Housing" in anglais and "Toit à tous" not in anglais


def test_un_volet_vide_le_dit_avec_sa_raison(client, site):
    page = lire(client, "/fr/plateforme/ENF-3/")
    assert "Aucun outil" in page and "Aucune initiative" in page
    assert "sans nommer d’outil ni d’initiative" in page
    assert "without naming a tool" in lire(client, "/en/platform/ENF-3/")


def test_les_deux_libelles_et_l_ecart(client, site):
    page = lire(client, "/fr/plateforme/AGE-3/")
    assert '<span lang="fr">Arrimage accru entre les politiques publiques</span>' in page
    assert '<span lang="en">Strive to streamline public policy</span>' in page
    assert "Arrimer et simplifier ne sont pas équivalents." in page
    assert "«\u00a0Vision et plateforme\u00a0»</cite>, page Web non datée, lue en 2026" in page
    anglaise = lire(client, "/en/platform/AGE-3/")
    assert "plateforme\u00a0»</cite>, undated web page, read in 2026" in anglaise
    assert "non datée" not in anglaise


def test_precedente_et_suivante(client, site):
    page = lire(client, "/fr/plateforme/CDV-1/")
    assert re.search(r'rel="prev" href="/fr/plateforme/PAR-4/"', page)
    assert re.search(r'rel="next" href="/fr/plateforme/CDV-2/"', page)
    assert 'rel="prev"' not in lire(client, "/fr/plateforme/ENF-1/")
    assert 'rel="next"' not in lire(client, "/fr/plateforme/AGE-3/")


def test_la_casse_ne_compte_pas_et_l_inconnue_n_existe_pas(client, site):
    assert client.get("/fr/plateforme/cdv-1/")["Location"] == "/fr/plateforme/CDV-1/"
    lire(client, "/fr/plateforme/CDV-99/", 404)


def test_changer_de_langue_sur_une_mesure(client, site):
    entete = lire(client, "/fr/plateforme/CDV-1/").split("</head>")[0]
    assert 'hreflang="en" href="http://testserver/en/platform/CDV-1/"' in entete
    assert "http://testserver/en/platform/CDV-1/" in lire(client, "/sitemap.xml")


def test_de_l_accueil_au_logement_en_deux_clics(client, site):
    assert 'href="/fr/plateforme/#CDV"' in lire(client, "/fr/")
    assert 'href="/fr/plateforme/CDV-1/"' in lire(client, "/fr/plateforme/")


def test_une_fiche_mene_a_ses_mesures_en_un_clic(client, site):
    assert 'href="/fr/plateforme/CDV-1/"' in lire(client, "/fr/outils/reperer-un-logement/")
    site.unpublish()
    assert 'href="/fr/recherche/?mesure=CDV-1"' in lire(client, "/fr/outils/reperer-un-logement/")


def test_une_fiche_cachee_ne_compte_pas(client, site):
    page = fiche("outil", "Outil réservé", mesures=[Mesure.objects.get(code="CDV-1")])
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Outil réservé" not in lire(client, "/fr/plateforme/CDV-1/")


@pytest.mark.parametrize(
    "adresse", ["/fr/plateforme/", "/fr/plateforme/CDV-1/", "/en/platform/CDV-1/", "/fr/"]
)
def test_budget_de_requetes(client, site, django_assert_max_num_queries, adresse):
    client.get(adresse)
    with django_assert_max_num_queries(25):
        lire(client, adresse)


def test_le_cout_ne_suit_pas_le_contenu(
    client, site, django_assert_num_queries, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as avant:
        lire(client, "/fr/plateforme/CDV-1/")
    for rang in range(6):
        fiche("outil", f"Outil {rang}", mesures=[Mesure.objects.get(code="CDV-1")])
    valider()
    with django_assert_max_num_queries(len(avant)):
        page = lire(client, "/fr/plateforme/CDV-1/")
    assert "Outils <span" in page and page.count('class="carte"') == volets.LIMITE + 3


def test_les_recommandations_que_ses_fiches_nourrissent(client, site):
    r1 = Recommandation.objects.create(
        code="R-essai", nom_fr="Loger d’abord", bilan="x", source="Bilan d’essai", annee=2019
    )
    for titre in ("Une fiche", "Une autre"):
        fiche("outil", titre, mesures=[Mesure.objects.get(code="CDV-2")], recommandations=[r1])
    valider()
    page = lire(client, "/fr/plateforme/CDV-2/")
    assert page.count("Loger d’abord") == 1 and "Bilan d’essai" in page
    assert volets.comptes(site)["CDV-2"] == 3
    assert "nos sources n’en relient pas" in lire(client, "/fr/plateforme/CDV-1/")


def test_un_autre_type_se_declare(client, site, monkeypatch):
    class Collecteur:
        rang = 90

        def volets(self, critere, page, request):
            yield volets.Volet("chiffre", "Chiffres", "Aucun chiffre.", total=0)

        def comptes(self, page):
            return {"CDV-1": 3}

    monkeypatch.setattr(registre, "_types", dict(registre._types))
    registre.declarer(TypePage(modele=Page, volets=(Collecteur(),)))
    assert "Aucun chiffre." in lire(client, "/fr/plateforme/CDV-1/")
    assert volets.comptes(site)["CDV-1"] == 4 + 3
