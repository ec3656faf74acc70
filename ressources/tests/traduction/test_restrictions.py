"""A translation is never read by more people than its source, wherever each of them stands."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

from ressources.models.querysets import visibles
from ressources.tests.fabriques import (
    accueil,
    contenu,
    fiche,
    fiche_en,
    locale,
    repertoire,
    repertoire_en,
    valider,
)
from ressources.tests.instantanes import memorise
from ressources.traduction.chargement import traduire
from ressources.traduction.restrictions import aligner

pytestmark = pytest.mark.usefixtures("index")

CONNEXION = PageViewRestriction.LOGIN


@pytest.fixture
def paire():
    return _paire()


@memorise
def _paire():
    source = fiche(titre="Buanderie du quartier")
    cible = fiche_en(source, "Local laundry")
    reserve = contenu("Réservé")
    traduire(reserve, type(reserve)(title="Reserved", slug="reserved"), locale("en"))
    valider()
    return source, cible, reserve


def restreindre(page: Page, genre: str = CONNEXION, **champs) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=genre, **champs)
    valider()
    return restriction


def est_visible(page: Page) -> bool:
    return visibles(Page.objects.filter(pk=page.pk)).exists()


def deplacer(page: Page, vers: Page) -> None:
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=vers.pk), pos="last-child")
    valider()


def anglaise(client, page: Page) -> int:
    return client.get(page.url).status_code


def test_deplacer_la_source_sous_une_section_restreinte(paire, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    source, cible, reserve = paire
    Page.objects.filter(pk=reserve.pk).update(slug="reserve")
    restreindre(repertoire("initiative"))
    assert est_visible(cible) and anglaise(client, cible) == 200
    deplacer(source, repertoire("initiative"))
    assert not est_visible(source)
    assert not est_visible(cible), "its section in English is public: it must ask by itself"
    assert anglaise(client, cible) == 302
    deplacer(source, repertoire("outil"))
    assert est_visible(source) and est_visible(cible)


def test_restreindre_la_section_qui_tient_la_source(paire):
    """The English list is no translation of that section: the sheet alone can ask."""
    source, cible, _reserve = paire
    deplacer(source, repertoire("initiative"))
    restriction = restreindre(repertoire("initiative"))
    assert not est_visible(cible)
    restriction.delete()
    valider()
    assert est_visible(cible)


def test_la_section_traduite_suffit(paire):
    """Nothing is asked twice: the list's own restriction is copied to its translation, the sheets beneath need none."""
    _source, cible, _reserve = paire
    restreindre(repertoire("outil"))
    assert not est_visible(cible)
    assert not cible.view_restrictions.exists()
    assert repertoire_en("outil").view_restrictions.count() == 1


def test_sortir_la_traduction_de_sa_section_restreinte(paire):
    _source, cible, _reserve = paire
    restreindre(repertoire("outil"))
    deplacer(cible, repertoire_en("initiative"))
    assert not est_visible(cible)


def test_deplacer_la_section_traduite(paire):
    """A translated section that moves takes its pages out of what protected them."""
    _source, cible, _reserve = paire
    restreindre(accueil())
    assert not est_visible(cible)
    deplacer(repertoire_en("outil"), repertoire_en("initiative"))
    assert not est_visible(cible)


def test_mot_de_passe_et_groupes(paire):
    source, cible, _reserve = paire
    restriction = restreindre(source, PageViewRestriction.PASSWORD, password="secret")
    assert cible.view_restrictions.get().password == "secret"
    restriction.password = "autre"
    restriction.save()
    valider()
    assert cible.view_restrictions.get().password == "autre"
    restriction.delete()
    restriction = restreindre(source, PageViewRestriction.GROUPS)
    groupe = Group.objects.create(name="Membres")
    restriction.groups.add(groupe)
    valider()
    assert list(cible.view_restrictions.get().groups.all()) == [groupe]


def test_publier_la_traduction_ne_la_rouvre_pas(paire):
    """wagtail-localize copies the source's own restrictions only: it would take away those of its section."""
    source, cible, _reserve = paire
    deplacer(source, repertoire("initiative"))
    restreindre(repertoire("initiative"))
    traduction = Translation.objects.get(source__object_id=source.translation_key)
    traduction.save_target(publish=True)
    valider()
    assert not est_visible(cible)


def test_une_traduction_faite_plus_tard(paire):
    repertoire_en("initiative")
    restreindre(repertoire("initiative"))
    source = fiche(titre="Pouponnière")
    deplacer(source, repertoire("initiative"))
    source = type(source).objects.get(pk=source.pk)
    cible = fiche_en(source, "Nursery")
    valider()
    assert not est_visible(cible)


def test_une_traduction_que_l_on_ne_suit_plus_reste_a_l_editeur(paire):
    source, cible, _reserve = paire
    Translation.objects.filter(source__object_id=source.translation_key).update(enabled=False)
    restreindre(source)
    assert est_visible(cible)
    suivie = Translation.objects.get(source__object_id=source.translation_key)
    suivie.enabled = True
    suivie.save()
    valider()
    assert not est_visible(cible), "followed again, it is aligned at once"


def test_sans_restriction_rien_ne_coute(paire, django_assert_num_queries):
    source, _cible, _reserve = paire
    with django_assert_num_queries(1):
        aligner(source)
