"""What the source page carries to its translations, and what an editor's stop keeps apart."""

import pytest
from wagtail_localize.models import Translation

from ressources.models import OutilPage
from ressources.tests.fabriques import fiche, fiche_en, pilier, public, publier, valider

pytestmark = pytest.mark.django_db


def paire(**champs):
    source = fiche(titre="Carnet", **champs)
    return source, fiche_en(source, "Notebook")


def relire(page) -> OutilPage:
    valider()
    return OutilPage.objects.get(pk=page.pk)


def test_les_classements_suivent():
    source, cible = paire()
    source.piliers, source.pilier_principal = [pilier("CDV"), pilier("AGE")], pilier("AGE")
    publier(source)
    apres = relire(cible)
    assert {p.code for p in apres.piliers.all()} == {"CDV", "AGE"}
    assert apres.piliers_ordonnes[0].code == "AGE"


def test_vider_un_classement_suit_aussi():
    source, cible = paire(publics=[public()])
    assert relire(cible).publics.count() == 1
    source.publics = []
    publier(source)
    assert relire(cible).publics.count() == 0


def test_une_modification_anglaise_garde_les_nouveaux_termes():
    source, cible = paire(publics=[public()])
    source.publics = [public("parents", "Parents", "Parents")]
    publier(source)
    brouillon = relire(cible).get_latest_revision_as_object()
    brouillon.title = "Field notebook"
    publier(brouillon)
    assert [p.code for p in relire(cible).publics.all()] == ["parents"]


def test_synchronisation_arretee():
    source, cible = paire(publics=[public()])
    Translation.objects.filter(source__object_id=source.translation_key).update(enabled=False)
    source.publics = []
    publier(source)
    source.unpublish()
    apres = relire(cible)
    assert apres.live and apres.publics.count() == 1


def test_la_traduction_ne_touche_pas_la_source():
    source, cible = paire(publics=[public()])
    cible.publics = []
    publier(cible)
    cible.unpublish()
    assert relire(source).live and relire(source).publics.count() == 1
