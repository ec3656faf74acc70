"""Bilans: chapters, recommendations at lasting addresses, what feeds them, how they are found."""

import re

import pytest

from ressources.chargement.valeurs import en_langue, flux
from ressources.models import BilanPage, Recommandation
from ressources.tests.fabriques import (
    fiche,
    fiche_en,
    organisation,
    pilier,
    publier,
    recommandation,
    reference,
    valider,
)
from ressources.tests.instantanes import memorise

pytestmark = pytest.mark.usefixtures("index")
CHAPITRES = BilanPage._meta.get_field("chapitres")


def corps(langue: str, r1: Recommandation, r1_1: Recommandation):
    piste = {
        "texte": {"fr": "Payer un poste de trapéziste.", "en": "Pay for a trapeze artist."},
        "details": [{"fr": "avec un filet", "en": "with a net"}],
    }
    blocs = [
        {"type": "texte", "valeur": {"fr": "<p>Avant.</p>", "en": "<p>Before.</p>"}},
        {
            "type": "chapitre",
            "valeur": {
                "ancre": "axe-1",
                "titre": {"fr": "Premier axe", "en": "First axis"},
                "intitule": "Un axe",
            },
        },
        {
            "type": "apprentissage",
            "valeur": {
                "titre": {"fr": "On apprend", "en": "We learn"},
                "marche": {"fr": "<p>Ça marche.</p>", "en": "<p>It works.</p>"},
                "manque": {"fr": "<p>Du temps.</p>", "en": "<p>Time.</p>"},
            },
        },
        {
            "type": "chapitre",
            "valeur": {"ancre": "recos", "titre": {"fr": "Quatre voies", "en": "Four ways"}},
        },
        {
            "type": "recommandation",
            "valeur": {
                "recommandation": r1.pk,
                "texte": {"fr": "<p>Ensemble.</p>", "en": "<p>Together.</p>"},
                "volets": [{"recommandation": r1_1.pk, "pistes": [piste]}],
            },
        },
    ]
    return flux(CHAPITRES, en_langue(blocs, langue), "cle")


@pytest.fixture
def bilan(settings) -> dict:
    """A bilan with one recommendation of one part, a sheet that feeds it; both in two languages."""
    settings.ALLOWED_HOSTS = ["*"]
    return _bilan()


@memorise
def _bilan() -> dict:
    r1 = recommandation("ES-R1", "Réunir les conditions", "Gather the conditions")
    r1_1 = recommandation("ES-R1-1", "Coordination", "", parent=r1)
    page = fiche(
        "bilan",
        "Bilan essai",
        organisation=organisation(),
        references=[reference()],
        piliers=[pilier()],
        chapitres=corps("fr", r1, r1_1),
    )
    en = fiche_en(page, "Test report", periode="2009–2020", chapitres=corps("en", r1, r1_1))
    voix = fiche("initiative", "Voix essai", recommandations=[r1_1], liens=[page])
    voix_en = fiche_en(voix, "Test voice")
    valider()
    return {"fr": page, "en": en, "voix": voix, "voix_en": voix_en, "r1": r1}


def lire(client, adresse: str) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == 200
    return re.sub(r"\s+", " ", reponse.content.decode())


def test_chapitres_et_table_des_matieres(client, bilan):
    page = lire(client, bilan["fr"].url)
    sommaire = page.split("data-niveaux")[1].split("</nav>")[0]
    assert re.findall(r'href="#([^"]+)"', sommaire) == ["axe-1", "recos", "es-r1", "documents-nommes"]
    for ancre in ("axe-1", "recos", "es-r1", "es-r1-1", "documents-nommes"):
        assert page.count(f'id="{ancre}"') == 1
    for attendu in ("Avant.", "Ce qui a marché", "Ce qui manque", "Du temps.", "avec un filet", "Un axe"):
        assert attendu in page


def test_en_anglais_memes_ancres_intitules_en_francais(client, bilan):
    page = lire(client, bilan["en"].url)
    assert 'id="axe-1"' in page and 'id="es-r1"' in page
    assert "First axis" in page and "Pay for a trapeze artist." in page
    assert '<cite lang="fr">Un axe</cite>' in page
    assert '<cite lang="fr">Réunir les conditions</cite>' in page  # beside our translation
    assert '<h4 lang="fr">Coordination</h4>' in page  # no English name: shown as such


@pytest.mark.parametrize(
    ("langue", "voix", "titre"), [("fr", "voix", "Voix essai"), ("en", "voix_en", "Test voice")]
)
def test_une_fiche_mene_a_la_recommandation_et_retour(client, bilan, langue, voix, titre):
    assert f'href="{bilan[langue].url}#es-r1-1"' in lire(client, bilan[voix].url)
    volet = lire(client, bilan[langue].url).split('id="es-r1-1"')[1].split("</section>")[0]
    assert f'href="{bilan[voix].url}"' in volet and titre in volet


def test_budgets(client, bilan, django_assert_max_num_queries):
    for cle in ("fr", "en", "voix", "voix_en"):
        client.get(bilan[cle].url)
        with django_assert_max_num_queries(25):
            lire(client, bilan[cle].url)


def test_la_recherche_trouve_un_mot_d_une_piste_a_son_adresse(client, bilan):
    page = lire(client, "/fr/recherche/?q=trapéziste")
    assert f'href="{bilan["fr"].url}#es-r1"' in page and f'href="{bilan["fr"].url}"' in page
    seule = lire(client, "/en/search/?q=trapeze&type=recommandation")
    assert f'href="{bilan["en"].url}#es-r1"' in seule and "Gather the conditions" in seule


def test_la_recommandation_suit_son_bilan_et_son_nom(client, bilan):
    bilan["r1"].nom_fr = "Réunir les funambules"
    bilan["r1"].save()
    valider()
    assert "#es-r1" in lire(client, "/fr/recherche/?q=funambules")
    bilan["fr"].unpublish()
    valider()
    assert "#es-r1" not in lire(client, "/fr/recherche/?q=funambules")
    assert "#es-r1-1" not in lire(client, bilan["voix"].url)
    assert "Coordination" in lire(client, bilan["voix"].url)  # said, without an address


def test_une_recommandation_d_un_autre_bilan_ne_se_montre_pas(client, bilan):
    Recommandation.objects.filter(pk=bilan["r1"].pk).update(bilan="autre")
    page = publier(bilan["fr"])
    assert 'id="es-r1"' not in lire(client, page.url)
