"""What is proposed while a reader types, over a real index and a real table."""

import pytest

from recherche.indexation.vidage import a_reconstruire, reconstruire, signaler
from recherche.models import Suggestion
from recherche.moteurs import charger
from recherche.suggestions.mots import debuts, lire, plein
from recherche.suggestions.services import MAXIMUM, proposer
from recherche.suggestions.table import rangees
from recherche.tests.fabriques import document


def textes(saisie: str, langue: str = "fr") -> list[str]:
    return [proposition.texte for proposition in proposer(saisie, langue)]


@pytest.fixture
def fonds(indexer):
    """Sheets whose titles and keywords share beginnings."""
    indexer(
        [
            document("page:1", titre="Le développement des tout-petits", propositions=("éveil", "Jeu libre")),
            document("page:2", titre="Grandir et se développer", propositions=("Éveil", "jeu libre")),
            document(
                "page:3", titre="L’éveil musical", propositions=("éveil",), facettes={"public": ("peres",)}
            ),
            document("page:4", titre="Carnet d’idées", affichage={"langue_titre": "cr"}),
            document("page:1", "en", titre="How toddlers develop", propositions=("play",)),
        ]
    )


@pytest.mark.parametrize(
    ("saisie", "attendus"),
    [
        ("develop", ["Le développement des tout-petits", "Grandir et se développer"]),
        ("DÉVELOPPEM", ["Le développement des tout-petits"]),
        ("petits", ["Le développement des tout-petits"]),
        ("tout-pe", ["Le développement des tout-petits"]),
        ("idee", ["Carnet d’idées"]),
        ("d’idé", ["Carnet d’idées"]),
        ("developpement tou", ["Le développement des tout-petits"]),
        ("tout dévelop", ["Le développement des tout-petits"]),
        ("jeu l", ["jeu libre"]),
        ("eveil ", ["L’éveil musical", "éveil"]),
        ("eve", ["L’éveil musical", "éveil"]),
        ("evei ", []),
        ("develo des", []),
        ("zzz", []),
        ("e", []),
        ("", []),
        ("« »", []),
        ("_", []),
        ("éveil % ", ["L’éveil musical", "éveil"]),
        ("e" * 400, []),
    ],
)
def test_prefixe_de_mot_sans_accents(fonds, saisie, attendus):
    trouves = textes(saisie)
    assert [texte.replace("Jeu", "jeu") for texte in trouves] == attendus


def test_la_langue_du_lecteur_seule(fonds):
    assert textes("develop", "en") == ["How toddlers develop"]
    assert textes("play", "fr") == []


def test_ce_que_chaque_choix_fait(fonds):
    fiche, mot = proposer("eveil", "fr")
    assert (fiche.genre, fiche.url, fiche.libelle) == ("fiche", "/fr/page:3/", "Outil\u00a0: ouvrir la fiche")
    assert (mot.genre, mot.url) == ("mot", "/fr/recherche/?q=%C3%A9veil")
    assert mot.libelle == "Mot-clé\u00a0: lancer la recherche"
    terme = proposer("peres", "fr")[0]
    assert (terme.genre, terme.texte, terme.url) == ("filtre", "peres (fr)", "/fr/recherche/?public=peres")
    assert terme.libelle == "Public\u00a0: voir les fiches"
    assert proposer("carnet", "fr")[0].langue_texte == "cr"


def test_un_terme_que_rien_ne_porte_n_est_pas_propose(fonds):
    assert textes("immigrants") == []


def test_sans_moteur_les_termes_restent(registre, db, caplog):
    caplog.set_level("CRITICAL", logger="recherche")
    assert textes("immig") == ["immigrants (fr)"]


def test_un_mot_cle_que_dit_un_terme_n_est_pas_redit(indexer):
    indexer(
        [document("page:1", titre="Une fiche", propositions=("Peres (FR)",), facettes={"public": ("peres",)})]
    )
    assert [p.genre for p in proposer("peres", "fr")] == ["filtre"]


