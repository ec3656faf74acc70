"""The loader of the demonstration, on a few of its own files: both languages, once, and never over people's work."""

import shutil

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page

from portail.demonstration import lecture
from portail.models import AccueilPage
from ressources.chargement.valeurs import cle_traduction
from ressources.models import InitiativePage, OutilPage, ThematiquePage
from ressources.tests.fabriques import valider

FICHIERS = (
    "pages/pg-accueil.yaml",
    "pages/pg-a-propos.yaml",
    "thematiques/th-peres.yaml",
    "outils/ou-accueil-des-peres.yaml",
    "initiatives/in-accueil-des-peres.yaml",
)
CLES = ("th-peres", "ou-accueil-des-peres", "in-accueil-des-peres")


@pytest.fixture
def contenu(tmp_path, monkeypatch, settings):
    """Three sheets that point at each other (and at others that are not there), with their PDFs."""
    settings.MEDIA_ROOT = settings.DOSSIER_VAR = tmp_path
    for chemin in FICHIERS:
        cible = tmp_path / "contenu" / chemin
        cible.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(lecture.CONTENU / chemin, cible)
    shutil.copytree(lecture.CONTENU / "pdf", tmp_path / "contenu" / "pdf")
    monkeypatch.setattr(lecture, "CONTENU", tmp_path / "contenu")
    return tmp_path / "contenu"


def charger(capsys) -> str:
    """Loads; returns the command's last line."""
    call_command("charger_demonstration")
    valider()
    return capsys.readouterr().out.strip().splitlines()[-1]


def page(cle: str, langue: str) -> Page:
    return Page.objects.get(translation_key=cle_traduction(cle), locale__language_code=langue).specific


def ordre(code: str) -> int:
    return ("ENF", "PAR", "CDV", "AGE").index(code)


def verifier_pages() -> None:
    """Each sheet stands in both languages as its file says."""
    assert [type(page(cle, "en")) for cle in CLES] == [ThematiquePage, OutilPage, InitiativePage]
    for donnees in lecture.fiches():
        for langue in ("fr", "en"):
            chargee = page(donnees["cle"], langue)
            assert chargee.live
            assert chargee.title == donnees["titre"][langue]
            assert chargee.slug == donnees["slug"][langue]
            assert [p.code for p in chargee.piliers.all()] == sorted(donnees["piliers"], key=ordre)


def verifier_documents(langue: str) -> None:
    """The PDFs are made, attached, and read."""
    documents = [bloc.value["document"] for bloc in page("ou-accueil-des-peres", langue).documents]
    assert documents
    for document in documents:
        with document.file.open() as fichier:
            assert fichier.read(5) == b"%PDF-"
        assert document.texte.pages


@pytest.mark.django_db
@pytest.mark.lent
def test_loaded_once_shown_in_both_languages_then_removed(contenu, capsys, client):
    assert charger(capsys).startswith("3 fiches chargées")
    verifier_pages()
    verifier_documents("fr")
    verifier_documents("en")
    assert page("th-peres", "fr").code == "peres"
    assert Group.objects.filter(name="Rédaction").exists()
    # A relation is written once and shown on both sides, in each language.
    outil = page("ou-accueil-des-peres", "en")
    assert outil.url in client.get(page("th-peres", "en").url).content.decode()
    assert page("th-peres", "en").url in client.get(outil.url).content.decode()

    avant = Page.objects.count()
    assert charger(capsys).startswith("0 fiches chargées, 3 inchangées")
    assert Page.objects.count() == avant

    call_command("retirer_demonstration", oui=True)
    assert not Page.objects.filter(translation_key__in=map(cle_traduction, CLES)).exists()
    assert AccueilPage.objects.live().count() == 2


@pytest.mark.django_db
@pytest.mark.lent
def test_new_data_never_overwrite_what_people_did(contenu, capsys):
    charger(capsys)
    changee = page("th-peres", "fr")
    changee.title = "Un titre de la rédaction"
    changee.save_revision().publish()
    page("in-accueil-des-peres", "fr").delete()
    for donnees in lecture.fiches():
        fichier = contenu / next(f for f in FICHIERS if f.endswith(f"/{donnees['cle']}.yaml"))
        titre = donnees["titre"]["fr"]
        fichier.write_text(fichier.read_text().replace(titre, f"{titre} (bis)", 1))

    assert charger(capsys).startswith("1 fiches chargées, 0 inchangées, 2 laissées")
    assert page("ou-accueil-des-peres", "fr").title.endswith(" (bis)")
    assert page("th-peres", "fr").title == "Un titre de la rédaction"
    assert not Page.objects.filter(translation_key=cle_traduction("in-accueil-des-peres")).exists()
