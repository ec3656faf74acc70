"""The headers of every kind of answer."""

import logging
import re

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from portail.partage.vignette import adresse_vignette
from portail.reponses.traces import SansTrace
from ressources.tests.fabriques import image, organisation

pytestmark = pytest.mark.django_db

ADRESSES = {
    "page": ("/fr/outils/carnet-de-terrain/", 200),
    "recherche": ("/fr/recherche/?q=carnet", 200),
    "api": ("/api/v1/recherche?q=carnet", 200),
    "introuvable": ("/fr/rien-ici/", 404),
    "redirection": ("/", 302),
    "plan": ("/sitemap.xml", 200),
    "santé": ("/sante/", 200),
    "administration": ("/admin/login/", 200),
    "document": ("/documents/999/rien.pdf", 404),
}


@pytest.mark.usefixtures("gabarits_de_wagtail")
@pytest.mark.parametrize(("adresse", "statut"), ADRESSES.values(), ids=ADRESSES)
def test_partout(client, petit_site, adresse, statut):
    reponse = client.get(adresse)
    assert reponse.status_code == statut
    permissions = reponse.get("Permissions-Policy", "")
    est_page = reponse["Content-Type"].startswith("text/html")
    assert all((f"{nom}=()" in permissions) is est_page for nom in ("camera", "geolocation", "microphone"))
    assert reponse["Cross-Origin-Resource-Policy"] == "same-origin"


def test_une_faute_de_notre_part(petit_site, monkeypatch):
    monkeypatch.setattr("portail.views.entrees", lambda request: 1 / 0)
    reponse = Client(raise_request_exception=False).get("/sitemap.xml")
    assert reponse.status_code == 500
    assert (
        reponse["Cross-Origin-Resource-Policy"] == "same-origin"
        and "camera=()" in reponse["Permissions-Policy"]
    )


def test_l_image_de_partage_se_montre_ailleurs(client, petit_site):
    reponse = client.get(adresse_vignette(petit_site["outil"]))
    assert reponse["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_une_image_se_garde_un_jour(client, petit_site, settings):
    rendition = image().get_rendition("fill-20x20")
    reponse = client.get(f"/media/{rendition.file.name}")
    assert reponse.status_code == 200
    assert reponse["Cache-Control"] == "public, max-age=86400"
    assert b"".join(reponse.streaming_content)
    for fermer in reponse._resource_closers:  # not close(): it would end the request, and PostgreSQL with it
        fermer()
    original = client.get(f"/media/{rendition.image.file.name}")
    assert original.status_code == 404


@pytest.mark.parametrize(
    ("adresse", "dit"),
    [
        ("/fr/ecrire/groupe-essai/", "Rien n’a été envoyé ni changé"),
        ("/en/write/groupe-essai/", "Nothing was sent or changed"),
    ],
)
def test_une_demande_mal_faite(client, petit_site, adresse, dit):
    """A body whose parts cannot be told, then one with too many fields."""
    organisation()
    reponse = client.generic("POST", adresse, b"--x", "multipart/form-data")
    assert (reponse.status_code, dit in reponse.content.decode()) == (400, True)
    assert client.post(adresse, {f"c{rang}": "1" for rang in range(10_001)}).status_code == 413


def test_un_hote_inconnu(client, petit_site, settings):
    settings.ALLOWED_HOSTS = ["portail.example"]
    reponse = client.get("/fr/", HTTP_HOST="ailleurs.example")
    assert reponse.status_code == 400
    page = reponse.content.decode()
    assert "n’est pas celle que nous connaissons" in page and "is not one that we know" in page
    assert "ailleurs.example" not in page


def test_le_journal_dit_sans_trace():
    def ligne(erreur: Exception) -> logging.LogRecord:
        return logging.LogRecord("x", logging.ERROR, "f", 1, "dit", (), (type(erreur), erreur, None))

    refus, faute = ligne(SuspiciousOperation("trop")), ligne(ValueError("à nous"))
    filtre = SansTrace()
    assert filtre.filter(refus) and filtre.filter(faute)
    assert refus.exc_info is None and faute.exc_info is not None


def test_un_envoi_sans_temoin_le_dit(petit_site):
    """The page of a password, sent without its cookie."""
    page = petit_site["seule"]
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="secret"
    )
    adresse = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    reponse = Client(enforce_csrf_checks=True).post(adresse, {"password": "secret", "return_url": page.url})
    assert reponse.status_code == 403
    assert "Votre envoi n’est pas passé" in reponse.content.decode()


def test_un_mauvais_mot_de_passe_le_dit(client, petit_site):
    page = petit_site["seule"]
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="secret"
    )
    adresse = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    html = client.post(adresse, {"password": "faux", "return_url": page.url}).content.decode()
    assert "Erreur" in re.search(r"<title>(.*?)</title>", html, re.S)[1]
    assert 'role="alert" tabindex="-1" autofocus' in html and 'aria-invalid="true"' in html
