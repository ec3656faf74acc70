"""What the settings promise: production refuses to start bare, a secret is kept, policies go by audience."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from portail.settings.csp import POLITIQUE_ADMIN, POLITIQUE_PUBLIQUE
from portail.settings.secret import secret_local
from ressources.tests.fabriques import accueil

RACINE = Path(__file__).resolve().parents[3]
COMPLET = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "portail.example",
    "SITE_URL": "https://portail.example",
}
LIRE = """
import importlib, json, sys
reglages = importlib.import_module(sys.argv[1])
print(json.dumps({nom: getattr(reglages, nom, None) for nom in sys.argv[2:]}, default=str))
"""


def lire(module: str, noms: list[str], **milieu: str) -> subprocess.CompletedProcess:
    """Reads settings in a process of its own, whose environment holds only `milieu`."""
    commande = [sys.executable, "-c", LIRE, f"portail.settings.{module}", *noms]
    environnement = {"PATH": os.environ["PATH"], **milieu}
    return subprocess.run(commande, cwd=RACINE, env=environnement, capture_output=True, text=True)


@pytest.mark.parametrize("absente", COMPLET)
def test_production_refuses_to_start_without_its_secrets(absente, tmp_path):
    milieu = {nom: valeur for nom, valeur in COMPLET.items() if nom != absente}
    resultat = lire("production", ["DEBUG"], DOSSIER_VAR=str(tmp_path), **milieu)
    assert resultat.returncode != 0
    assert f"Set the {absente} environment variable" in resultat.stderr


def test_production_is_https_only(tmp_path):
    noms = ["DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SERVIR_MEDIAS"]
    resultat = lire("production", noms, DOSSIER_VAR=str(tmp_path), **COMPLET)
    assert json.loads(resultat.stdout) == dict(zip(noms, [False, True, True, True, False], strict=True))


@pytest.mark.parametrize(("valeur", "attendu"), [("", None), ("true", ["HTTP_X_FORWARDED_PROTO", "https"])])
def test_the_proxy_header_is_believed_only_when_asked(valeur, attendu, tmp_path):
    milieu = COMPLET | ({"DERRIERE_MANDATAIRE": valeur} if valeur else {})
    resultat = lire("production", ["SECURE_PROXY_SSL_HEADER"], DOSSIER_VAR=str(tmp_path), **milieu)
    assert json.loads(resultat.stdout)["SECURE_PROXY_SSL_HEADER"] == attendu


def test_the_local_secret_is_drawn_once(tmp_path):
    premier = lire("local", ["SECRET_KEY", "DEBUG"], DOSSIER_VAR=str(tmp_path))
    second = lire("local", ["SECRET_KEY"], DOSSIER_VAR=str(tmp_path))
    cle = json.loads(premier.stdout)["SECRET_KEY"]
    assert len(cle) >= 50
    assert cle == json.loads(second.stdout)["SECRET_KEY"]
    assert json.loads(premier.stdout)["DEBUG"] is False


def test_the_local_secret_is_read_by_its_owner_only(tmp_path):
    fichier = tmp_path / "nouveau" / "secret"
    cle = secret_local(fichier)
    assert stat.S_IMODE(fichier.stat().st_mode) == 0o600
    assert fichier.read_text() == cle


def test_two_installations_have_two_secrets(tmp_path):
    assert secret_local(tmp_path / "un") != secret_local(tmp_path / "deux")


def politique(reponse) -> dict[str, set[str]]:
    """The Content-Security-Policy of a response, by directive."""
    directives = (d.strip().split(" ") for d in reponse["Content-Security-Policy"].split(";"))
    return {nom: set(valeurs) for nom, *valeurs in directives if nom}


@pytest.mark.django_db
class TestPolitiques:
    def test_public_pages_run_no_inline_code(self, client):
        accueil()
        directives = politique(client.get("/fr/"))
        assert directives == {nom: set(valeurs) for nom, valeurs in POLITIQUE_PUBLIQUE.items()}
        assert directives["default-src"] == {"'none'"}
        assert not [
            nom for nom, valeurs in directives.items() if valeurs & {"'unsafe-inline'", "'unsafe-eval'", "*"}
        ]

    def test_not_found_pages_are_as_strict(self, client):
        accueil()
        reponse = client.get("/fr/n-existe-pas/")
        assert reponse.status_code == 404
        assert politique(reponse)["script-src"] == {"'self'"}

    @pytest.mark.ignore_template_errors  # Wagtail's own templates
    def test_the_admin_may_run_its_own_inline_code(self, admin_client):
        accueil()
        directives = politique(admin_client.get("/admin/"))
        assert directives == {nom: set(valeurs) for nom, valeurs in POLITIQUE_ADMIN.items()}

    @pytest.mark.ignore_template_errors  # Wagtail's own templates
    def test_an_editor_who_reads_the_site_sees_the_user_bar(self, admin_client):
        accueil()
        assert "'unsafe-inline'" in politique(admin_client.get("/fr/"))["script-src"]

    @pytest.mark.parametrize("cookie", ["", "faux"])
    def test_a_made_up_session_opens_nothing(self, client, cookie):
        accueil()
        client.cookies[settings.SESSION_COOKIE_NAME] = cookie
        assert politique(client.get("/fr/"))["script-src"] == {"'self'"}

    @pytest.mark.parametrize(
        "adresse", ["/", "/fr/", "/en/", "/fr/recherche/?q=famille", "/en/search/?q=family", "/fr/inconnue/"]
    )
    def test_a_visitor_gets_no_cookie(self, client, adresse):
        accueil()
        reponse = client.get(adresse)
        assert not reponse.cookies
        if reponse.status_code == 200:  # shared caches may keep the page
            assert "Cookie" not in reponse.get("Vary", "")


@pytest.mark.parametrize(
    ("milieu", "attendu"),
    [
        ({}, "recherche.moteurs.embarque.MoteurEmbarque"),
        ({"RECHERCHE_URL": "", "RECHERCHE_MOTEUR": ""}, "recherche.moteurs.embarque.MoteurEmbarque"),
        ({"RECHERCHE_URL": "http://h/p"}, "recherche.moteurs.elasticsearch.MoteurElasticsearch"),
        ({"RECHERCHE_URL": "http://h/p", "RECHERCHE_MOTEUR": "un.autre"}, "un.autre"),
    ],
)
def test_the_address_of_a_cluster_chooses_the_engine(milieu, attendu, tmp_path):
    resultat = lire("test", ["RECHERCHE_MOTEUR"], DOSSIER_VAR=str(tmp_path), **milieu)
    assert json.loads(resultat.stdout)["RECHERCHE_MOTEUR"] == attendu
