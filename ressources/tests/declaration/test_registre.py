"""The types of pages: what each one declares reaches all that lists types."""

from dataclasses import replace

import pytest
from django.apps import apps
from wagtail.models import Page

from recherche.registre import registre as registre_recherche
from ressources import checks
from ressources.declaration import (
    TypePage,
    fiche_de,
    fiches,
    genres,
    indexations,
    libelle,
    registre,
    type_de,
    types,
)
from ressources.models import Fiche, RepertoirePage
from ressources.models.page_portail import PagePortail


@pytest.fixture
def a_part(monkeypatch):
    """Declarations that a test may change."""
    monkeypatch.setattr(registre, "_types", dict(registre._types))


def test_toutes_nos_pages_sont_declarees():
    pages = {m for m in apps.get_models() if issubclass(m, PagePortail)} - {Fiche}
    assert {declare.modele for declare in types()} == pages


def test_les_types_de_fiches_sont_ceux_des_modeles():
    assert {declare.modele for declare in fiches()} == set(Fiche.__subclasses__())
    for declare in fiches():
        assert declare.nom == f"{declare.genre.code}page", "the code is read off the content type"
        assert set(declare.ordre_liees) <= {autre.genre.code for autre in fiches()}
        for champ in filter(None, [declare.porteur, *(p.champ for p in declare.facettes), *declare.carte]):
            assert declare.modele._meta.get_field(champ)


def test_la_recherche_connait_ce_qui_est_declare():
    connu = registre_recherche()
    assert list(connu.genres) == [genre.code for genre in genres()]
    assert connu.sources == [indexation.source for indexation in indexations()]
    assert {"outil", "action"} <= set(connu.codes_facettes)


def test_une_liste_propose_et_accueille_les_types_de_fiches():
    assert [code for code, _nom in RepertoirePage._meta.get_field("genre").choices] == [
        declare.genre.code for declare in fiches()
    ]
    assert RepertoirePage.allowed_subpage_models() == [declare.modele for declare in fiches()]


@pytest.mark.django_db
def test_une_page_que_personne_n_a_declaree_repond(rf):
    assert type_de(Page).contexte(Page(), rf.get("/")) == {}


def test_codes():
    assert libelle("outil") == "Outil"
    with pytest.raises(KeyError):
        fiche_de("rien")


def test_un_modele_oublie_est_signale(a_part):
    assert checks.verifier_types() == []
    del registre._types[RepertoirePage]
    (message,) = checks.verifier_types()
    assert message.id == "ressources.E001" and message.hint
    assert "RepertoirePage" in message.msg


def test_deux_genres_de_meme_code_sont_signales(a_part):
    assert checks.verifier_codes() == []
    double = replace(fiche_de("outil").genre, libelle="Autre outil")
    registre.declarer(TypePage(modele=Page, genre=double))
    (message,) = checks.verifier_codes()
    assert message.id == "ressources.E002" and message.hint
