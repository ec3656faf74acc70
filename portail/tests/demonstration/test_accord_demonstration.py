"""The two engines agree on the texts of the demonstration, in both languages, its PDFs included.

The documents are made from the content files themselves: the loader makes pages, which takes minutes.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from portail.demonstration import lecture
from recherche.registre import Facette, Registre, Valeur, registre_temporaire
from recherche.tests import accord
from recherche.tests.accord import ELASTICSEARCH, EMBARQUE
from recherche.tests.conftest import elasticsearch, patience, serveur_elasticsearch  # noqa: F401 - fixtures
from recherche.tests.fabriques import SourceMemoire
from recherche.valeurs.document import Document, PagePdf
from ressources.chargement.valeurs import en_langue

pytestmark = [pytest.mark.elasticsearch, pytest.mark.lent]
REQUETES = 200
GROUPES = 12  # of synonyms
FACETTES = {
    "pilier": "piliers",
    "mesure": "mesures",
    "public": "publics",
    "periode": "periodes",
    "territoire": "territoires",
    "theme": "liens",
}


def textes(valeur: Any) -> Iterator[str]:
    """Every text of a structure, without its tags."""
    if isinstance(valeur, str):
        yield re.sub(r"<[^>]+>", " ", valeur)
    elif isinstance(valeur, dict):
        for contenu in valeur.values():
            yield from textes(contenu)
    elif isinstance(valeur, list):
        for contenu in valeur:
            yield from textes(contenu)


def pages_pdf(donnees: dict, langue: str) -> tuple[PagePdf, ...]:
    """The PDFs of a tool, one page each."""
    noms = [joint["pdf"] for joint in donnees.get("documents") or [] if joint["langue"] == langue]
    return tuple(PagePdf(nom, 1, "\n".join(textes(lecture.lire_un(f"pdf/{nom}.yaml")))) for nom in noms)


def document(donnees: dict, langue: str) -> Document:
    """A content file as a document of the search."""
    lues = en_langue(donnees, langue)
    corps = {nom: v for nom, v in lues.items() if nom not in ("titre", "resume", "mots_cles", "documents")}
    facettes = {facette: tuple(lues.get(nom) or ()) for facette, nom in FACETTES.items()}
    return Document(
        cle=f"page:{donnees['cle']}",
        langue=langue,
        titre=lues["titre"],
        resume=lues["resume"],
        mots_cles=lues.get("mots_cles") or "",
        corps="\n".join(textes(corps)),
        pages_pdf=pages_pdf(donnees, langue),
        facettes=facettes | {"type": (donnees["type"],), "annee": (str(donnees.get("annee") or ""),)},
        date=donnees["date_revision"],
    )


@pytest.fixture
def demonstration() -> Iterator[list[Document]]:
    """The documents, declared to the search for the time of the test."""
    documents = [document(donnees, langue) for donnees in lecture.fiches() for langue in ("fr", "en")]
    codes = {f: sorted({c for d in documents for c in d.facettes[f]}) for f in documents[0].facettes}
    valeurs = {f: [Valeur(code, code, rang) for rang, code in enumerate(liste)] for f, liste in codes.items()}
    essai = Registre(
        sources=[SourceMemoire(documents)],
        facettes=[Facette(code, code) for code in codes],
        valeurs=lambda langue: valeurs,
    )
    with registre_temporaire(essai):
        yield documents


@pytest.mark.parametrize("fragments", [1, 3])
def test_accord_sur_la_demonstration(fragments, elasticsearch, patience, demonstration, settings, db):  # noqa: F811
    settings.RECHERCHE_FRAGMENTS = fragments
    assert len(demonstration) >= 60
    accord.synonymes(demonstration, GROUPES, graine=27)
    demandes = accord.requetes(demonstration, REQUETES, graine=31)
    accord.construire(settings, EMBARQUE, ELASTICSEARCH)
    bilan = accord.comparer(settings, demandes)
    print(bilan)
    assert bilan.trouvees > 0.7 * REQUETES
    assert bilan.comptes == ()
    assert len(bilan.ordres) <= 0.01 * REQUETES, bilan.ordres
    assert bilan.derive <= 1e-4
