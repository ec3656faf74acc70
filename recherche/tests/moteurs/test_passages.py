"""Passages: they cover the text, and the best one is found."""

import pytest

from recherche.moteurs.passages import (
    LONGUEUR,
    Passage,
    analyser_document,
    couper,
    depuis_liste,
    meilleur,
    vers_liste,
)
from recherche.tests.fabriques import document, pdf


@pytest.mark.parametrize(
    "texte",
    ["", "court", "mot " * 2000, "x" * 5000, "ligne de texte\n" * 300, "é" * 799 + "\n" + "a b " * 400],
)
def test_couper_couvre_tout(texte):
    morceaux = list(couper(texte))
    assert "".join(texte[a:b] for a, b in morceaux) == texte
    assert all(0 < b - a <= LONGUEUR for a, b in morceaux)


def test_couper_au_bout_d_une_ligne():
    texte = "a" * 700 + "\n" + "b" * 700
    assert next(couper(texte)) == (0, 700)


def test_analyser_document_et_retour():
    fiche = document(titre="Jeu", corps="Un parc\n" * 300, pages_pdf=pdf("premier", "second"))
    passages = [passage for passage, _ in analyser_document(fiche)]
    assert {passage.champ for passage in passages} == {"titre", "resume", "mots_cles", "corps", "pdf"}
    assert depuis_liste(vers_liste(passages)) == tuple(passages)
    assert [p.texte(fiche) for p in passages if p.champ == "pdf"] == ["premier", "second"]
    assert "".join(p.texte(fiche) for p in passages if p.champ == "corps") == fiche.corps


def test_meilleur():
    def passage(rang, *racines):
        return Passage("pdf", rang, 0, 1, " ".join(sorted(racines)))

    passages = [passage(0, "a"), passage(1, "a", "b"), passage(2, "b", "a", "c")]
    assert meilleur(passages, frozenset("ab")).rang == 1
    assert meilleur(passages, frozenset("z")) is None
    assert meilleur([], frozenset("a")) is None


def test_portees_ne_trouve_que_des_racines_entieres():
    passage = Passage("corps", 0, 0, 1, "enfant par parent")
    assert passage.portees(["par", "paren", "enfant", "nt", "parent"]) == {"par", "enfant", "parent"}
    assert set(passage.mots.split()) == {"enfant", "par", "parent"}
    assert Passage("corps", 0, 0, 1, "").portees(["a"]) == frozenset()
