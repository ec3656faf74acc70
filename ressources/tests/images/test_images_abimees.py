"""Nothing that stands on the disk brings a page down, and an upload says what is wrong."""

import json
from io import BytesIO
from pathlib import Path

import PIL.Image
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ressources.models import ImagePortail
from ressources.tests.fabriques import accueil, fiche, image, repertoire

pytestmark = [pytest.mark.usefixtures("index", "gabarits_de_wagtail")]


def _ecrite(image: PIL.Image.Image, genre: str) -> bytes:
    tampon = BytesIO()
    image.save(tampon, genre)
    return tampon.getvalue()


def _photo() -> bytes:
    return _ecrite(PIL.Image.effect_noise((400, 300), 80), "JPEG")


CAS = {
    "vide": lambda: b"",
    "texte": lambda: b"bonjour",
    "jpeg-tronque": lambda: _photo()[:3000],
    "jpeg-presque-entier": lambda: _photo()[:-2000],
    "png-coupe": lambda: _ecrite(PIL.Image.new("1", (300, 300)), "PNG")[:60],
    "bombe": lambda: _ecrite(PIL.Image.new("1", (20_000, 20_000)), "PNG"),
    "autre-genre": lambda: b"GIF89a" + b"\0" * 30,
}
NOMS = {"jpeg-tronque": "a.jpg", "jpeg-presque-entier": "a.jpg"}


@pytest.fixture(params=[*CAS, "absent"])
def page(request, settings):
    """A sheet whose picture is not one any more."""
    settings.ALLOWED_HOSTS = ["*"]
    tete = image("tete")
    if request.param == "absent":
        tete.file.storage.delete(tete.file.name)
    else:
        Path(tete.file.path).write_bytes(CAS[request.param]())
    corps = [
        {"type": "illustration", "value": {"image": tete.pk, "texte_alternatif": "Un dessin", "legende": ""}}
    ]
    return fiche("outil", "Une fiche", image=tete, image_alt="Tête", corps=json.dumps(corps))


def test_les_pages_s_en_passent(client, page):
    autre = fiche("outil", "Une autre", liens=[page])
    for adresse in (page.url, autre.url, accueil().url, repertoire("outil").url):
        reponse = client.get(adresse)
        assert reponse.status_code == 200
        assert "not-found" not in reponse.content.decode(), "the quilt takes the place of the picture"


def test_l_admin_aussi(admin_client, page):
    adresses = ["/admin/images/", f"/admin/images/{page.image_id}/", f"/admin/pages/{page.pk}/edit/"]
    for adresse in [*adresses, "/admin/images/chooser/"]:
        assert admin_client.get(adresse).status_code == 200


@pytest.mark.parametrize("cas", CAS)
@pytest.mark.parametrize("adresse", ["/admin/images/add/", "/admin/images/multiple/add/"])
def test_un_televersement_dit_ce_qui_ne_va_pas(admin_client, adresse, cas):
    fichier = SimpleUploadedFile(NOMS.get(cas, "a.png"), CAS[cas]())
    donnees = {"title": "x", "collection": "1", "consentement": "sans-objet"}
    donnees |= {"files[]": fichier} if "multiple" in adresse else {"file": fichier}
    reponse = admin_client.post(adresse, donnees, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    texte = reponse.content.decode()
    assert reponse.status_code == 200
    assert '"success": false' in texte or "error-message" in texte
    assert not ImagePortail.objects.exists()


def test_une_image_saine_passe(admin_client):
    donnees = {"title": "x", "collection": "1", "consentement": "sans-objet", "description": ""}
    fichier = SimpleUploadedFile("a.jpg", _photo())
    assert admin_client.post("/admin/images/add/", donnees | {"file": fichier}).status_code == 302
    assert ImagePortail.objects.get().width == 400
