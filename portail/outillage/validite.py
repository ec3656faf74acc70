"""The HTML of varied pages, by the two checkers that the web knows best: `python -m portail.outillage.validite`.

Reads a site that runs (NAVIGATEUR_SITE): each kind of page in both languages, searches, errors, a form refused. vnu and
html-validate come from npm (`npm ci --ignore-scripts --prefix .ci/html`). Fails at the first error of either.
"""

import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode, urlparse

OUTILS = Path(__file__).resolve().parents[2] / ".ci" / "html"
VNU = OUTILS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = OUTILS / "node_modules" / ".bin" / "html-validate"
PAR_SECTION = 2  # addresses of each section of the sitemap
MINIMUM = 35
AUTRES = (
    *("/fr/recherche/?q=famille", "/en/search/?q=family", "/fr/recherche/?q=famille&type=outil&page=2"),
    *(
        "/fr/recherche/?q=zzzzqq",
        "/en/search/?q=zzzzqq",
        "/fr/recherche/?q=%22%22%3C%00",
        "/fr/recherche/?page=99999",
    ),
    *("/fr/parcourir/pilier/PAR/", "/fr/rien-ici/", "/en/nothing-here/"),
)


def manque() -> str:
    """What keeps this machine from checking; "" when nothing does."""
    if not os.environ.get("NAVIGATEUR_SITE"):
        return "NAVIGATEUR_SITE n’est pas donnée (l’adresse d’un site en marche)"
    if not (VNU.exists() and HTML_VALIDATE.exists()):
        return "npm ci --ignore-scripts --prefix .ci/html n’a pas été fait"
    return ""


def chemins(plan: str) -> list[str]:
    """The first addresses of each section of a sitemap, in each language, then those that it does not list."""
    sections: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for adresse in re.findall(r"<loc>(.*?)</loc>", plan):
        chemin = urlparse(adresse).path
        sections[tuple(chemin.split("/")[1:3])].append(chemin)
    return [*(chemin for liste in sections.values() for chemin in liste[:PAR_SECTION]), *AUTRES]


def lire(adresse: str, donnees: dict[str, str] | None = None) -> str:
    """The page at an address, whatever its code."""
    corps = urlencode(donnees).encode() if donnees is not None else None
    try:
        with urllib.request.urlopen(adresse, corps, timeout=30) as reponse:  # noqa: S310 - our own site
            return reponse.read().decode()
    except urllib.error.HTTPError as erreur:
        return erreur.read().decode()


def _ecrire(dossier: Path, pages: Iterable[tuple[str, str]]) -> int:
    ecrites = 0
    for nom, texte in pages:
        propre = re.sub(r"\W+", "_", nom).strip("_") or "racine"
        (dossier / f"{propre}.html").write_text(texte)
        ecrites += 1
    return ecrites


def _refusees(site: str, plan: str) -> Iterable[tuple[str, str]]:
    """The form about an organisation, refused, in both languages."""
    code = re.search(r"/fr/organisations/([\w-]+)/<", plan)
    for adresse in ("/fr/ecrire/", "/en/write/"):
        chemin = f"{adresse}{code[1]}/" if code else adresse
        yield f"{chemin}refus", lire(site + chemin, {"message": "court", "courriel": "faux"})


def principal() -> int:
    """Returns 1 when a page is not valid, or when too few were found to say anything."""
    site = os.environ["NAVIGATEUR_SITE"].rstrip("/")
    plan = lire(f"{site}/sitemap.xml")
    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        pages = [(chemin, lire(site + chemin)) for chemin in chemins(plan)]
        nombre = _ecrire(dossier, [*pages, *_refusees(site, plan)])
        commandes = (
            ["java", "-jar", str(VNU), "--errors-only", str(dossier)],
            [str(HTML_VALIDATE), "--config", str(OUTILS / ".htmlvalidate.json"), f"{dossier}/*.html"],
        )
        codes = [subprocess.run(commande, check=False).returncode for commande in commandes]  # noqa: S603
    print(f"{nombre} pages lues.")
    return int(any(codes) or nombre < MINIMUM)


if __name__ == "__main__":
    sys.exit(principal())
