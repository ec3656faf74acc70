"""The bilingual labels given to the search."""

import pytest

from recherche.aide import revisions
from ressources.indexation.libelles import libelles_bilingues
from ressources.models import PublicCible

pytestmark = pytest.mark.django_db


def test_libelles_bilingues(django_assert_num_queries):
    PublicCible.objects.create(code="p", nom_fr="Pères", nom_en="Fathers")
    PublicCible.objects.create(code="t", nom_fr="Tout-petits (0 à 5 ans)", nom_en="Young children (0 to 5)")
    PublicCible.objects.create(code="s", nom_fr="Seulement ici", nom_en="")
    PublicCible.objects.create(code="g", nom_fr="Guide", nom_en="Guide")
    with django_assert_num_queries(1):
        trouves = libelles_bilingues()
    assert trouves == [{"fr": "Pères", "en": "Fathers"}, {"fr": "Tout-petits", "en": "Young children"}]


def test_un_terme_modifie_le_dit():
    terme = PublicCible.objects.create(code="p", nom_fr="Pères", nom_en="Fathers")
    avant = revisions.lire()[revisions.LIBELLES]
    terme.nom_fr = "Papas"
    terme.save()
    apres = revisions.lire()[revisions.LIBELLES]
    assert apres != avant
    terme.delete()
    assert revisions.lire()[revisions.LIBELLES] != apres
