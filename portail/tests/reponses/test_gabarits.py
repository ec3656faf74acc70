"""Templates: all compile, none is forgotten, none breaks the Content-Security-Policy."""

import re
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.template.loader import get_template

DOSSIER = Path(settings.TEMPLATES[0]["DIRS"][0])
GABARITS = sorted(f.relative_to(DOSSIER).as_posix() for f in DOSSIER.rglob("*.html"))
# Named by Django itself, by a page model's `template`, by a block's `template` or by a view.
APPELS_PYTHON = re.compile(r"""["']([\w/.-]+\.html)["']""")
APPELS_GABARIT = re.compile(r"""\{%\s*(?:include|extends)\s+["']([\w/.-]+\.html)["']""")
CONVENTIONS = {"404.html", "403.html", "403_csrf.html", "500.html"}
ATTRIBUT_INTERDIT = re.compile(r"<[^>]*\s(style|on[a-z]+)\s*=", re.IGNORECASE)
SCRIPT_EN_LIGNE = re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE)
FEUILLE_EN_LIGNE = re.compile(r"<style[\s>]", re.IGNORECASE)


def _texte(nom: str) -> str:
    return (DOSSIER / nom).read_text(encoding="utf-8")


def _remplaces() -> set[str]:
    """Templates of ours that stand in for one of Wagtail's."""
    livres = Path(wagtail.__file__).parent / "templates"
    return {nom for nom in GABARITS if (livres / nom).exists()}


def _appeles() -> set[str]:
    racine = DOSSIER.parent
    appeles = CONVENTIONS | _remplaces()
    for nom in GABARITS:
        appeles.update(APPELS_GABARIT.findall(_texte(nom)))
    for application in ("portail", "ressources", "recherche"):
        for fichier in (racine / application).rglob("*.py"):
            if "tests" not in fichier.parts:
                appeles.update(APPELS_PYTHON.findall(fichier.read_text(encoding="utf-8")))
    return appeles


def _sans_balises(texte: str) -> str:
    """Takes Django's tags out: what stays is what the browser may read."""
    return re.sub(r"\{[%#].*?[%#]\}|\{\{.*?\}\}", "", texte, flags=re.DOTALL)


def test_le_dossier_est_le_bon():
    assert "base.html" in GABARITS
    assert len(GABARITS) > 30


@pytest.mark.parametrize("nom", GABARITS)
def test_chaque_gabarit_se_compile(nom):
    assert get_template(nom).template.origin.template_name == nom


@pytest.mark.parametrize("nom", GABARITS)
def test_rien_qui_enfreigne_la_politique_de_contenu(nom):
    texte = _sans_balises(_texte(nom))
    assert not ATTRIBUT_INTERDIT.search(texte)
    assert not SCRIPT_EN_LIGNE.search(texte)
    assert not FEUILLE_EN_LIGNE.search(texte)


def test_les_motifs_interdits_se_reconnaissent():
    assert ATTRIBUT_INTERDIT.search('<p class="a" style="color: red">')
    assert ATTRIBUT_INTERDIT.search('<a href="#" onclick="x()">')
    assert not ATTRIBUT_INTERDIT.search('<input data-option="1" type="text">')
    assert SCRIPT_EN_LIGNE.search('<script type="module">')
    assert not SCRIPT_EN_LIGNE.search('<script type="module" src="a.js">')


def test_aucun_gabarit_orphelin():
    assert set(GABARITS) - _appeles() == set()


def test_chaque_gabarit_inclus_existe():
    tous = {appel for nom in GABARITS for appel in APPELS_GABARIT.findall(_texte(nom))}
    inclus = {nom for nom in tous if not nom.startswith("wagtailadmin/")}  # Wagtail's own
    assert {nom for nom in inclus if not (DOSSIER / nom).exists()} == set()


def test_la_page_500_est_immobile():
    texte = _texte("500.html")
    assert "{%" not in texte
    assert "{{" not in texte
    assert 'lang="en"' in texte
