"""What visitors download: Brotli for those who take it and send no cookie, gzip for the others."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.template.loader import get_template
from django.test import RequestFactory

from portail.reponses.compression import Compression, accepte_brotli
from portail.reponses.statiques import Compresseur

TEXTE = b"des savoirs qui circulent " * 40


def repondre(reponse=None, **entetes):
    requete = RequestFactory().get("/", headers={"Accept-Encoding": "gzip, deflate, br"} | entetes)
    return Compression(lambda _requete: reponse or HttpResponse(TEXTE))(requete)


def test_brotli_sans_temoin():
    reponse = repondre(HttpResponse(TEXTE, headers={"ETag": '"a"'}))
    assert reponse["Content-Encoding"] == "br" and reponse["Vary"] == "Accept-Encoding"
    assert brotli.decompress(reponse.content) == TEXTE
    assert int(reponse["Content-Length"]) == len(reponse.content) and reponse["ETag"] == 'W/"a"'


def test_gzip_pour_qui_a_un_temoin():
    """Who is signed in gets gzip, padded at random: the size of a page does not tell its secrets."""
    reponse = repondre(Cookie="sessionid=a")
    assert reponse["Content-Encoding"] == "gzip" and gzip.decompress(reponse.content) == TEXTE
    avec_temoin = HttpResponse(TEXTE)
    avec_temoin.set_cookie("csrftoken", "secret")
    assert repondre(avec_temoin)["Content-Encoding"] == "gzip"


def test_gzip_sans_brotli_et_rien_de_trop():
    assert repondre(**{"Accept-Encoding": "gzip"})["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in repondre(HttpResponse(b"court"))
    assert repondre(HttpResponse(TEXTE, headers={"Content-Encoding": "zstd"}))["Content-Encoding"] == "zstd"
    assert repondre(StreamingHttpResponse([TEXTE]))["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("entete", "attendu"),
    [
        ("br", True),
        ("gzip, br;q=0.5", True),
        ("gzip, br;q=1.0, *", True),
        ("gzip, br;q=0", False),
        ("br; q=0.000, gzip", False),
        ("brotli, gzip", False),
        ("", False),
    ],
)
def test_accepte_brotli(entete, attendu):
    requete = RequestFactory().get("/", headers={"Accept-Encoding": entete})
    assert accepte_brotli(requete) is attendu


def test_seuls_nos_statiques_ont_brotli(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STATIC_ROOT", str(tmp_path))
    for dossier in ("portail", "wagtailadmin"):
        (tmp_path / dossier).mkdir()
        (tmp_path / dossier / "essai.css").write_bytes(TEXTE)
        Compresseur(quiet=True).compress(str(tmp_path / dossier / "essai.css"))
    assert {f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*.br")} == {"portail/essai.css.br"}
    assert len(list(tmp_path.rglob("*.gz"))) == 2


def test_les_gabarits_se_lisent_sans_indentation():
    """Fewer bytes; and what would show it, preformatted text, stays out of our templates."""
    dossier = Path(settings.TEMPLATES[0]["DIRS"][0])
    gabarits = [fichier.read_text() for fichier in dossier.rglob("*.html")]
    assert len(gabarits) > 50
    assert not any("<pre" in gabarit or "<textarea" in gabarit for gabarit in gabarits)
    assert "\n " in (dossier / "base.html").read_text()
    assert "\n " not in get_template("base.html").template.source
