"""Groups of expressions, and where a query meets them."""

import pytest

from recherche.aide import Aide, Expression, Groupe, Lexique
from recherche.aide.places import lire_texte
from recherche.analyse import analyser


def groupe(francais: str = "", anglais: str = "", entre_langues: bool = False) -> Groupe:
    """A group from texts separated by commas."""
    textes = [("fr", t) for t in francais.split(",") if t] + [("en", t) for t in anglais.split(",") if t]
    return Groupe(tuple(Expression(langue, texte.strip()) for langue, texte in textes), entre_langues)


ENFANCE = groupe("petite enfance, tout-petit", "early childhood, toddler")
CPE = groupe("CPE, centre de la petite enfance")
PERES = groupe("Pères", "Fathers", entre_langues=True)


def variantes(texte: str, lecteur: str, documents: str, *groupes: Groupe, inconnus: str = "") -> list:
    """For each place: the literal form, then what may stand for it."""
    aide = Aide(Lexique.de(groupes), inconnus=frozenset(inconnus.split()))
    lecture = lire_texte(texte, lecteur, documents, aide)
    return [
        (
            lecture.jetons[place.rang].forme if place.rang >= 0 else "",
            *sorted(" ".join(v.formes) for v in place.variantes),
        )
        for place in lecture.places
    ]


def rencontres(texte: str, *groupes: Groupe) -> list[tuple[int, int]]:
    racines = [j.racine for j in analyser(texte, "fr") if j.racine != "_"]
    return [(r.debut, r.longueur) for r in Lexique.de(groupes).rencontres(racines, "fr")]


@pytest.mark.parametrize(
    ("texte", "attendues"),
    [
        ("cpe", [(0, 1)]),
        ("C.P.E.", [(0, 1)]),
        ("centres de petite enfance", [(0, 3)]),
        ("la petite enfance au cpe", [(0, 2), (2, 1)]),
        ("petite", []),
        ("enfance petite", []),
    ],
)
def test_la_plus_longue_expression_gagne(texte, attendues):
    assert rencontres(texte, ENFANCE, CPE) == attendues


def test_dans_la_langue_du_lecteur():
    assert variantes("tout-petits", "fr", "fr", ENFANCE) == [
        ("tout", "petite enfance"),
        ("petits", "petite enfance"),
    ]
    assert variantes("un cpe", "fr", "fr", CPE) == [("cpe", "centre de la petite enfance")]


def test_vers_l_autre_langue():
    assert variantes("toddlers", "en", "fr", ENFANCE) == [("toddlers", "petite enfance", "tout petit")]
    assert variantes("fathers", "en", "fr", PERES) == [("fathers", "peres")]
    assert variantes("pères", "fr", "en", PERES) == [("peres", "fathers")]
    assert variantes("pères", "fr", "fr", PERES) == [("peres",)], "a label does not repeat itself"


def test_les_mots_vides_du_lecteur_ne_comptent_pas_dans_l_autre_langue():
    assert variantes("accueil de la famille", "fr", "en") == [("accueil",), ("famille",)]
    assert variantes("the family", "en", "fr") == [("family",)]


def test_un_mot_de_l_autre_langue_que_nulle_fiche_n_emploie():
    assert variantes("toddler", "fr", "fr", ENFANCE) == [("toddler",)]
    voulu = [("toddler", "petite enfance", "tout petit")]
    assert variantes("toddler", "fr", "fr", ENFANCE, inconnus="toddler") == voulu


def test_le_poids_se_partage_entre_les_mots_remplaces():
    lecture = lire_texte("petite enfance", "fr", "fr", Aide(Lexique.de([ENFANCE])))
    assert [place.variantes[0].poids for place in lecture.places] == [0.3, 0.3]


def test_une_expression_sans_mot_est_ignoree():
    assert Lexique.de([groupe("de la, sur")]).groupes.keys() == {("fr", Expression("fr", "sur").racines)} - {
        ("fr", ())
    }
