"""A plan as the body of a search, without a server."""

from recherche.moteurs.elasticsearch.compilation import RIEN, compiler, corps, preference
from recherche.moteurs.elasticsearch.schema import correspondance, version
from recherche.question.planification import planifier
from recherche.valeurs.arbre import Bonus, Ou, Phrase, Poids, Terme, Tout
from recherche.valeurs.requete import Requete, figer

FACETTES = ("type", "pilier", "public")
FILTRES = figer({"type": ("outil",), "pilier": ("ENF", "PAR")})


def test_arbre():
    terme = {"term": {"titre": {"value": "jeu"}}}
    assert compiler(Terme("titre", "jeu")) == terme
    assert (
        compiler(Phrase("corps", ("jeu", "_", "enfant")))["match_phrase"]["corps"]["query"] == "jeu _ enfant"
    )
    assert compiler(Poids(Terme("titre", "jeu"), 1.3))["bool"]["boost"] == 1.3
    assert compiler(Ou((Terme("titre", "jeu"),) * 3, 2))["bool"] == {
        "should": [terme] * 3,
        "minimum_should_match": 2,
    }
    assert compiler(Ou((), 0)) == RIEN, "no word finds nothing, where an empty bool would find all"
    assert compiler(Bonus(Tout(), (Terme("titre", "jeu"),)))["bool"]["should"] == [terme]


def test_chaque_facette_compte_sans_son_propre_choix():
    demande = corps(planifier(Requete(texte="jeu", filtres=FILTRES), FACETTES), FACETTES)
    type_, pilier = {"terms": {"f_type": ["outil"]}}, {"terms": {"f_pilier": ["ENF", "PAR"]}}
    filtres = {nom: agregat["filter"]["bool"]["filter"] for nom, agregat in demande["aggs"].items()}
    assert filtres["choisie:type"] == [pilier]
    assert filtres["choisie:pilier"] == [type_]
    assert sorted(map(str, filtres["libres"])) == sorted(map(str, [type_, pilier]))
    assert list(demande["aggs"]["libres"]["aggs"]) == ["public"]
    assert len(demande["post_filter"]["bool"]["filter"]) == 2
    assert demande["query"]["bool"]["filter"] == [{"term": {"langue": "fr"}}]


def test_une_facette_que_l_index_ignore_ne_laisse_rien_passer():
    demande = corps(planifier(Requete(filtres=FILTRES), FACETTES), ("type",))
    assert RIEN in demande["post_filter"]["bool"]["filter"]


def test_les_pages_d_une_recherche_lisent_les_memes_copies():
    def page(texte, numero):
        return preference(planifier(Requete(texte=texte, page=numero), FACETTES))

    assert page("jeu", 1) == page("jeu", 2) != page("livre", 1)
    assert page("jeu", 1)[0] != "_", "Elasticsearch keeps such names for itself"


def test_version_suit_les_facettes():
    assert version(("a", "b")) == version(("b", "a")) != version(("a",))
    assert correspondance(("a",))["dynamic"] == "strict"
