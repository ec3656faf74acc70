"""Every bulk action of the explorer and of the admin's search, with both languages of a page selected at once."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import Page

from portail.models import ContenuPage
from ressources.models import OutilPage
from ressources.tests.fabriques import (
    accueil_en,
    contenu,
    fiche,
    fiche_en,
    locale,
    repertoire,
    repertoire_en,
    valider,
)
from ressources.traduction.chargement import traduire

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]

ORDRES = ["fr-en", "en-fr"]


@pytest.fixture
def lancer(admin_client, settings):
    """Asks for a bulk action on pages, then confirms it, as the explorer (`childOf`) and the search (`q`) do."""
    settings.ALLOWED_HOSTS = ["*"]

    def faire(action: str, pages, donnees=(), **filtres) -> None:
        choisies = [("id", page if isinstance(page, str) else page.pk) for page in pages]
        racine = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        adresse = f"{racine}?{urlencode([*choisies, *filtres.items(), ('next', '/admin/')])}"
        assert admin_client.get(adresse).status_code == 200
        reponse = admin_client.post(adresse, dict(donnees))
        assert reponse.status_code == 302, reponse.content.decode()[:2000]
        valider()

    return faire


def paire(ordre: str) -> list[OutilPage]:
    source = fiche(titre="Carnet")
    pages = [source, fiche_en(source, "Notebook")]
    return pages if ordre == "fr-en" else pages[::-1]


def arbre_sain() -> bool:
    return not any(Page.find_problems())


@pytest.mark.parametrize("ordre", ORDRES)
def test_supprimer(lancer, ordre):
    temoin = fiche(titre="Affiche")
    lancer("delete", paire(ordre))
    assert list(OutilPage.objects.all()) == [temoin]
    assert arbre_sain()


@pytest.mark.parametrize("ordre", ORDRES)
def test_supprimer_les_listes_et_leurs_fiches(lancer, ordre):
    pages = [*paire(ordre), repertoire("outil"), repertoire_en("outil")]
    lancer("delete", pages if ordre == "fr-en" else pages[::-1])
    assert not OutilPage.objects.exists()
    assert not Page.objects.filter(slug__in=["outils", "outils-en", "tools"]).exists()
    assert arbre_sain()


def test_supprimer_par_un_programme():
    temoin = fiche(titre="Affiche")
    paire("fr-en")
    OutilPage.objects.exclude(pk=temoin.pk).delete()
    assert list(OutilPage.objects.all()) == [temoin]
    assert arbre_sain()


def test_supprimer_tout_ce_que_la_recherche_trouve(lancer):
    paire("fr-en")
    lancer("delete", ["all"], q="", childOf=repertoire("outil").pk)
    assert not OutilPage.objects.exists()
    assert arbre_sain()


@pytest.mark.parametrize("ordre", ORDRES)
@pytest.mark.parametrize("dessous", [{}, {"include_descendants": "on"}])
def test_retirer(lancer, ordre, dessous):
    paire(ordre)
    pages = [repertoire("outil"), repertoire_en("outil"), *OutilPage.objects.all()]
    lancer("unpublish", pages if ordre == "fr-en" else pages[::-1], dessous)
    assert not OutilPage.objects.live().exists()
    assert not Page.objects.filter(pk__in=[page.pk for page in pages], live=True).exists()


@pytest.mark.parametrize("ordre", ORDRES)
@pytest.mark.parametrize("dessous", [{}, {"include_descendants": "on"}])
def test_publier(lancer, ordre, dessous):
    pages = paire(ordre)
    pages[0 if ordre == "fr-en" else 1].unpublish()
    choisies = [repertoire("outil"), repertoire_en("outil")] if dessous else pages
    lancer("publish", choisies, dessous)
    assert OutilPage.objects.live().count() == 2


def deux_sections():
    """Two content pages, each in both languages."""
    accueil_en()
    sections = []
    for titre, title in (("À propos", "About"), ("Le site", "The site")):
        source = contenu(titre)
        sections += [
            source,
            traduire(source, ContenuPage(title=title, slug=slugify(title)), locale("en")).cible,
        ]
    valider()
    return sections


@pytest.mark.parametrize("ordre", ORDRES)
def test_deplacer_chaque_langue_sous_la_sienne(lancer, ordre):
    source, cible, ailleurs, elsewhere = deux_sections()
    lancer("move", [source, cible] if ordre == "fr-en" else [cible, source], {"chooser": ailleurs.pk})
    assert Page.objects.get(pk=source.pk).get_parent().pk == ailleurs.pk
    assert Page.objects.get(pk=cible.pk).get_parent().pk == elsewhere.pk
    assert arbre_sain()


def test_deplacer_une_section_et_ce_qu_elle_contient(lancer):
    source, _cible, ailleurs, _elsewhere = deux_sections()
    enfant = ContenuPage(title="Équipe", locale=locale("fr"))
    source.add_child(instance=enfant)
    lancer("move", [source, enfant], {"chooser": ailleurs.pk})
    assert [Page.objects.get(pk=p.pk).get_parent().pk for p in (source, enfant)] == [ailleurs.pk] * 2
    assert arbre_sain()


def test_deplacer_sans_destination_dans_sa_langue_est_refuse(admin_client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    source, cible, *_autres = deux_sections()
    seule = contenu("Seule")
    racine = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    adresse = f"{racine}?{urlencode([('id', source.pk), ('id', cible.pk)])}"
    reponse = admin_client.post(adresse, {"chooser": seule.pk})
    assert reponse.status_code == 200
    refusees = reponse.context["pages_without_destination_access"]
    assert [refusee["item"].pk for refusee in refusees] == [cible.pk]
    assert Page.objects.get(pk=source.pk).get_parent().pk != seule.pk
