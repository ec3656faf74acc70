"""The code of a sheet: one a source, shared by its translations only, new in a copy."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction

from recherche.models import TOUT, EvenementIndexation
from ressources.indexation.facettes import valeurs
from ressources.models import Fiche, OutilPage
from ressources.models.codes import libre
from ressources.tests.fabriques import (
    fiche,
    fiche_en,
    locale,
    publier,
    repertoire,
    repertoire_en,
    valider,
)

pytestmark = pytest.mark.django_db


def codes() -> list[str]:
    return sorted(Fiche.objects.values_list("code", flat=True))


@pytest.mark.parametrize("revisions", [True, False])
@pytest.mark.parametrize("en_ligne", [True, False])
def test_une_copie_a_son_code(revisions, en_ligne):
    source = fiche(titre="Carnet")
    copie = source.copy(update_attrs={"slug": "copie"}, copy_revisions=revisions, keep_live=en_ligne)
    assert codes() == ["carnet", "carnet-2"]
    publier(copie.get_latest_revision_as_object())
    assert Fiche.objects.get(pk=copie.pk).code == "carnet-2"
    assert copie.get_latest_revision().as_object().code == "carnet-2"


def test_deux_thematiques_sont_deux_valeurs_de_facette():
    source = fiche("thematique", "Relayer")
    source.copy(update_attrs={"slug": "relayer-ailleurs"}, keep_live=True)
    assert sorted(v.code for v in valeurs("fr")["theme"]) == ["relayer", "relayer-2"]


def test_une_branche_copiee_a_ses_codes():
    for titre in ("Carnet", "Affiche"):
        fiche(titre=titre)
    repertoire("outil").copy(recursive=True, update_attrs={"slug": "outils-bis", "title": "Outils bis"})
    assert codes() == ["affiche", "affiche-2", "carnet", "carnet-2"]


def test_les_deux_langues_copiees_ensemble_partagent_le_nouveau_code():
    source = fiche(titre="Carnet")
    fiche_en(source, "Notebook")
    copie = source.copy(update_attrs={"slug": "copie"}, keep_live=True)
    anglaise = copie.copy_for_translation(locale("en"))
    assert Fiche.objects.get(pk=anglaise.pk).code == "carnet-2"


def test_une_traduction_garde_le_code():
    source = fiche(titre="Carnet")
    assert fiche_en(source, "Notebook").code == "carnet"
    repertoire_en("initiative")
    autre = fiche("initiative", "Halte")
    assert autre.copy_for_translation(locale("en")).code == "halte"
    assert autre.code == "halte"


def test_une_copie_sous_l_autre_langue_a_son_code():
    source = fiche(titre="Carnet")
    copie = source.copy(to=repertoire_en("outil"), update_attrs={"slug": "copie"})
    assert (source.code, Fiche.objects.get(pk=copie.pk).code) == ("carnet", "carnet-2")


def test_une_adresse_reprise_ne_donne_pas_le_code():
    ancienne = fiche(titre="Carnet")
    ancienne.slug = "autre"
    publier(ancienne)
    assert [fiche(titre="Carnet").code, Fiche.objects.get(pk=ancienne.pk).code] == ["carnet-2", "carnet"]


def test_la_meme_adresse_sous_deux_listes():
    assert [fiche("outil", "Relais").code, fiche("thematique", "Relais").code] == ["relais", "relais-2"]


def test_un_code_donne_par_un_programme_reste_unique():
    assert [fiche(titre="Un", code="un").code, fiche(titre="Deux", code="un").code] == ["un", "un-2"]


def test_une_revision_ancienne_ne_change_pas_le_code():
    page = fiche(titre="Carnet")
    ancienne = page.latest_revision
    Fiche.objects.filter(pk=page.pk).update(code="donne-depuis")
    page = OutilPage.objects.get(pk=page.pk)
    ancienne.refresh_from_db()
    ancienne.publish()
    assert Fiche.objects.get(pk=page.pk).code == "donne-depuis"


def test_un_alias_prend_un_code_en_devenant_une_page():
    source = fiche(titre="Carnet")
    alias = source.create_alias(update_slug="ailleurs")
    assert alias.code == "carnet"
    ConvertAliasPageAction(alias).execute()
    assert codes() == ["carnet", "carnet-2"]


def test_copier_dans_l_admin(admin_client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    source = fiche(titre="Carnet")
    fiche_en(source, "Notebook")
    donnees = {
        "new_title": "Carnet, la suite",
        "new_slug": "carnet-suite",
        "new_parent_page": str(repertoire("outil").pk),
        "publish_copies": "on",
        "copy_subpages": "",
    }
    reponse = admin_client.post(reverse("wagtailadmin_pages:copy", args=[source.pk]), donnees)
    assert reponse.status_code == 302
    valider()
    assert codes() == ["carnet", "carnet", "carnet-2"]


def test_un_code_long_reste_dans_sa_longueur():
    assert libre("a" * 100, {"a" * 100, "a" * 98 + "-2"}) == "a" * 98 + "-3"
    assert libre("", {""}) == ""


def test_la_reprise_separe_ce_qui_etait_confondu():
    source, jumelle = fiche(titre="Carnet"), fiche(titre="Carnet bis")
    fiche_en(source, "Notebook"), fiche_en(jumelle, "Notebook too")
    fiche(titre="Carnet 2")
    Fiche.objects.filter(translation_key=jumelle.translation_key).update(code="carnet")
    EvenementIndexation.objects.all().delete()
    import_module("ressources.migrations.0002_codes_uniques").separer(apps, None)
    assert codes() == ["carnet", "carnet", "carnet-2", "carnet-3", "carnet-3"]
    assert Fiche.objects.get(pk=source.pk).code == "carnet"
    assert EvenementIndexation.objects.filter(cle=TOUT).exists()


def test_la_reprise_ne_touche_pas_ce_qui_va():
    fiche_en(fiche(titre="Carnet"), "Notebook")
    EvenementIndexation.objects.all().delete()
    import_module("ressources.migrations.0002_codes_uniques").separer(apps, None)
    assert codes() == ["carnet", "carnet"] and not EvenementIndexation.objects.exists()
