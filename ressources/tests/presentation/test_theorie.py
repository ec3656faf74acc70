"""The theory of change: versions, diagram and list with the same content, a page for each box."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from ressources.models import ElementTheorie, Mesure, PublicCible, VersionTheorie
from ressources.presentation.schema_theorie import LARGEUR, MARGE, Boite, Colonne, dessiner
from ressources.tests.fabriques import fiche, valider
from ressources.tests.fabriques_plateforme import plateforme, theorie

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def page(index, settings, client) -> str:
    settings.ALLOWED_HOSTS = ["*"]
    theorie(), plateforme()
    return client.get("/fr/theorie-du-changement/").content.decode()


def liens(morceau: str) -> list[str]:
    return re.findall(r'href="(/fr/theorie-du-changement/[^"]+)"', morceau)


def test_le_schema_et_la_liste_disent_la_meme_chose(page):
    schema = page[
        page.index('<svg class="th-schema"') : page.index("</svg>", page.index('<svg class="th-schema"'))
    ]
    liste = page[page.index('id="en-liste"') : page.index('id="version-debuts"')]
    assert liens(schema) == liens(liste)
    assert len(liens(schema)) == 6 + 4 + 6 + 4 + 1


def test_la_version_en_vigueur_d_abord(page):
    assert page.index("Version actualisée, 2024-2025") < page.index("Avant\u00a0: À ses débuts")
    assert "plein potentiel" not in page[: page.index("Avant\u00a0:")]
    assert "lac-à-l’épaule du 27 mars 2025" in page


def test_une_case_mene_a_ses_mesures_et_a_ce_qui_y_travaille(page, client):
    fiche("outil", "Repérer un logement", mesures=[Mesure.objects.get(code="CDV-1")])
    valider()
    case = client.get("/fr/theorie-du-changement/objectif-conditions-de-vie/").content.decode()
    assert 'href="/fr/plateforme/CDV-1/"' in case and "Repérer un logement" in case
    assert "Ce rapprochement est le nôtre" in case


def test_la_case_d_un_public(page, client):
    fiche("outil", "Écrire à une élue", publics=[PublicCible.objects.get(code="elus")])
    valider()
    case = client.get("/fr/theorie-du-changement/public-elus-et-decideurs/").content.decode()
    assert "Écrire à une élue" in case and 'href="/fr/parcourir/public/elus/"' in case


def test_case_sans_rien_et_case_inconnue(page, client):
    version = VersionTheorie.objects.get(code="actualisee-2024-2025")
    ElementTheorie.objects.create(code="vide", version=version, colonne="levier", nom_fr="Rien encore")
    vide = client.get("/fr/theorie-du-changement/vide/").content.decode()
    assert "Les sources ne nomment rien" in vide and "version en vigueur" not in vide
    assert client.get("/fr/theorie-du-changement/rien/").status_code == 404


def test_une_case_d_avant_mene_a_celle_qui_la_remplace(page, client):
    avant = client.get("/fr/theorie-du-changement/ultime-debuts/").content.decode()
    assert "Ce que dit la version en vigueur" in avant and "ne nomment rien" not in avant
    assert 'href="/fr/theorie-du-changement/ultime-developpement-equite/"' in avant
    assert 'href="/fr/theorie-du-changement/levier-partenaires/"' not in avant


@pytest.mark.parametrize("suite", ["", "objectif-conditions-de-vie/"])
def test_budget_de_requetes(page, client, django_assert_max_num_queries, suite):
    with django_assert_max_num_queries(25):
        assert client.get(f"/fr/theorie-du-changement/{suite}").status_code == 200


def test_le_dessin_est_du_svg_dont_tout_texte_est_echappe():
    dessin = dessiner([Colonne("<Un> & deux", (Boite('A "<b>"', "/x?a=1&b=2", "Ensemble"),))], "T", "D")
    racine = ElementTree.fromstring(dessin.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    assert [t.text for t in racine.iter(f"{SVG}tspan")] == ["1. <Un> & deux", "Ensemble", 'A "<b>"']
    assert [a.get("href") for a in racine.iter(f"{SVG}a")] == ["/x?a=1&b=2"]
    assert "style=" not in dessin and racine.find(f"{SVG}title").text == "T"


@pytest.mark.django_db
def test_aucune_boite_ne_deborde_ni_ne_chevauche(page):
    dessin = re.search(r'<svg class="th-schema".*?</svg>', page, re.S)[0]
    racine = ElementTree.fromstring(dessin.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    hauteur = float(racine.get("viewBox").split()[3])
    par_colonne: dict[float, list[tuple[float, float]]] = {}
    for boite in racine.iter(f"{SVG}rect"):
        if boite.get("class") != "th-boite":
            continue
        x, y, largeur, haut = (float(boite.get(nom)) for nom in ("x", "y", "width", "height"))
        assert x >= 0 and x + largeur <= LARGEUR + 0.5 and y + haut <= hauteur and largeur > 4 * MARGE
        par_colonne.setdefault(x, []).append((y, y + haut))
    assert len(par_colonne) == 5
    for boites in par_colonne.values():
        assert all(bas <= haut for (_, bas), (haut, _) in pairwise(boites))


@pytest.mark.django_db
def test_chaque_case_dit_ce_a_quoi_elle_mene(page):
    sans_rien = [
        e.code for e in ElementTheorie.objects.all() if not (e.mesures.exists() or e.publics.exists())
    ]
    assert sans_rien == ["ultime-debuts"]
