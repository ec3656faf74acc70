"""Advocacy actions: what their pages say in both languages, how they are found, and what they cost."""

import re
from datetime import date

import pytest

from ressources.chargement.valeurs import en_langue, flux
from ressources.models import ActionPage, Reference
from ressources.tests.fabriques import (
    accueil,
    fiche,
    fiche_en,
    organisation,
    pilier,
    public,
    publier,
    reference,
    territoire,
    type_action,
    valider,
)
from ressources.tests.instantanes import memorise

pytestmark = pytest.mark.usefixtures("index")
CHAMP = ActionPage._meta.get_field


def blocs(nom: str, valeurs: list[dict], langue: str = "fr"):
    genre = {"actions": "action", "impacts": "impact"}[nom]
    return flux(CHAMP(nom), en_langue([{"type": genre, "valeur": v} for v in valeurs], langue), "cle")


def contenu(langue: str, lettre: Reference, plan: Reference, ancienne: ActionPage) -> dict:
    """An action that has everything, in one language."""
    actions = [
        {"famille": "mobilisation", "texte": {"fr": "Réunir les membres", "en": "Gather members"}},
        {"texte": {"fr": "Écrire aux journaux", "en": "Write to the papers"}, "reference": lettre.pk},
    ]
    impacts = [
        {
            "genre": "texte-public",
            "texte": {"fr": "<p>Le plan nomme les berceuses.</p>", "en": "<p>The plan names lullabies.</p>"},
            "anterieures": {"fr": "gestes de 2023", "en": "steps of 2023"},
            "action_anterieure": ancienne.pk,
            "reperes": [{"code": "Objectif 1.1", "libelle": "Centrer les soins", "reference": plan.pk}],
        },
        {"famille": "mobilisation", "texte": {"fr": "<p>Des liens.</p>", "en": "<p>Ties.</p>"}},
    ]
    return {"actions": blocs("actions", actions, langue), "impacts": blocs("impacts", impacts, langue)}


@pytest.fixture
def action(settings) -> dict:
    """An action that follows an older one, both in two languages."""
    settings.ALLOWED_HOSTS = ["*"]
    return _action()


@memorise
def _action() -> dict:
    termes = {"piliers": [pilier()], "publics": [public("elus", "Élus", "Elected officials")]}
    ancienne = fiche(
        "action", "Une action de 2023", date_debut=date(2023, 5, 1), periode="Mai 2023", **termes
    )
    fiche_en(ancienne, "A 2023 action", periode="May 2023")
    lettre = reference(nom_en="A test letter")
    plan = reference("plan", "Plan d’essai", genre="politique")
    suite = fiche(
        "action",
        "La suite",
        organisation=organisation(),
        types_action=[type_action()],
        references=[reference("dossier", "", nom_fr="Un dossier", nom_en="A dossier")],
        territoires=[territoire()],
        liens=[ancienne, fiche("thematique", "Un thème")],
        **contenu("fr", lettre, plan, ancienne),
        **termes,
    )
    en = fiche_en(suite, "The sequel", periode="April 2024", **contenu("en", lettre, plan, ancienne))
    valider()
    return {"fr": suite, "en": en, "ancienne": ancienne}


def lire(client, adresse: str) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == 200
    return re.sub(r"\s+", " ", reponse.content.decode())


def test_la_page_dit_tout(client, action):
    page = lire(client, action["fr"].url)
    for attendu in (
        "Avril 2024",
        "Publics visés",
        "Réunir les membres",
        "Le plan nomme les berceuses.",
        "Loi, plan ou mesure modifiés",
        "gestes de 2023",
        "Objectif 1.1",
        "Un dossier",
        "Le portail n’a pas ce document.",
    ):
        assert attendu in page, attendu
    assert f'href="{action["ancienne"].url}"' in page
    assert "<cite>Une lettre d’essai</cite>" in page
    assert page.index(">Mobilisation<") < page.index("Écrire aux journaux")  # what has no family comes last


def test_en_anglais_les_titres_restent_dans_leur_langue(client, action):
    page = lire(client, action["en"].url)
    assert "Target audiences" in page
    assert "Publics visés" not in page
    assert '<cite lang="fr">Une lettre d’essai</cite>' in page
    assert "A test letter" in page
    assert "The plan names lullabies." in page
    assert '<span lang="fr">Centrer les soins</span>' in page
    assert 'href="/en/actions/a-2023-action/"' in page  # the earlier action, in the reader's language
    assert "A dossier" in page


def test_le_budget_de_requetes(client, action, django_assert_max_num_queries):
    for langue in ("fr", "en"):
        client.get(action[langue].url)
        with django_assert_max_num_queries(25):
            lire(client, action[langue].url)
    with django_assert_max_num_queries(20):
        lire(client, "/fr/actions/")


def test_la_ligne_du_temps_suit_les_dates(client, action):
    page = lire(client, "/fr/actions/").split('id="chronologie"')[1]
    assert page.index("Une action de 2023") < page.index("La suite")
    assert '<time datetime="2024-04">Avril 2024</time>' in page
    assert "chronologie" not in lire(client, "/fr/thematiques/")


@pytest.mark.parametrize("mot", ["berceuses", "journaux", "lettre+d’essai"])
def test_la_recherche_trouve_un_mot_d_un_impact(client, action, mot):
    assert action["fr"].url in lire(client, f"/fr/recherche/?q={mot}")


def test_les_filtres(client, action):
    filtree = lire(client, "/fr/actions/?action=memoire").split('id="chronologie"')[0]
    assert action["fr"].url in filtree and action["ancienne"].url not in filtree
    assert action["ancienne"].url in lire(client, "/fr/actions/?public=elus").split('id="chronologie"')[0]
    assert action["fr"].url in lire(client, "/fr/parcourir/action/memoire/")
    assert action["fr"].url in lire(client, "/fr/recherche/?organisation=groupe-essai")


def test_renommer_un_document_se_voit_dans_la_recherche(client, action):
    dossier = Reference.objects.get(code="dossier")
    dossier.nom_fr = "Un dossier sur les tricycles"
    dossier.save()
    valider()
    assert action["fr"].url in lire(client, "/fr/recherche/?q=tricycles")


def test_les_genres_suivent_la_page_francaise(action):
    page = action["fr"]
    page.types_action = [type_action("rapport", "Rapport", "Report")]
    publier(page)
    assert [t.code for t in ActionPage.objects.get(pk=action["en"].pk).types_action.all()] == ["rapport"]


def test_les_documents_des_blocs_sont_ceux_de_la_fiche(action):
    codes = {r.code for r in ActionPage.objects.get(pk=action["fr"].pk).references.all()}
    assert codes == {"dossier", "lettre-essai", "plan"}


def test_un_document_sans_nom_est_refuse(db):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        Reference(code="x", genre="rapport", source="S", annee=2025).full_clean()
    Reference(code="x", titre="Un titre suffit", genre="rapport", source="S", annee=2025).full_clean()


def test_au_menu_et_au_plan(client, action):
    accueil()
    assert 'href="/fr/actions/"' in lire(client, "/fr/")
    assert "/en/actions/the-sequel/" in lire(client, "/sitemap.xml")
