"""Plans: pure, and as the design says."""

import pytest

from recherche.analyse import TROU, analyser
from recherche.question.composition import PAIRES_MAX, paires
from recherche.question.planification import SUFFISANT, comptage, elargir, minimum, planifier, second_bloc
from recherche.valeurs.arbre import Bonus, Ou, Phrase, Terme, Tout, condition, termes
from recherche.valeurs.requete import Requete, figer


def mots(arbre, champ="titre"):
    """The tokens searched in one field, in order."""
    return [terme.mot for terme in termes(arbre) if terme.champ == champ]


@pytest.mark.parametrize(
    ("nombre", "attendu"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2), (5, 3), (7, 4), (9, 6)]
)
def test_minimum(nombre, attendu):
    assert minimum(nombre) == attendu


def test_sans_texte():
    plan = planifier(Requete(), ("type",))
    assert (plan.arbre, plan.tri, plan.racines) == (Tout(), "date", frozenset())


def test_mots_vides_jamais_cherches_mais_gardes_comme_trous():
    plan = planifier(Requete(texte="le langage de l'enfant"), ())
    assert TROU not in {terme.mot for terme in termes(plan.arbre)}
    assert isinstance(plan.arbre, Bonus)
    suites = {poids.noeud.mots for poids in plan.arbre.bonus}
    assert [len(suite) for suite in suites] == [3], "langage, a hole, enfant"
    assert all(suite[1] == TROU for suite in suites)


def test_un_mot_repete_compte_deux_fois():
    plan = planifier(Requete(texte="jeu jeu"), ())
    assert len(mots(plan.arbre)) == 2


def test_seulement_des_mots_vides():
    plan = planifier(Requete(texte="ou est le"), ())
    assert plan.arbre == Ou((Terme("exact", "ou"), Terme("exact", "est"), Terme("exact", "le")), 2)


def test_rien_a_chercher():
    assert planifier(Requete(texte="🎈"), ()).arbre == Ou((), 0)


def test_autre_langue_analyse_autrement():
    requete = Requete(texte="the families", langue="fr")
    assert len(planifier(requete, ()).racines) == 2
    anglais = planifier(requete, (), "en")
    assert (len(anglais.racines), anglais.langue) == (1, "en")


def test_filtres_connus_seulement():
    requete = Requete(filtres=figer({"type": ("outil",), "autre": ("x",)}))
    assert planifier(requete, ("type",)).filtres == {"type": ("outil",)}


def test_elargir_les_requetes_de_plusieurs_mots_qui_trouvent_peu():
    un_mot = planifier(Requete(texte="le jeu"), ())
    assert elargir(un_mot, 0) is un_mot
    court = planifier(Requete(texte="jeu libre"), ())
    assert [court.arbre.base.minimum, elargir(court, 0).arbre.base.minimum] == [2, 1]
    vides = planifier(Requete(texte="ou est le la"), ())
    assert elargir(vides, 0) is vides, "any stop word would bring everything"
    long_ = planifier(Requete(texte="jeu libre dehors", filtres=figer({"type": ("x",)})), ("type",))
    assert elargir(long_, SUFFISANT) is long_
    assert (long_.arbre.base.minimum, elargir(long_, SUFFISANT - 1).arbre.base.minimum) == (2, 1)


def test_comptage_sans_filtres_ni_ce_qui_classe():
    choisie = planifier(Requete(texte="jeu libre dehors", filtres=figer({"type": ("x",)})), ("type",))
    compte = comptage(choisie)
    assert (compte.filtres, compte.facettes, compte.taille) == ({}, (), 0), (
        "counts would not be those of the plan"
    )
    assert compte.arbre == condition(choisie.arbre.base)
    assert comptage(planifier(Requete(texte="jeu libre dehors"), ("type",))).facettes == ("type",)


def test_second_bloc():
    plan = second_bloc(planifier(Requete(texte="jeu", page=3), ("type",)), 4)
    assert (plan.debut, plan.taille, plan.facettes) == (0, 4, ())


def test_paires_bornees():
    texte = "atelier bricolage comptine danse forêt garderie histoire jeu"
    assert len(paires(analyser(texte, "fr"))) == PAIRES_MAX
    assert paires(analyser("jeu", "fr")) == []
    assert Phrase("titre", paires(analyser("jeu libre", "fr"))[0]).mots[0] == "jeu"
