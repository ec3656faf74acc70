"""Which words may be cut in two, which neighbours joined. Counts are those of a collection."""

from collections.abc import Sequence

from recherche.aide import Expression, Groupe, Lexique, Vocabulaire, aider
from recherche.aide.jointures import coupes, couples
from recherche.analyse import analyser
from recherche.tests.fabriques import document, pdf
from recherche.valeurs.arbre import EXACT, PDF, Et, Noeud, Ou, Phrase, Terme
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete

FICHES = [
    document("page:1", titre="Les tout-petits du préscolaire", corps="Un enfant, demain, par là"),
    document("page:2", titre="En bas âge, la main", corps="Le préscolaire, une école"),
    document("page:3", titre="Une maison", corps="enfants", pages_pdf=pdf("Un marche-pied")),
    document("page:4", titre="Une maternelle", corps="Le préscolaire ; scolaire"),
    document("page:5", titre="Un centre", corps="Au préscolaire"),
]
VOCABULAIRE = Vocabulaire.depuis_documents(FICHES)


def compter(noeuds: Sequence[Noeud], langue: str) -> list[int]:
    """How many of the sheets match each tree, read word by word."""
    return [sum(_trouve(noeud, fiche) for fiche in FICHES) for noeud in noeuds]


def _trouve(noeud: Noeud, fiche: Document) -> bool:
    match noeud:
        case Ou():
            return any(_trouve(autre, fiche) for autre in noeud.noeuds)
        case Et():
            return all(_trouve(autre, fiche) for autre in noeud.noeuds)
        case Terme() | Phrase():
            mots = (noeud.mot,) if isinstance(noeud, Terme) else noeud.mots
            textes = (
                [page.texte for page in fiche.pages_pdf] if noeud.champ == PDF else [fiche.titre, fiche.corps]
            )
            rang = 1 if noeud.champ == EXACT else 0
            suites = [[jeton[rang] for jeton in analyser(texte, fiche.langue)] for texte in textes]
            return any(tuple(suite[i : i + len(mots)]) == mots for suite in suites for i in range(len(suite)))
        case _:
            raise AssertionError(noeud)


def correction(texte: str, lexique: Lexique | None = None) -> str:
    return aider(Requete(texte=texte), lexique or Lexique(), VOCABULAIRE, compter).correction


def test_coupes():
    assert coupes("toutpetits", "fr", VOCABULAIRE) == ["tout petits"]
    assert coupes("lamaison", "fr", VOCABULAIRE) == ["la maison"], "a stop word is known"
    assert coupes("dela", "fr", VOCABULAIRE) == [], "but two of them say nothing"
    assert coupes("basinconnu", "fr", VOCABULAIRE) == coupes("bas", "fr", VOCABULAIRE) == []


def test_couples():
    def formes(texte: str) -> list[str]:
        return [couple.forme for couple in couples(Requete(texte=texte), VOCABULAIRE)]

    assert formes("pré scolaire") == formes("pré-scolaire") == formes('"pré scolaire"') == ["prescolaire"]
    assert formes("au pré  scolaire") == ["prescolaire"]
    assert formes("pré, scolaire") == formes("pré -scolaire") == formes('pré "scolaire"') == []
    assert formes("en fant") == ["enfant"]
    assert formes("de main") == [], "« main » is a word"
    assert formes("scolaire pré") == []


def test_un_mot_colle_se_coupe():
    assert correction("toutpetits") == "tout petits"
    assert correction("une basâge ici") == "une bas âge ici", "with the accents of the documents"
    assert correction("marchepied") == "marche pied", "in a PDF only"
    assert correction("maisonmain") == "", "never side by side"


def test_un_mot_coupe_se_colle():
    assert correction("pré scolaire") == correction("pré-scolaire") == "préscolaire"
    assert correction("un en fant") == "un enfant"
    assert correction('"pré scolaire" -enfant') == '"préscolaire" -enfant'
    assert correction("par là") == correction("tout petits") == correction("bas âge") == ""


def test_le_mot_entier_remplace_ses_deux_parties():
    aide = aider(Requete(texte="pré scolaire"), Lexique(), VOCABULAIRE, compter)
    assert set(aide.proches) == {"pre", "scolaire"}
    (variante,) = aide.proches["pre"]
    assert (variante.formes, variante.poids) == (("prescolaire",), 0.8)
    (coupe,) = aider(Requete(texte="toutpetits"), Lexique(), VOCABULAIRE, compter).proches["toutpetits"]
    assert (coupe.racines, coupe.ordonnee) == (("tout", "petit"), True)


def test_une_expression_de_l_equipe_reste_entiere():
    groupe = Groupe((Expression("fr", "pré scolaire"), Expression("fr", "maternelle")))
    assert correction("pré scolaire", Lexique.de([groupe])) == ""


def test_sans_mot_douteux_rien_n_est_compte():
    def jamais(noeuds: Sequence[Noeud], langue: str) -> Sequence[int]:
        raise AssertionError(noeuds)

    assert aider(Requete(texte="les enfants du préscolaire"), Lexique(), VOCABULAIRE, jamais).correction == ""
