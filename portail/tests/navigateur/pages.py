"""Addresses of the pages that the browser reads, from the demonstration content's own files."""

from portail.demonstration.lecture import lire_un
from portail.navigation.parcours import ANGLAIS

DOSSIERS = {"th": "thematiques", "ou": "outils", "in": "initiatives", "ac": "actions", "bi": "bilans"}
GENRES = {"th": "thematique", "ou": "outil", "in": "initiative", "ac": "action", "bi": "bilan"}
LANGUES = ("fr", "en")


def liste(genre: str, langue: str) -> str:
    """The address of the list of a type."""
    return f"/{langue}/{lire_un('pages/pg-accueil.yaml')['repertoires'][genre]['slug'][langue]}/"


def fiche(cle: str, langue: str) -> str:
    """The address of a sheet by its key in the content, e.g. `th-peres`."""
    prefixe = cle[:2]
    slug = lire_un(f"{DOSSIERS[prefixe]}/{cle}.yaml")["slug"][langue]
    return f"{liste(GENRES[prefixe], langue)}{slug}/"


def recherche(langue: str, parametres: str = "") -> str:
    """The address of the search, with a query string."""
    return {"fr": "/fr/recherche/", "en": "/en/search/"}[langue] + parametres


def preselection(facette: str, code: str, langue: str) -> str:
    """The address of the page of a pillar, a public …"""
    return f"/fr/parcourir/{facette}/{code}/" if langue == "fr" else f"/en/browse/{ANGLAIS[facette]}/{code}/"


def page_a_parties(cle: str, langue: str, partie: str = "") -> str:
    """The address of the platform, of the theory of change or of the glossary, or that of one of its parts."""
    slug = lire_un(f"plateforme/{cle}.yaml")["slug"][langue]
    return f"/{langue}/{slug}/" + (f"{partie}/" if partie else "")


def repere(cle: str, langue: str, code: str = "") -> str:
    """The address of a page that gathers records, or of one of them: `chiffres`, `annuaire`, `carte`."""
    slug = lire_un(f"pages/pg-{cle}.yaml")["slug"][langue]
    return f"/{langue}/{slug}/{code}/" if code else f"/{langue}/{slug}/"


def ecrire(code: str, langue: str) -> str:
    """The address of the form about an organisation."""
    return f"/{langue}/{'ecrire' if langue == 'fr' else 'write'}/{code}/"


def _adresses(langue: str) -> dict[str, str]:
    return {
        "accueil": f"/{langue}/",
        "thematique": fiche("th-peres", langue),
        "outil": fiche("ou-accueil-des-peres", langue),
        "initiative": fiche("in-voix-des-parents", langue),
        "action": fiche("ac-gstp-2024", langue),
        "liste": liste("outil", langue),
        "actions": liste("action", langue),
        "bilan": fiche("bi-avenir-d-enfants", langue),
        "recherche": recherche(langue, "?q=famil&type=outil&pilier=PAR"),
        "rien": recherche(langue, "?q=zzzyqx"),
        "pilier": preselection("pilier", "PAR", langue),
        "contenu": f"/{langue}/{lire_un('pages/pg-accessibilite.yaml')['slug'][langue]}/",
        "api": recherche(
            langue, {"fr": "interface-de-programmation/", "en": "programming-interface/"}[langue]
        ),
        "plateforme": page_a_parties("pg-plateforme", langue),
        "mesure": page_a_parties("pg-plateforme", langue, "CDV-6"),
        "theorie": page_a_parties("pg-theorie", langue),
        "element": page_a_parties("pg-theorie", langue, "objectif-conditions-de-vie"),
        "glossaire": page_a_parties("pg-glossaire", langue),
        "chiffres": repere("chiffres", langue),
        "chiffre": repere("chiffres", langue, "priorite-2018"),
        "annuaire": repere("annuaire", langue),
        "organisation": repere("annuaire", langue, "avenir-d-enfants"),
        "carte": repere("carte", langue),
        "ecrire": ecrire("alima", langue),
        "introuvable": f"/{langue}/adresse-qui-n-existe-pas/",
    }


ADRESSES = {(nom, langue): chemin for langue in LANGUES for nom, chemin in _adresses(langue).items()}
