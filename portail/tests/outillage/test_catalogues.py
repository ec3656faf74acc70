"""The catalogue tool, on a small project of its own, with the real xgettext."""

import os
import shutil
from pathlib import Path

import polib
import pytest

from portail.outillage.catalogues import composer, defauts, ecrire, extraire, fichier

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Bonjour %(nom)s")
_("Accueil")
pgettext("mois", "mai")
ngettext("%(n)s fiche", "%(n)s fiches", 2)
"""
GABARIT = '{% load i18n %}{% translate "Chercher" %}{% translate "Trier" %}'
ANGLAIS = {
    "Bonjour %(nom)s": "Hello %(nom)s",
    "Accueil": "Home",
    "mai": "May",
    "Chercher": "Search",
    "Trier": "Sort",
}


@pytest.fixture
def projet(tmp_path) -> Path:
    """A project of two files; xgettext is required where all is."""
    if not shutil.which("xgettext"):
        manque = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        manque("gettext is not installed")
    (tmp_path / "vues.py").write_text(CODE)
    (tmp_path / "page.html").write_text(GABARIT)
    return tmp_path


@pytest.fixture
def locales(projet) -> Path:
    """Catalogues of that project, up to date and translated."""
    dossier = projet / "langues"
    ecrire(dossier, projet)
    traduire(dossier, {})
    return dossier


def traduire(dossier: Path, changements: dict[str, str]) -> None:
    """Fills the English catalogue, and compiles it."""
    po = polib.pofile(str(fichier("en", dossier)))
    for entree in po:
        entree.msgstr = (ANGLAIS | changements).get(entree.msgid, "")
        if entree.msgid_plural:
            entree.msgstr_plural = {0: "%(n)s sheet", 1: changements.get("pluriel", "%(n)s sheets")}
    po.save()
    po.save_as_mofile(str(fichier("en", dossier).with_suffix(".mo")))


def test_up_to_date(projet, locales):
    modele = extraire(projet)
    assert defauts("en", modele, locales) == []
    assert defauts("fr", modele, locales) == []


def test_english_holds_every_message_french_only_plurals(locales):
    anglais, francais = (polib.pofile(str(fichier(langue, locales))) for langue in ("en", "fr"))
    assert {e.msgid for e in anglais} == {*ANGLAIS, "%(n)s fiche"}
    assert [(e.msgid, dict(e.msgstr_plural)) for e in francais] == [
        ("%(n)s fiche", {0: "%(n)s fiche", 1: "%(n)s fiches"})
    ]
    assert francais.metadata["Plural-Forms"].endswith("(n > 1);")
    assert "POT-Creation-Date" not in anglais.metadata


def test_escaped_characters_are_those_of_the_running_site(projet):
    (projet / "vues.py").write_text(
        r'_("Essayez\u202f: un mot"); ngettext("%(n)s\u00a0mot", "%(n)s\u00a0mots", 2)'
    )
    messages = {(e.msgid, e.msgid_plural) for e in extraire(projet)}
    assert {("Essayez\u202f: un mot", ""), ("%(n)s\u00a0mot", "%(n)s\u00a0mots")} <= messages


def test_a_message_longer_than_a_line_is_up_to_date_too(projet, locales):
    longue = "Une phrase qui ne tient pas sur une ligne. " * 4
    (projet / "page.html").write_text(
        f'{{% load i18n %}}{{% translate "Chercher" %}}{{% translate "Trier" %}}{{% translate "{longue}" %}}'
    )
    ecrire(locales, projet)
    traduire(locales, dict.fromkeys([longue], "A long sentence, long enough for two lines. " * 4))
    ecrire(locales, projet)
    assert defauts("en", extraire(projet), locales) == []


def test_renewing_keeps_translations_and_drops_what_is_gone(projet, locales):
    (projet / "page.html").write_text('{% load i18n %}{% translate "Chercher" %}{% translate "Nouveau" %}')
    ecrire(locales, projet)
    anglais = {e.msgid: e.msgstr for e in polib.pofile(str(fichier("en", locales)))}
    assert anglais["Chercher"] == "Search"
    assert anglais["Nouveau"] == ""
    assert "Trier" not in anglais


def test_renewing_twice_changes_nothing(projet, locales):
    avant = {langue: fichier(langue, locales).read_bytes() for langue in ("fr", "en")}
    ecrire(locales, projet)
    assert {langue: fichier(langue, locales).read_bytes() for langue in ("fr", "en")} == avant


def test_line_numbers_do_not_matter(projet, locales):
    (projet / "vues.py").write_text("\n\n\n" + CODE)
    assert defauts("en", extraire(projet), locales) == []


@pytest.mark.parametrize(
    ("changements", "attendu"),
    [
        ({"Accueil": ""}, "sans traduction : 'Accueil'"),
        ({"Bonjour %(nom)s": "Hello"}, "variables différentes : 'Bonjour %(nom)s'"),
        ({"Bonjour %(nom)s": "Hello %(name)s"}, "variables différentes : 'Bonjour %(nom)s'"),
        ({"pluriel": "sheets"}, "variables différentes : '%(n)s fiche'"),
        ({"pluriel": ""}, "sans traduction : '%(n)s fiche'"),
    ],
)
def test_wrong_translations(projet, locales, changements, attendu):
    traduire(locales, changements)
    assert defauts("en", extraire(projet), locales) == [f"en : {attendu}"]


def test_missing_and_surplus_messages(projet, locales):
    (projet / "page.html").write_text('{% load i18n %}{% translate "Chercher" %}{% translate "Nouveau" %}')
    trouves = defauts("en", extraire(projet), locales)
    assert trouves == ["en : manque : 'Nouveau'", "en : en trop : 'Trier'"]


def test_fuzzy_messages(projet, locales):
    chemin = fichier("en", locales)
    po = polib.pofile(str(chemin))
    po.find("Accueil").flags.append("fuzzy")
    po.save()
    po.save_as_mofile(str(chemin.with_suffix(".mo")))
    assert "en : à relire (fuzzy) : 'Accueil'" in defauts("en", extraire(projet), locales)


def test_a_compiled_catalogue_that_is_behind(projet, locales):
    chemin = fichier("en", locales)
    po = polib.pofile(str(chemin))
    po.find("Accueil").msgstr = "Home page"
    po.save()
    assert [d for d in defauts("en", extraire(projet), locales) if ".mo est en retard" in d]


def test_a_french_plural_that_differs_from_the_code(projet, locales):
    chemin = fichier("fr", locales)
    po = polib.pofile(str(chemin))
    po[0].msgstr_plural[1] = "%(n)s feuilles"
    po.save()
    po.save_as_mofile(str(chemin.with_suffix(".mo")))
    assert defauts("fr", extraire(projet), locales) == [
        "fr : le fichier .po n’est pas celui que donnerait `make catalogues`"
    ]


def test_no_catalogue(projet, tmp_path):
    assert defauts("en", extraire(projet), tmp_path / "ailleurs") == ["en : django.po n’existe pas"]


def test_a_message_that_gains_a_plural_is_translated_anew():
    ancien, modele = polib.POFile(), polib.POFile()
    ancien.append(polib.POEntry(msgid="une fiche", msgstr="a sheet"))
    modele.append(polib.POEntry(msgid="une fiche", msgid_plural="des fiches", msgstr_plural={0: "", 1: ""}))
    (entree,) = composer(modele, "en", ancien)
    assert entree.msgstr_plural == {0: "", 1: ""}
