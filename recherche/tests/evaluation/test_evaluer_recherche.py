"""The command, from files to figures; and every mistake of a file told by its line."""

import gzip
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from elasticsearch import Elasticsearch

from recherche.evaluation import essai
from recherche.evaluation.essai import PREFIXE

CORPUS = [
    {"id": "d1", "title": "Lire avec un tout-petit", "text": "Regarder des albums ensemble, chaque soir."},
    {"id": "d2", "title": "", "text": "La marche en forêt, l’hiver comme l’été."},
    {"id": 3, "title": "Repas", "text": "Cuisiner à plusieurs familles."},
    {"id": "d4", "title": "Vide", "text": ""},
]
QUESTIONS = [
    {"id": "q1", "text": "FORET EN HIVER ?"},
    {"id": "q2", "text": "cuisine des familles"},
    {"id": "q3", "text": "zygomatique"},
]
JUGEMENTS = "query_id\tdoc_id\tgrade\nq1\td2\t1\nq2\t3\t2\nq2\td1\t0\nq3\td1\t1\n"


@pytest.fixture
def fichiers(tmp_path):
    """The three files; a test may write over one."""
    ecrire(tmp_path / "corpus.jsonl", CORPUS)
    ecrire(tmp_path / "questions.jsonl", QUESTIONS)
    (tmp_path / "jugements.tsv").write_text(JUGEMENTS)
    return tmp_path


def ecrire(chemin, objets) -> None:
    """One object by line, compressed if the name says so."""
    texte = "".join(json.dumps(objet, ensure_ascii=False) + "\n" for objet in objets)
    octets = texte.encode()
    chemin.write_bytes(gzip.compress(octets) if chemin.suffix == ".gz" else octets)


def evaluer(dossier, *options, corpus="corpus.jsonl") -> str:
    """What the command prints."""
    sortie = StringIO()
    call_command(
        "evaluer_recherche",
        *("--corpus", str(dossier / corpus)),
        *("--questions", str(dossier / "questions.jsonl")),
        *("--jugements", str(dossier / "jugements.tsv")),
        *options,
        stdout=sortie,
    )
    return sortie.getvalue()


def test_mesures_sans_base_ni_index(fichiers, settings, tmp_path):
    """No `db` fixture: a query to the database would fail this test."""
    settings.RECHERCHE_DOSSIER = tmp_path / "index"
    mesures = json.loads(evaluer(fichiers, "--json", "--sortie", str(tmp_path / "run.tsv")))
    assert list(mesures) == ["ndcg10", "recall10", "mrr10", "zero", "p50_ms", "p95_ms"]
    assert (mesures["ndcg10"], mesures["recall10"], mesures["mrr10"]) == (0.6667, 0.6667, 0.6667)
    assert mesures["zero"] == 0.3333
    assert 0 < mesures["p50_ms"] <= mesures["p95_ms"]
    run = [ligne.split("\t") for ligne in (tmp_path / "run.tsv").read_text().splitlines()]
    assert run[0] == ["q1", "d2", "1"]
    assert ["q2", "3", "1"] in run
    assert not settings.RECHERCHE_DOSSIER.exists()


def test_fichiers_compresses_et_tableau_lisible(fichiers):
    ecrire(fichiers / "corpus.jsonl.gz", CORPUS)
    sortie = evaluer(fichiers, corpus="corpus.jsonl.gz")
    assert "nDCG@10" in sortie
    assert "0.6667" in sortie


def test_en_anglais(fichiers):
    ecrire(fichiers / "corpus.jsonl", [{"id": "d1", "title": "Reading", "text": "stories"}])
    ecrire(fichiers / "questions.jsonl", [{"id": "q1", "text": "How does one read a story?"}])
    (fichiers / "jugements.tsv").write_text("q1\td1\t1\n")
    assert json.loads(evaluer(fichiers, "--json", "--langue", "en"))["mrr10"] == 1.0


LIGNE = '{"id": "d1", "title": "a", "text": "b"}\n'


