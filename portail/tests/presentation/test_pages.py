"""Public pages in both languages: what they show, what they link, what they cost."""

import re

import pytest
from django.urls import translate_url
from django.utils.translation import override

from ressources.chargement.valeurs import flux
from ressources.models import InitiativePage, LienFiche
from ressources.tests.fabriques import (
    document,
    fiche,
    fiche_en,
    image,
    organisation,
    pilier,
    public,
    territoire,
    valider,
)

pytestmark = pytest.mark.django_db

PAGES = {
    "/fr/": 25,
    "/en/": 25,
    "/fr/thematiques/joindre-les-familles/": 25,
    "/fr/outils/carnet-de-terrain/": 25,
    "/en/outils/field-notebook/": 25,
    "/fr/initiatives/halte-du-samedi/": 25,
    "/fr/outils/": 15,
    "/fr/recherche/?q=familles&pilier=PAR&public=peres": 15,
    "/en/search/?q=families": 15,
    "/fr/parcourir/pilier/PAR/": 15,
}


def lire(client, adresse: str, statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut, adresse
    return reponse.content.decode()


@pytest.mark.parametrize("adresse", PAGES)
def test_budget_de_requetes(client, petit_site, django_assert_max_num_queries, adresse):
    client.get(adresse)
    with django_assert_max_num_queries(PAGES[adresse]):
        lire(client, adresse)


@pytest.mark.lent
def test_budget_tenu_avec_dix_fois_le_contenu(client, petit_site, django_assert_max_num_queries):
    termes = {"piliers": [pilier()], "publics": [public()], "territoires": [territoire()]}
    genres = ("thematique", "outil", "initiative")
    for rang in range(30):
        autre = fiche(
            genres[rang % 3], f"Fiche {rang}", liens=[petit_site["theme"], petit_site["outil"]], **termes
        )
        if rang % 3 == 1:
            fiche_en(autre, f"Sheet {rang}")
    valider()
    for adresse, budget in PAGES.items():
        client.get(adresse)
        with django_assert_max_num_queries(budget):
            lire(client, adresse)


def test_budget_d_une_fiche_qui_a_tout(client, petit_site, django_assert_max_num_queries):
    champ = InitiativePage._meta.get_field
    illustration = {"image": image().pk, "texte_alternatif": "Un dessin", "legende": ""}
    joint = {"document": document().pk, "titre": "Carnet", "langue": "fr"}
    page = fiche(
        "initiative",
        "Tout y est",
        porteur=organisation(),
        image=image("couverture"),
        demarche=flux(champ("demarche"), [{"type": "illustration", "valeur": illustration}], "x"),
        documents=flux(champ("documents"), [{"type": "document", "valeur": joint}], "x"),
        liens=[petit_site["theme"], petit_site["outil"]],
        **{"piliers": [pilier()], "publics": [public()], "territoires": [territoire()]},
    )
    valider()
    lire(client, page.url)
    with django_assert_max_num_queries(25):
        lue = lire(client, page.url)
    assert "Un dessin" in lue and "Carnet" in lue
    assert page.url in lire(client, "/fr/recherche/?q=thermos")  # a word of the PDF only


def test_accueil_renvoie_a_la_langue_du_lecteur(client, petit_site):
    assert client.get("/", headers={"accept-language": "en-CA"})["Location"] == "/en/"
    assert client.get("/")["Location"] == "/fr/"


def test_les_liens_se_voient_des_deux_cotes(client, petit_site):
    assert "/fr/outils/carnet-de-terrain/" in lire(client, "/fr/thematiques/joindre-les-familles/")
    assert "/fr/thematiques/joindre-les-familles/" in lire(client, "/fr/outils/carnet-de-terrain/")


def test_les_liens_restent_dans_la_langue(client, petit_site):
    page = lire(client, "/en/outils/field-notebook/")
    assert "Reaching families" in page
    assert "Halte du samedi" not in page  # not translated: not shown in English


def test_une_fiche_retiree_quitte_les_fiches_liees(client, petit_site):
    petit_site["outil"].unpublish()
    assert "Carnet de terrain" not in lire(client, "/fr/thematiques/joindre-les-familles/")


def test_bascule_de_langue(client, petit_site):
    page = lire(client, "/fr/outils/carnet-de-terrain/")
    assert re.search(r'<a[^>]*href="/en/outils/field-notebook/"[^>]*hreflang="en"', page) or re.search(
        r'<a[^>]*hreflang="en"[^>]*href="/en/outils/field-notebook/"', page
    )


def test_page_sans_traduction_le_dit(client, petit_site):
    page = lire(client, "/fr/page-sans-traduction/")
    assert 'href="/en/page-sans-traduction/"' not in page
    assert 'hreflang="en"' not in page.split("</head>")[0]
    assert 'href="/en/"' in page


def test_hreflang_avec_soi_et_x_default(client, petit_site):
    entete = lire(client, "/en/outils/field-notebook/").split("</head>")[0]
    liens = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', entete))
    assert liens == {
        "fr": "http://testserver/fr/outils/carnet-de-terrain/",
        "en": "http://testserver/en/outils/field-notebook/",
        "x-default": "http://testserver/fr/outils/carnet-de-terrain/",
    }


def test_la_recherche_change_de_langue_avec_ses_parametres(client, petit_site):
    with override("fr"):
        assert translate_url("/fr/recherche/?q=halte", "en") == "/en/search/?q=halte"
    page = lire(client, "/fr/recherche/?q=halte&pilier=PAR")
    assert "/en/search/?q=halte&amp;pilier=PAR" in page


@pytest.mark.parametrize(("adresse", "mots"), [("/fr/rien/", "introuvable"), ("/en/nothing/", "not found")])
def test_404_dans_la_langue(client, petit_site, adresse, mots):
    page = lire(client, adresse, 404)
    assert f'<html lang="{adresse[1:3]}"' in page
    assert mots in page.lower() or "exist" in page.lower()


def test_preselection_inconnue_donne_404(client, petit_site):
    for adresse in ("/fr/parcourir/pilier/RIEN/", "/fr/parcourir/couleur/PAR/", "/en/browse/public/x/"):
        lire(client, adresse, 404)


def test_preselection_est_une_recherche(client, petit_site):
    page = lire(client, "/fr/parcourir/public/peres/")
    assert "Carnet de terrain" in page and "<h1" in page and "Pères" in page


def test_repertoire_est_une_recherche(client, petit_site):
    page = lire(client, "/fr/outils/?q=carnet")
    assert "Carnet" in page and "Halte du samedi" not in page
    fragment = client.get("/fr/outils/?q=carnet", headers={"HX-Request": "true"})
    assert "<html" not in fragment.content.decode()


def test_plan_du_site_des_deux_langues(client, petit_site):
    plan = lire(client, "/sitemap.xml")
    assert "<loc>http://testserver/fr/outils/carnet-de-terrain/</loc>" in plan
    assert "<loc>http://testserver/en/outils/field-notebook/</loc>" in plan
    assert 'hreflang="x-default" href="http://testserver/fr/outils/carnet-de-terrain/"' in plan


def test_robots_et_sante(client, db):
    assert "Sitemap: http://testserver/sitemap.xml" in lire(client, "/robots.txt")
    assert client.get("/sante/").json() == {"etat": "ok"}


def test_aucun_temoin_pour_un_visiteur(client, petit_site):
    for adresse in PAGES:
        reponse = client.get(adresse)
        assert not reponse.cookies and "Cookie" not in reponse.get("Vary", ""), adresse


def test_lien_vers_une_fiche_en_ebauche_cache(client, petit_site):
    ebauche = fiche("outil", "Outil en ébauche", publiee=False)
    LienFiche.objects.create(page_id=ebauche.pk, cible_id=petit_site["theme"].pk)
    assert "Outil en ébauche" not in lire(client, "/fr/thematiques/joindre-les-familles/")


def test_parcourir_parle_la_langue_du_lecteur(client, petit_site):
    """An address of before, with the other language's word, leads to the present one."""
    assert client.get("/en/browse/audience/peres/").status_code == 200
    ancienne = client.get("/en/browse/public/peres/?q=a")
    assert (ancienne.status_code, ancienne["Location"]) == (301, "/en/browse/audience/peres/?q=a")
    autre = client.get("/fr/parcourir/audience/peres/")
    assert (autre.status_code, autre["Location"]) == (301, "/fr/parcourir/public/peres/")
    page = lire(client, "/fr/parcourir/public/peres/")
    assert 'hreflang="en" href="http://testserver/en/browse/audience/peres/"' in page


def test_parcourir_est_au_plan_du_site(client, petit_site):
    plan = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://testserver/fr/parcourir/public/peres/</loc>" in plan
    assert "<loc>http://testserver/en/browse/pillar/PAR/</loc>" in plan
    assert "/parcourir/territoire/13/" in plan and "/fr/parcourir/periode/" not in plan, (
        "nothing bears a period"
    )
