"""docker-compose.yml and Dockerfile: what they promise can be read in them. No engine is needed."""

import re
from pathlib import Path

import pytest
import yaml

RACINE = Path(__file__).resolve().parents[3]
COMPOSE = yaml.safe_load((RACINE / "docker-compose.yml").read_text())
DOCKERFILE = (RACINE / "Dockerfile").read_text()
REGLAGES = "".join(fichier.read_text() for fichier in (RACINE / "portail" / "settings").glob("*.py"))
SITE = ["web", "worker", "migration"]


def test_only_the_site_listens_and_on_this_host_only():
    publies = {nom: service["ports"] for nom, service in COMPOSE["services"].items() if "ports" in service}
    assert list(publies) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in publies["web"])


@pytest.mark.parametrize("service", SITE)
def test_the_site_is_given_only_settings_that_it_reads(service):
    inconnus = [
        nom
        for nom in COMPOSE["services"][service]["environment"]
        if not re.search(rf'env(\.\w+)?\(\s*"{nom}"', REGLAGES)
    ]
    assert inconnus == []


def test_every_setting_that_production_requires_is_asked_for_by_name():
    exiges = set(
        re.findall(r'env(?:\.\w+)?\("(\w+)"\)', (RACINE / "portail/settings/production.py").read_text())
    )
    assert exiges == {"SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"}
    for nom in exiges:
        valeur = COMPOSE["services"]["web"]["environment"][nom]
        assert valeur.startswith(f"${{{nom}:?{nom} is missing"), valeur


def test_no_secret_has_a_value_or_a_default():
    texte = (RACINE / "docker-compose.yml").read_text()
    usages = re.findall(r"\$\{(\w*(?:PASSWORD|SECRET)\w*)(.)", texte)
    assert usages
    assert all(suite == ":" for _nom, suite in usages)
    assert ":-" not in "".join(re.findall(r"\$\{\w*(?:PASSWORD|SECRET)\w*[^}]*\}", texte))


def test_data_live_in_named_volumes():
    for service in COMPOSE["services"].values():
        for montage in service.get("volumes", []):
            assert montage.split(":")[0] in COMPOSE["volumes"], montage


def test_web_and_worker_share_the_index():
    montages = [COMPOSE["services"][nom]["volumes"] for nom in SITE]
    assert montages[0] == montages[1] == montages[2]
    assert "index:/donnees/index" in montages[0]


def test_services_wait_for_what_they_need():
    for nom, service in COMPOSE["services"].items():
        for dependance, attente in service.get("depends_on", {}).items():
            condition = attente["condition"]
            if condition == "service_healthy":
                assert "test" in COMPOSE["services"][dependance]["healthcheck"], (nom, dependance)
            else:
                assert dependance == "migration"
                assert COMPOSE["services"][dependance]["restart"] == "no"


def test_the_image_runs_without_root_and_holds_no_secret():
    derniere = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]
    assert re.search(r"^USER portail$", derniere, re.M)
    assert "SECRET_KEY" not in derniere
    assert not re.search(r"^(ENV|ARG) .*SECRET", DOCKERFILE, re.M)


def test_the_image_is_made_of_files_that_exist():
    for source in re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.M):
        assert (RACINE / source).exists()
        assert f"!{source}" in (RACINE / ".dockerignore").read_text().splitlines()


def test_elasticsearch_is_a_choice():
    service = COMPOSE["services"]["elasticsearch"]
    assert service["image"] == "elasticsearch:9.5.0"
    assert service["profiles"] == ["elasticsearch"]
    attentes = [
        s["depends_on"]["elasticsearch"]
        for s in COMPOSE["services"].values()
        if "elasticsearch" in s.get("depends_on", {})
    ]
    assert attentes
    assert all(attente["required"] is False for attente in attentes), "the site starts without it"