@pytest.mark.parametrize(
    ("fichier", "contenu", "message"),
    [
        ("corpus.jsonl", "", "aucun document"),
        ("corpus.jsonl", LIGNE + "{oups\n", "ligne 2 : ce n’est pas du JSON"),
        ("corpus.jsonl", LIGNE + "\n[1]\n", "ligne 3 : un objet"),
        ("corpus.jsonl", '{"title": "a", "text": "b"}\n', "ligne 1 : « id » manque"),
        ("corpus.jsonl", '{"id": "d1", "title": "a"}\n', "« text » doit être un texte"),
        ("corpus.jsonl", LIGNE + LIGNE, "d1 est donné deux fois"),
        ("questions.jsonl", '{"id": "q1", "text": "a"}\n' * 2, "q1 est donné deux fois"),
        ("questions.jsonl", "\n", "aucune question"),
        ("jugements.tsv", "q1 d2 1\n", "ligne 1 : trois colonnes"),
        ("jugements.tsv", "q1\td2\t1\nq1\td1\tbon\n", "ligne 2 : « bon » n’est pas une note"),
        ("jugements.tsv", "q1\td9\t1\n", "le document d9 est inconnu"),
        ("jugements.tsv", "q9\td1\t1\n", "la question q9 est inconnue"),
        ("jugements.tsv", "q1\td1\t1\nq1\td1\t2\n", "ligne 2 : cette paire est déjà jugée"),
        ("jugements.tsv", "a\tb\tc\n", "aucun jugement"),
    ],
)
def test_fautes_dites_avec_leur_ligne(fichiers, fichier, contenu, message):
    (fichiers / fichier).write_text(contenu)
    with pytest.raises(CommandError, match=message):
        evaluer(fichiers)


def test_fichier_absent(fichiers):
    with pytest.raises(CommandError, match="n’existe pas"):
        evaluer(fichiers, corpus="ailleurs.jsonl")


def test_archive_coupee(fichiers):
    ecrire(fichiers / "corpus.jsonl.gz", CORPUS)
    entiere = (fichiers / "corpus.jsonl.gz").read_bytes()
    (fichiers / "corpus.jsonl.gz").write_bytes(entiere[:-20])
    with pytest.raises(CommandError, match="illisible"):
        evaluer(fichiers, corpus="corpus.jsonl.gz")


def test_elasticsearch_sans_adresse(fichiers, settings):
    settings.RECHERCHE_URL = ""
    with pytest.raises(CommandError, match="RECHERCHE_URL"):
        evaluer(fichiers, "--moteur", "elasticsearch")


def test_textes_extremes(fichiers):
    """Halves of characters, NUL, an endless word, a very long text, a question of nothing."""
    longs = [
        {"id": "x1", "title": "\ud800\u0000", "text": "a" * 100_000},
        {"id": "x2", "title": "t" * 5000, "text": "enfant " * 200_000},
    ]
    (fichiers / "corpus.jsonl").write_text("".join(json.dumps(o) + "\n" for o in [*CORPUS, *longs]))
    vides = [{"id": "q8", "text": "?!…"}, {"id": "q9", "text": " " + "enfant " * 500}]
    ecrire(fichiers / "questions.jsonl", [*QUESTIONS, *vides])
    (fichiers / "jugements.tsv").write_text("q9\tx2\t1\n")
    assert json.loads(evaluer(fichiers, "--json"))["mrr10"] == 1.0


@pytest.mark.elasticsearch
def test_elasticsearch_ne_laisse_rien(fichiers, serveur_elasticsearch, settings, monkeypatch):
    settings.RECHERCHE_URL = f"{serveur_elasticsearch}/site"
    attendu = json.loads(evaluer(fichiers, "--json"))
    trouve = json.loads(evaluer(fichiers, "--json", "--moteur", "elasticsearch"))
    assert [trouve[nom] for nom in ("ndcg10", "recall10", "mrr10", "zero")] == [
        attendu[nom] for nom in ("ndcg10", "recall10", "mrr10", "zero")
    ]
    assert restes(serveur_elasticsearch) == []

    def panne(*_):
        raise OSError("disque plein")

    monkeypatch.setattr(essai, "repondre", panne)
    with pytest.raises(CommandError, match="disque plein"):
        evaluer(fichiers, "--moteur", "elasticsearch")
    assert restes(serveur_elasticsearch) == []


def restes(url: str) -> list[str]:
    """The indexes of evaluations, locks included."""
    with Elasticsearch(url) as client:
        return [nom for nom in client.indices.get_alias() if nom.startswith(f"{PREFIXE}-")]