def test_ordre_et_nombre(indexer):
    documents = [
        document(f"page:{n}", titre=f"Jeu numéro {n}", propositions=("jeu", "jeux d’eau")) for n in range(9)
    ]
    indexer([*documents, document("page:x", titre="Un autre jeu", propositions=("jeu", "jeudi"))])
    propositions = proposer("jeu", "fr")
    assert len(propositions) == MAXIMUM
    assert [p.genre for p in propositions] == ["fiche"] * 5 + ["mot"] * 3
    assert [p.texte for p in propositions[5:]] == ["jeu", "jeux d’eau", "jeudi"], "the most frequent first"
    assert "Un autre jeu" not in [p.texte for p in propositions], "the beginning of a title first"


def test_retrait_et_changement_suivent_l_index(fonds, registre, django_capture_on_commit_callbacks):
    liste = registre.sources[0].liste
    del liste[2]
    liste[0] = document("page:1", titre="Tout autre chose", propositions=("éveil",))
    with django_capture_on_commit_callbacks(execute=True):
        signaler("page:1", "page:3")
    assert textes("develop") == ["Grandir et se développer"]
    assert textes("musical") == []
    assert textes("autre") == ["Tout autre chose"]
    assert textes("eveil") == ["éveil"]


def test_refaire_ne_change_rien(fonds, django_capture_on_commit_callbacks):
    avant = list(Suggestion.objects.exclude(cle="version").order_by("pk").values_list("pk", "texte", "recul"))
    Suggestion.objects.create(cle="page:parti", langue="fr", texte="reste d’avant")
    doublon = Suggestion.objects.get(pk=avant[0][0])
    doublon.pk = None
    doublon.save()
    with django_capture_on_commit_callbacks(execute=True):
        signaler("page:1", "page:2")
    reconstruire()
    apres = Suggestion.objects.exclude(cle="version").order_by("pk").values_list("pk", "texte", "recul")
    assert list(apres) == avant


def test_une_table_jamais_faite_fait_reconstruire(fonds):
    assert a_reconstruire() == ""
    Suggestion.objects.all().delete()
    assert "suggestions" in a_reconstruire()


def test_base_occupee_ne_fait_pas_attendre(fonds, monkeypatch, caplog):
    """A visitor's search that finds events left behind: another's long writing must not hold it."""
    from django.db import OperationalError

    from recherche.indexation import vidage

    def occupee(*args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(vidage.table, "remplacer", occupee)
    monkeypatch.setattr(vidage.evenements, "retard", lambda *args: True)
    from recherche.models import EvenementIndexation

    EvenementIndexation.objects.create(cle="page:1")
    vidage.rattraper_retard(charger())
    assert "the database is busy" in caplog.text
    assert vidage.a_vider(), "the event waits"


def test_nombre_de_requetes(fonds, django_assert_max_num_queries):
    proposer("eveil", "fr")
    with django_assert_max_num_queries(4):
        proposer("eveil", "fr")


def test_debuts():
    trouves = [(debut.texte, debut.tete) for debut in debuts("Les jeux de l’eau", "fr")]
    assert trouves == [("les jeux de eau ", True), ("jeux de eau ", True), ("eau ", False)]
    assert plein("Intervenant·e·s, C.P.E. !", "fr") == " intervenant cpe "


def test_saisie():
    assert lire("jeu lib", "fr").bornes == (b"jeu ", b"jeu \xff")
    assert lire("jeu lib", "fr").autres == (" lib",)
    assert lire("un deux trois quatre cinq six sept huit neuf", "fr") is None


def test_un_titre_interminable_tient_dans_la_table(indexer):
    indexer([document("page:1", titre="\ufdfa" * 250 + " ᓀᐦᐃᔭᐍᐏᐣ", propositions=("œ" * 3000,))])
    assert len(textes("ᓀᐦᐃ")) == 1
    assert textes("oeoe") == ["œ" * 3000]


def test_rangees_d_un_document_vide():
    assert list(rangees(document(titre="…", propositions=("-", "")))) == []
