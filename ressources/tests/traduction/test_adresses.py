"""The English address stays when the French one changes and the translation is synchronised."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationSource

from ressources.models import OutilPage
from ressources.tests.fabriques import fiche, fiche_en, locale, publier, repertoire_en, valider
from ressources.traduction.chargement import traduire

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


def renommer(page: OutilPage, adresse: str) -> OutilPage:
    page = OutilPage.objects.get(pk=page.pk)
    page.slug = adresse
    publier(page)
    valider()
    return page


def synchroniser(page: OutilPage, publie: bool = True) -> None:
    source = TranslationSource.objects.get(object_id=page.translation_key, locale=page.locale)
    source.update_from_db()
    for traduction in source.translations.all():
        traduction.save_target(publish=publie)
    valider()


def adresse(page: OutilPage) -> str:
    return OutilPage.objects.get(pk=page.pk).slug


@pytest.mark.parametrize("publie", [True, False])
def test_l_adresse_anglaise_reste(publie):
    source = fiche(titre="Carnet")
    cible = fiche_en(source, "Notebook")
    for nouvelle in ("calepin", "cahier", "carnet"):
        synchroniser(renommer(source, nouvelle), publie)
        assert adresse(cible) == "notebook"
    assert OutilPage.objects.get(pk=cible.pk).get_latest_revision_as_object().slug == "notebook"


def test_dans_l_admin(admin_client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    source = fiche(titre="Carnet")
    cible = fiche_en(source, "Notebook")
    renommer(source, "calepin")
    suivie = TranslationSource.objects.get(object_id=source.translation_key)
    synchro = reverse("wagtail_localize:update_translations", args=[suivie.pk])
    assert admin_client.post(synchro, {"publish_translations": "on"}).status_code == 302
    valider()
    assert adresse(cible) == "notebook"


def test_une_adresse_jamais_traduite_reste_aussi():
    source = fiche(titre="Carnet")
    repertoire_en("outil")
    jumelle = OutilPage.objects.get(pk=source.pk)
    cible = traduire(source, jumelle, locale("en")).cible
    StringTranslation.objects.filter(context__path="slug").delete()
    synchroniser(renommer(source, "calepin"))
    assert adresse(cible) == "carnet"


def test_qui_traduit_change_l_adresse_apres_comme_avant():
    source = fiche(titre="Carnet")
    cible = fiche_en(source, "Notebook")
    synchroniser(renommer(source, "calepin"))
    traduite = StringTranslation.objects.get(context__path="slug", translation_of__data="calepin")
    assert (traduite.data, traduite.tool_name) == ("notebook", "chargement")
    traduite.data = "pocket-book"
    traduite.save()
    synchroniser(source)
    assert adresse(cible) == "pocket-book"
    synchroniser(renommer(source, "carnet"))
    assert adresse(cible) == "pocket-book"


def test_le_chargeur_donne_les_deux_adresses():
    source = fiche(titre="Carnet")
    cible = fiche_en(source, "Notebook")
    source = renommer(source, "calepin")
    jumelle = OutilPage.objects.get(pk=source.pk)
    jumelle.slug = "jotter"
    traduire(source, jumelle, locale("en"))
    assert adresse(cible) == "jotter"
