"""Which pages the checkers read, and when they cannot."""

from portail.outillage import validite

PLAN = "".join(
    f"<url><loc>http://x/{langue}/{section}/{page}</loc></url>"
    for langue in ("fr", "en")
    for section in ("outils", "chiffres")
    for page in ("", "a/", "b/", "c/")
)


def test_chaque_section_dans_les_deux_langues():
    lus = validite.chemins(PLAN)
    assert lus[: -len(validite.AUTRES)] == [
        *("/fr/outils/", "/fr/outils/a/", "/fr/chiffres/", "/fr/chiffres/a/"),
        *("/en/outils/", "/en/outils/a/", "/en/chiffres/", "/en/chiffres/a/"),
    ]


def test_sans_site_ou_sans_outils_rien_n_est_pretendu(monkeypatch, tmp_path):
    monkeypatch.delenv("NAVIGATEUR_SITE", raising=False)
    assert "NAVIGATEUR_SITE" in validite.manque()
    monkeypatch.setenv("NAVIGATEUR_SITE", "http://127.0.0.1:1")
    monkeypatch.setattr(validite, "VNU", tmp_path / "absent.jar")
    assert "npm" in validite.manque()
