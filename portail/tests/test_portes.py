"""Nobody publishes by a side door: each role on each action that changes what visitors read, through the real views."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from portail.roles import ADMINISTRATION, MODERATION, REDACTION
from portail.tests.test_roles import membre
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
from ressources.tests.instantanes import memorise

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail", "index")]

ROLES = [(REDACTION, False), (MODERATION, True), (ADMINISTRATION, True)]


@pytest.fixture
def site(settings):
    settings.ALLOWED_HOSTS = ["*"]
    return _site()


@memorise
def _site():
    accueil_en(), repertoire_en("outil")
    traduite = fiche(titre="Buanderie du quartier")
    cible = fiche_en(traduite, "Local laundry")
    return {"source": traduite, "cible": cible, "seule": fiche(titre="Marelle")}


def relire(page: Page) -> Page:
    valider()
    return Page.objects.get(pk=page.pk).specific


def en_ligne(client, page: Page) -> str:
    """What a visitor reads."""
    client.logout()
    reponse = client.get(page.url)
    return reponse.content.decode() if reponse.status_code == 200 else ""


def traduire(client, page: Page, **plus):
    return client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [locale("en").pk]} | plus,
    )


@pytest.mark.parametrize(("role", "publie"), [*ROLES, ("superuser", True)])
def test_une_traduction_neuve_est_un_brouillon(client, admin_user, site, role, publie):
    client.force_login(admin_user if role == "superuser" else membre(role))
    assert traduire(client, site["seule"]).status_code == 302
    cible = site["seule"].get_translation(locale("en"))
    assert not relire(cible).live
    assert en_ligne(client, cible) == ""


@pytest.mark.parametrize(("role", "publie"), ROLES)
def test_synchroniser_en_publiant(client, site, role, publie):
    source = relire(site["source"])
    source.resume = "Un tout nouveau résumé."
    source.save_revision().publish()
    valider()
    client.force_login(membre(role))
    adresse = reverse(
        "wagtail_localize:update_translations",
        args=[TranslationSource.objects.get(object_id=source.translation_key).pk],
    )
    assert ("publish_translations" in client.get(adresse).content.decode()) is True
    assert client.post(adresse, {"publish_translations": "on"}).status_code == 302
    valider()
    assert ("Un tout nouveau résumé" in en_ligne(client, site["cible"])) is publie


@pytest.mark.parametrize(("role", "publie"), ROLES)
def test_publier_depuis_l_ecran_de_traduction(client, site, role, publie):
    traduction = Translation.objects.get(source__object_id=site["source"].translation_key)
    segment = StringTranslation.objects.get(locale=locale("en"), data="Local laundry")
    client.force_login(membre(role))
    adresse = reverse("wagtailadmin_pages:edit", args=[site["cible"].pk])
    segment.data = "Neighbourhood laundry"
    segment.save()
    assert client.get(adresse).status_code == 200
    reponse = client.post(adresse, {"action": "publish"})
    assert reponse.status_code == 302
    valider()
    assert traduction.enabled
    assert ("Neighbourhood laundry" in en_ligne(client, site["cible"])) is publie


@pytest.mark.parametrize(("role", "publie"), ROLES)
def test_convertir_en_alias(client, site, role, publie):
    client.force_login(membre(role))
    client.post(reverse("wagtail_localize:convert_to_alias", args=[site["cible"].pk]))
    assert (relire(site["cible"]).alias_of_id is not None) is publie


def test_un_alias_mene_a_l_original(client, admin_client, site):
    admin_client.post(reverse("wagtail_localize:convert_to_alias", args=[site["cible"].pk]))
    reponse = client.get(relire(site["cible"]).url)
    assert (reponse.status_code, reponse["Location"]) == (302, site["source"].url)


@pytest.mark.parametrize("role", [REDACTION, ADMINISTRATION])
def test_sans_parent_traduit_pas_de_traduction(client, site, role):
    dessus = contenu("Dessus")
    dessous = type(dessus)(title="Dessous", slug="dessous", locale=locale("fr"))
    dessus.add_child(instance=dessous)
    client.force_login(membre(role))
    reponse = traduire(client, dessous)
    assert reponse.status_code == 200
    assert "Traduisez d’abord la page qui contient celle-ci" in reponse.content.decode()
    assert not Page.objects.filter(locale=locale("en"), alias_of__isnull=False).exists()
    assert traduire(client, dessus, include_subtree="on").status_code == 302
    valider()
    assert not relire(dessous.get_translation(locale("en"))).live


@pytest.mark.parametrize(("role", "publie"), ROLES)
def test_une_section_n_ecrase_pas_ce_qui_est_en_ligne(client, site, role, publie):
    """A translation that nobody follows any more, under a list that is translated anew."""
    Translation.objects.filter(source__object_id=site["source"].translation_key).update(enabled=False)
    liste = repertoire("outil")
    site["cible"].move(accueil_en(), pos="last-child")
    repertoire_en("outil").delete()
    StringTranslation.objects.filter(data="Local laundry").update(data="Changed by hand")
    client.force_login(membre(role))
    reponse = traduire(client, liste, include_subtree="on")
    valider()
    assert reponse.status_code == (302 if publie else 200)
    if not publie:
        assert "il faut le droit de publier" in reponse.content.decode()
        assert relire(site["cible"]).title == "Local laundry"


ACTIONS = {
    "publier": lambda page: (reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action-publish": "1"}),
    "dépublier": lambda page: (reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {}),
    "publier en lot": lambda page: (f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/", {}),
    "dépublier en lot": lambda page: (
        f"/admin/bulk/wagtailcore/page/unpublish/?id={page.pk}&next=/admin/",
        {},
    ),
    "supprimer": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.pk]), {}),
    "supprimer en lot": lambda page: (f"/admin/bulk/wagtailcore/page/delete/?id={page.pk}&next=/admin/", {}),
}


@pytest.mark.parametrize(("role", "publie"), ROLES)
@pytest.mark.parametrize("action", [nom for nom in ACTIONS if nom != "publier"])
def test_portes_de_wagtail(client, site, role, publie, action):
    client.force_login(membre(role))
    adresse, donnees = ACTIONS[action](site["seule"])
    if action == "publier en lot":
        site["seule"].unpublish()
    client.post(adresse, donnees)
    valider()
    attendu_vivant = (action == "publier en lot") is publie
    page = Page.objects.filter(pk=site["seule"].pk).first()
    assert (page is not None and page.live) is attendu_vivant


@pytest.mark.parametrize(("role", "publie"), ROLES)
def test_copier_en_publiant(client, site, role, publie):
    client.force_login(membre(role))
    donnees = {
        "new_title": "Copie",
        "new_slug": "copie",
        "new_parent_page": repertoire("outil").pk,
        "publish_copies": "on",
    }
    client.post(reverse("wagtailadmin_pages:copy", args=[site["seule"].pk]), donnees)
    copie = Page.objects.get(slug="copie", locale=locale("fr"))
    assert copie.live is publie
