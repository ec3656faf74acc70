"""What templates receive: pages, orders, limits."""

from recherche.reponse.vue import Vue
from recherche.valeurs.requete import Requete
from recherche.valeurs.resultats import AutreLangue, Resultats


def vue(page: int = 1, pages: int = 1, **champs) -> Vue:
    """A view of an empty page."""
    return Vue(Requete(page=page, **champs), Resultats(total=pages * 10, pages=pages, page=page), "/x/")


def numeros(**options) -> list[int]:
    """Page numbers; 0 is a gap."""
    return [lien.numero for lien in vue(**options).pages]


def test_pages():
    assert numeros(pages=1) == []
    assert numeros(pages=3) == [1, 2, 3]
    assert numeros(page=1, pages=30) == [1, 2, 3, 0, 30]
    assert numeros(page=10, pages=30) == [1, 0, 8, 9, 10, 11, 12, 0, 30]
    assert numeros(page=30, pages=30) == [1, 0, 28, 29, 30]
    assert numeros(page=31, pages=30) == []
    assert [lien.numero for lien in vue(page=2, pages=3).pages if lien.courante] == [2]


def test_precedente_et_suivante():
    milieu = vue(page=2, pages=3, texte="jeu")
    assert (milieu.url_precedente, milieu.url_suivante) == ("/x/?q=jeu", "/x/?q=jeu&page=3")
    assert (vue(pages=1).url_precedente, vue(pages=1).url_suivante) == ("", "")


def test_tris():
    assert [code for code, _, _ in vue().tris] == ["", "titre"], "the default is not sent with words to come"
    assert [(code, actif) for code, _, actif in vue(texte="jeu").tris] == [
        ("", True),
        ("date", False),
        ("titre", False),
    ]


def test_hors_limite():
    assert vue(page=2, pages=1).hors_limite
    assert not vue(page=2, pages=2).hors_limite
    assert not Vue(Requete(page=5), Resultats(degrade=True), "/x/").hors_limite


def test_adresses():
    autre = Resultats(autre_langue=AutreLangue("en", 3))
    assert Vue(Requete(texte="jeu"), autre, "/x/").url_autre_langue.startswith("/en/")
    assert vue().url_autre_langue == ""
    assert vue(texte="jeu", page=2, pages=2).url == "/x/?q=jeu&page=2"
    assert vue(texte="jeu", tri="date", page=2, pages=2).url_premiere == "/x/?q=jeu&tri=date"
    assert vue(texte="jeu", tri="date").url_sans_texte == "/x/"
