"""Old addresses: of pages, of their parts, through several changes, in both languages."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection
from wagtail_localize.models import StringTranslation, Translation

from portail.models import ContenuPage
from ressources.models import ChiffresPage, ElementTheorie, GlossairePage, Terme
from ressources.tests.fabriques import (
    accueil,
    accueil_en,
    contenu,
    document,
    fiche,
    fiche_en,
    locale,
    publier,
    repertoire,
    valider,
)
from ressources.tests.fabriques_donnees import annuaire, deux_chiffres, page_du_type
from ressources.tests.fabriques_plateforme import plateforme, plateforme_en, theorie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hotes(settings):
    settings.ALLOWED_HOSTS = ["*"]


def renommer(page, *adresses: str) -> None:
    for adresse in adresses:
        page = type(page).objects.get(pk=page.pk)
        page.slug = adresse
        publier(page)
        valider()


def chiffres() -> ChiffresPage:
    return ChiffresPage.objects.get(locale=locale("fr"))


def mene_a(client, ancienne: str, actuelle: str, statut: int = 200) -> None:
    reponse = client.get(ancienne)
    assert (reponse.status_code, reponse.get("Location")) == (301, actuelle)
    assert client.get(actuelle).status_code == statut


@pytest.mark.parametrize("suite", ["priorite-2018/", "csv/", "csv/opinion/"])
def test_les_chiffres_et_leurs_donnees(client, index, suite):
    deux_chiffres()
    renommer(chiffres(), "chiffres-cles")
    mene_a(client, f"/fr/chiffres/{suite}", f"/fr/chiffres-cles/{suite}")


def test_une_organisation(client, index):
    deux_chiffres()
    renommer(annuaire(), "annuaire")
    mene_a(client, "/fr/organisations/groupe-essai/", "/fr/annuaire/groupe-essai/")
    mene_a(client, "/fr/organisations/groupe-essai", "/fr/annuaire/groupe-essai/")


def test_une_mesure_dans_les_deux_langues(client, index):
    page = plateforme()
    anglaise = plateforme_en(page)
    renommer(page, "notre-plateforme")
    mene_a(client, "/fr/plateforme/CDV-1/", "/fr/notre-plateforme/CDV-1/")
    assert client.get("/en/platform/CDV-1/").status_code == 200
    renommer(anglaise, "our-platform")
    mene_a(client, "/en/platform/CDV-1/", "/en/our-platform/CDV-1/")


def test_un_element_de_la_theorie(client, index):
    page = theorie()
    renommer(page, "theorie")
    code = ElementTheorie.objects.values_list("code", flat=True)[0]
    mene_a(client, f"/fr/theorie-du-changement/{code}/", f"/fr/theorie/{code}/")


def test_un_terme(client, index):
    page = page_du_type(GlossairePage, "Le glossaire", "glossaire")
    Terme.objects.create(code="CPE", nom_fr="Centre", definition_fr="Un.", definition_en="One.")
    renommer(page, "lexique")
    mene_a(client, "/fr/glossaire/CPE/", "/fr/lexique/CPE/", statut=302)


def test_apres_plusieurs_changements(client, index):
    deux_chiffres()
    renommer(chiffres(), "chiffres-cles", "reperes", "nombres")
    for ancienne in ("chiffres", "chiffres-cles", "reperes"):
        mene_a(client, f"/fr/{ancienne}/priorite-2018/", "/fr/nombres/priorite-2018/")


def test_un_nom_repris(client, index):
    deux_chiffres()
    renommer(chiffres(), "chiffres-cles", "chiffres")
    mene_a(client, "/fr/chiffres-cles/priorite-2018/", "/fr/chiffres/priorite-2018/")
    assert client.get("/fr/chiffres/priorite-2018/").status_code == 200
    assert client.get("/fr/chiffres/inconnu-du-tout/").status_code == 404


def test_l_adresse_donnee_a_une_autre_page(client, index):
    deux_chiffres()
    renommer(chiffres(), "chiffres-cles")
    contenu("Chiffres")
    assert client.get("/fr/chiffres/").status_code == 200
    mene_a(client, "/fr/chiffres/priorite-2018/", "/fr/chiffres-cles/priorite-2018/")


def test_sous_une_section_deplacee(client, index):
    section, ailleurs = contenu("Section"), contenu("Ailleurs")
    enfant = ContenuPage(title="Enfant", locale=locale("fr"))
    section.add_child(instance=enfant)
    publier(enfant)
    section.move(ailleurs, pos="last-child")
    valider()
    mene_a(client, "/fr/section/enfant/", "/fr/ailleurs/section/enfant/")


def test_une_fiche_retiree_le_jour_du_changement(client, index):
    page = fiche(titre="Carnet")
    page.unpublish()
    renommer(repertoire("outil"), "boite-a-outils")
    valider()
    assert client.get("/fr/outils/carnet/").status_code == 404
    publier(page)
    mene_a(client, "/fr/outils/carnet/", "/fr/boite-a-outils/carnet/")
    renommer(page, "calepin")
    mene_a(client, "/fr/outils/carnet/", "/fr/boite-a-outils/calepin/")


def test_ce_qui_n_est_pas_public_reste_introuvable(client, index):
    deux_chiffres()
    page = chiffres()
    renommer(page, "chiffres-cles")
    type(page).objects.get(pk=page.pk).unpublish()
    assert client.get("/fr/chiffres/priorite-2018/").status_code == 404


@pytest.mark.parametrize("adresse", ["/fr/chiffres/%00/", "/fr/" + "a/" * 60, "/fr/chiffres/x%2Fy/", "/"])
def test_des_adresses_hostiles(client, index, adresse):
    deux_chiffres()
    renommer(chiffres(), "chiffres-cles")
    assert client.get(adresse).status_code in (302, 404)


def test_le_cout_d_une_page_introuvable(client, index, django_assert_max_num_queries):
    accueil(), accueil_en()
    client.get("/fr/rien/du/tout/")
    with django_assert_max_num_queries(25):
        assert client.get("/fr/rien/du/tout/").status_code == 404


def test_les_filtres_d_une_liste_suivent(client, index):
    fiche(titre="Carnet")
    renommer(repertoire("outil"), "boite-a-outils")
    assert client.get("/fr/outils/?public=peres")["Location"] == "/fr/boite-a-outils/?public=peres"


def test_une_redirection_de_la_redaction_garde_la_sienne(client, index):
    accueil()
    Redirect.objects.create(old_path="/fr/dehors", redirect_link="https://exemple.org/page")
    Redirect.objects.create(old_path="/fr/dedans", redirect_link="/fr/recherche/?q=pain")
    assert client.get("/fr/dehors/?a=1")["Location"] == "https://exemple.org/page"
    assert client.get("/fr/dedans/?a=1")["Location"] == "/fr/recherche/?q=pain"


def test_un_fichier_remplace(client, index):
    fichier = document("Ancien")
    ancienne = fichier.url
    fichier.file = document("Nouveau").file.name
    fichier.save()
    reponse = client.get(ancienne)
    assert (reponse.status_code, reponse["Location"]) == (301, fichier.url)
    servi = client.get(fichier.url)
    assert ancienne != fichier.url and servi.status_code == 200
    b"".join(servi.streaming_content)  # which closes it
    prive = Collection.get_first_root_node().add_child(name="Privée")
    prive.view_restrictions.create(restriction_type="login")
    fichier.collection = prive
    fichier.save()
    assert client.get(ancienne).status_code == 404
    assert client.get("/documents/99999999999999999999/x.pdf").status_code == 404


def test_une_adresse_anglaise_changee_par_qui_traduit(client, index):
    source = fiche(titre="Carnet")
    fiche_en(source, "Notebook")
    StringTranslation.objects.filter(context__path="slug", data="notebook").update(data="jotter")
    Translation.objects.get(source__object_id=source.translation_key).save_target()
    valider()
    mene_a(client, "/en/outils/notebook/", "/en/outils/jotter/")
