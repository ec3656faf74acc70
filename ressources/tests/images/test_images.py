"""Queries of a sheet with every cache cold and no resized picture: within the budget, however many pictures."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from ressources.images import renditions
from ressources.models import Rendition
from ressources.tests.fabriques import accueil, fiche, image, valider

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]
BUDGET = 25


def illustration(numero: int) -> tuple[str, dict]:
    return "illustration", {"image": image(f"image {numero}"), "texte_alternatif": f"Dessin {numero}"}


def requetes_a_froid(client, adresse: str) -> int:
    Rendition.objects.all().delete()
    for nom in caches:
        caches[nom].clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as lues:
        reponse = client.get(adresse)
    assert reponse.status_code == 200
    assert reponse.content.decode().count("<img") == Rendition.objects.values("image").distinct().count() > 0
    return len(lues)


def test_autant_de_requetes_pour_huit_images_que_pour_une(client):
    liees = [fiche("initiative", f"Liée {rang}", image=image(f"liée {rang}")) for rang in range(3)]
    blocs = [illustration(rang) for rang in range(4)]
    une = fiche("thematique", "Une image", synthese=blocs[:1])
    huit = fiche(
        "thematique", "Huit images", synthese=blocs[:2], savoirs=blocs[2:], image=image("tête"), liens=liees
    )
    valider()
    seule = requetes_a_froid(client, une.url)
    assert seule <= BUDGET
    # Two more kinds of pictures, the head's and the cards': each is looked for, then written, once.
    assert requetes_a_froid(client, huit.url) <= min(seule + 6, BUDGET)


def test_une_image_illisible_ne_casse_pas_la_page(client):
    perdue = image("perdue")
    perdue.file.storage.delete(perdue.file.name)
    page = fiche("thematique", "Image perdue", image=perdue)
    valider()
    assert client.get(page.url).status_code == 200


def test_les_copies_servent_de_nouveau(django_assert_num_queries):
    lue, specs = image("relue"), ["width-500|format-webp"]
    renditions.preparer([lue], specs)
    Rendition.cache_backend.clear()
    with django_assert_num_queries(1):
        renditions.preparer([lue], specs)
    with django_assert_num_queries(0):
        renditions.preparer([lue], specs)
        lue.get_rendition(specs[0])
    assert Rendition.objects.filter(image=lue).count() == 1


@pytest.mark.parametrize("ou", ["racine", "accueil", "liste", "fiche"])
def test_une_restriction_vaut_a_tous_les_etages(client, ou):
    """The ancestors come from the path of the page: none is forgotten."""
    page = fiche("outil", "Réservée")
    valider()
    assert client.get(page.url).status_code == 200
    maison = accueil()
    etages = {"racine": maison.get_parent(), "accueil": maison, "liste": page.get_parent(), "fiche": page}
    PageViewRestriction.objects.create(page=etages[ou], restriction_type="login")
    assert client.get(page.url).status_code == 302


def test_une_fiche_depubliee_ne_se_sert_plus(client):
    page = fiche("outil", "Retirée")
    valider()
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert client.get(page.url).status_code == 404
