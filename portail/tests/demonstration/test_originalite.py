"""The sentences of the content are our own, in both languages; what is quoted stands in fields made for it."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from portail.demonstration import originalite
from portail.demonstration.lecture import CONTENU
from portail.demonstration.originalite import LONGUEUR, connues, empreinte, empruntes, noms_officiels, suites
from ressources.chargement import classements


@cache
def noms() -> frozenset[tuple[str, ...]]:
    """The official names and titles that our own records and sheets hold."""
    lus = (yaml.safe_load(fichier.read_text()) for fichier in FICHIERS)
    return frozenset(nom for donnees in lus for nom in noms_officiels(donnees) if nom)


FICHIERS = sorted([*CONTENU.rglob("*.yaml"), *Path(classements.__file__).parents[1].glob("donnees/*.yaml")])


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_aucune_phrase_reprise(fichier):
    assert empruntes(yaml.safe_load(fichier.read_text()), connues(), noms()) == []


def test_les_empreintes_sont_celles_de_longs_documents():
    assert len(connues()) > 8000


def test_un_passage_repris_est_vu_ou_qu_il_soit():
    phrase = "Un, deux <b>trois</b> quatre cinq, six sept HUIT neuf"
    sources = frozenset(empreinte(suite) for suite in suites(phrase))
    assert len(sources) == 2
    repris = {"corps": [{"type": "texte", "valeur": {"fr": f"<p>Zéro. {phrase}</p>"}}]}
    assert len(empruntes(repris, sources)) == 2
    assert empruntes({"corps": "un deux trois quatre cinq six sept"}, sources) == []


def test_exempts_par_leur_champ():
    sources = frozenset({empreinte(str(n) for n in range(LONGUEUR))})
    phrase = " ".join(str(n) for n in range(LONGUEUR))
    bloc = {"type": "citation", "valeur": {"texte": {"fr": phrase}, "source": phrase}}
    assert empruntes([bloc, {"nom_fr": phrase}], sources) == []
    assert empruntes([{"type": "encadre", "valeur": {"texte": phrase}}], sources)


def test_un_nom_officiel_coupe_la_phrase():
    sources = frozenset(
        empreinte(suite) for suite in suites("le plan de la grande loi sur les enfants du lieu")
    )
    noms_ = frozenset(noms_officiels({"lois": [{"nom_fr": "Grande Loi sur les enfants"}]}))
    assert empruntes("Voici le plan de la grande loi sur les enfants du lieu.", sources)
    assert empruntes("Voici le plan de la grande loi sur les enfants du lieu.", sources, noms_) == []


def test_renouveler(tmp_path, monkeypatch):
    monkeypatch.setattr(originalite, "EMPREINTES", tmp_path / "empreintes.bin")
    (tmp_path / "a.txt").write_text("a b c d e f g h i")
    assert originalite.renouveler(tmp_path) == 2
    assert len(connues()) == 2
