"""Narrow screens, and the focus that keyboards need to see."""

import pytest

from portail.tests.navigateur.pages import ADRESSES, LANGUES, fiche, repere

DEBORDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed')
    .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
# What may ring a focused element: itself, its ::before and ::after, or what holds it (:focus-within).
# Noted at rest for all that a keyboard may reach, before anything has the focus.
NOTER = """() => {
    const un = s => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join(' ');
    window.style = e => {
        const styles = ['', '::before', '::after'].map(pseudo => un(getComputedStyle(e, pseudo)));
        for (let n = 0, parent = e.parentElement; n < 3 && parent; n += 1, parent = parent.parentElement)
            styles.push(un(getComputedStyle(parent)));
        return styles;
    };
    window.change = (repos, actif) => actif.some((style, rang) => style !== repos[rang]
        && (!/^none|^\\S+ 0px/.test(style) || !style.endsWith(' none')));
    const atteignables = 'a[href], button, input, select, summary, [tabindex]';
    window.repos = new Map([...document.querySelectorAll(atteignables)].map(e => [e, window.style(e)]));
}"""
EXAMINER = """() => {
    const e = document.activeElement;
    if (e === document.body) return null;
    const cadre = e.getBoundingClientRect(), deja = e === window.premier;
    window.premier ??= e;
    return {
        code: e.outerHTML.slice(0, 140), deja,
        change: window.repos.has(e) && window.change(window.repos.get(e), window.style(e)),
        visible: cadre.width > 1 && cadre.height > 1 && cadre.bottom > 0 && cadre.top < innerHeight
            && cadre.right > 0 && cadre.left < innerWidth,
    };
}"""


@pytest.mark.parametrize(("nom", "langue"), ADRESSES)
def test_no_sideways_scroll_on_the_narrowest_phone(ouvrir, nom, langue):
    page = ouvrir(ADRESSES[nom, langue], largeur=320)
    largeur = page.evaluate("document.documentElement.scrollWidth")
    assert largeur <= 320, page.evaluate(DEBORDE)


# A short figure stands on one line, within what holds it.
COUPES = """() => [...document.querySelectorAll('.chiffre:not(.long)')].filter(e => {
    const texte = document.createRange();
    texte.selectNodeContents(e);
    const tops = new Set([...texte.getClientRects()].map(r => Math.round(r.top)));
    return tops.size > 1 || texte.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 1;
}).map(e => e.textContent)"""


@pytest.mark.parametrize("largeur", [320, 375, 1280])
@pytest.mark.parametrize("langue", LANGUES)
def test_a_short_figure_keeps_its_unit_on_its_line(ouvrir, langue, largeur):
    for chemin in (
        f"/{langue}/",
        repere("chiffres", langue),
        fiche("th-agir-ensemble", langue),
        fiche("bi-avenir-d-enfants", langue),
        repere("annuaire", langue, "avenir-d-enfants"),
    ):
        page = ouvrir(chemin, largeur=largeur)
        assert page.locator(".chiffre").count(), chemin
        assert page.evaluate(COUPES) == [], chemin


def parcourir(page, maximum: int = 250) -> list[dict]:
    """Presses Tab through the whole page; what had the focus, in order."""
    page.evaluate(NOTER)
    vus = []
    for _ in range(maximum):
        page.keyboard.press("Tab")
        etat = page.evaluate(EXAMINER)
        if etat is None or etat["deja"]:
            break
        vus.append(etat)
    return vus


@pytest.mark.parametrize("largeur", [1280, 375])
@pytest.mark.parametrize("sombre", [False, True], ids=["clair", "sombre"])
@pytest.mark.parametrize("nom", ["accueil", "thematique", "outil", "initiative", "recherche", "introuvable"])
def test_the_focus_is_always_seen(ouvrir, nom, largeur, sombre):
    vus = parcourir(ouvrir(ADRESSES[nom, "fr"], largeur=largeur, sombre=sombre))
    assert len(vus) > 10
    assert [v["code"] for v in vus if not v["change"]] == []
    assert [v["code"] for v in vus if not v["visible"]] == []


def test_the_check_of_the_focus_bites(ouvrir):
    page = ouvrir("/fr/")
    page.evaluate("""() => {
        const feuille = new CSSStyleSheet();
        feuille.replaceSync('nav a { outline: none !important; box-shadow: none !important }');
        document.adoptedStyleSheets.push(feuille);
    }""")
    assert [v for v in parcourir(page) if not v["change"]]
