"""A hit shows what answers the query, and where it stands."""

from recherche.moteurs.base import Touche
from recherche.moteurs.passages import analyser_document
from recherche.question.planification import planifier
from recherche.reponse.presentation import AFFICHAGE, fiche
from recherche.tests.fabriques import document, pdf
from recherche.valeurs.requete import Requete


def montrer(texte: str, **champs):
    """The hit that a document gives for a query."""
    trouve = document(**champs)
    passages = tuple(passage for passage, _ in analyser_document(trouve))
    return fiche(Touche(trouve, passages, 1.5), planifier(Requete(texte=texte), ()).racines)


def champs(hit) -> list[str]:
    """Where the extracts come from."""
    return [extrait.champ for extrait in hit.extraits]


def test_resume_suffit():
    hit = montrer("jeu libre", titre="Jeu", resume="Libre ici", corps="jeu libre", pages_pdf=pdf("jeu libre"))
    assert champs(hit) == ["resume"]
    assert hit.titre == "<mark>Jeu</mark>"


def test_corps_puis_pdf_pour_ce_qui_manque():
    pages = pdf("parc", "parc et ruelle", "ruelle")
    hit = montrer("jeu cour ruelle", titre="Jeu", resume="Rien", corps="Dans la cour", pages_pdf=pages)
    assert champs(hit) == ["resume", "corps", "pdf"]
    assert hit.extraits[2].page == 2
    assert hit.extraits[1].fragments == ("Dans la <mark>cour</mark>",)


def test_sans_texte_cherche():
    hit = montrer("", titre="A < B", resume="", corps="cour")
    assert (hit.titre, hit.extraits) == ("A &lt; B", ())


def test_affichage_complet():
    hit = montrer("jeu", affichage={"lieu": "Laval", "autre": 1})
    assert hit.affichage.keys() >= AFFICHAGE.keys()
    assert (hit.affichage["lieu"], hit.affichage["autre"], hit.score) == ("Laval", 1, 1.5)
