"""What may name, reach or locate somebody is never counted; what people search for is."""

import pytest

from recherche.journal.discretion import LONGUEUR_MAX, est_retenable, normaliser

GARDES = """
pères|petite enfance|0-5 ans|0 à 5 ans|jeux 18 mois|éveil à la lecture|L’accueil des pères|fathers|early childhood
plan 2019-2024|bilan 2009 2020|avenir d'enfants 2019|1000 premiers jours|loi 143|projet de loi 21|bill 96|article 5.1
RLP|CPE|EQDEM 2022|EQPPEM|info-santé 811|211 Québec|aller vers|"petite enfance"
jeux -outil|covid-19|c'est quoi une HALTE?
familles immigrantes|low-income families|18-36 months|parents of 2 year olds
Grandir en santé|Maison de la famille de Laval
Comment joindre les pères ?|tout-petit|sans-abri|Aide-mémoire 5 étapes|Agir tôt|first 1000 days|top 10 des jeux
100 familles|Saguenay–Lac-Saint-Jean|petits groupes 3 4 5 ans|La relation avec les parents|budget 20 $|25 à 80 parents
""".replace("\n", "|")

ECARTES = """
marie.tremblay@exemple.ca|marie.tremblay@|jean arobase exemple|jean (at) exemple|jean at example dot com|@jeanne
514 555-0199|(514) 555-0199|514.555.0199|5145550199|+1 514 555 0199|1-800-555-0199|555-0199|5550199|tél 514‑555‑0199
appeler 514 555 0199 svp|４１８ ５５５ ０１９９|call me 613 555 0123|h2x 1y4|H2X1Y4
h2x-1y4|garderie H2X 1Y4|G1R|ottawa k1a 0b1
90210|12345|TREM 1234 5678|trem12345678|TREM-1234-5678|nam TREM 1234 5678|046 454 286|046-454-286|046454286
4540 1234 5678 9010|12 rue saint-denis|12, rue Saint-Denis|1205 boul. laurier
rue saint-denis 1205|app 4 rue ontario|apt 4
123 main street|123 old mill road|unit 12|po box 12|case postale 45|12 bis rue des pins|45 ch. des patriotes
12/03/2019|2019-03-12|12 mars 2019|née le 3 mai|march 12|12th march|1er janvier 2020|may 5th 2021
Marie Tremblay 4 ans|Jean-Guy Roy 32|dossier 4587|marie tremblay 514|enfant 8841|ab12cd34ef|code 123456
https://exemple.ca/moi|www.exemple.com|facebook.com/marie|exemple.quebec|0199|12 34 56 78|555 0199|...|???|0-5|4 5 6
""".replace("\n", "|")


def cas(liste: str) -> list[str]:
    return [texte for texte in liste.split("|") if texte]


@pytest.mark.parametrize("texte", cas(GARDES))
def test_garde(texte):
    assert est_retenable(texte)


@pytest.mark.parametrize("texte", cas(ECARTES))
def test_ecarte(texte):
    assert not est_retenable(texte)


@pytest.mark.parametrize("texte", ["", "   ", "a" * (LONGUEUR_MAX + 1), "mot " * 11, "x" * 300])
def test_vide_ou_trop_long(texte):
    assert not est_retenable(texte)


def test_une_histoire_est_ecartee():
    assert not est_retenable("ma voisine de la rue derrière crie après son garçon tous les soirs que faire")


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("  Pères  ?", "pères"),
        ("L’ACCUEIL", "l'accueil"),
        ("« petite enfance »", '"petite enfance"'),
        ("e\u0301veil", "éveil"),
        ("tout‑petit", "tout-petit"),
    ],
)
def test_normaliser(texte, attendu):
    assert normaliser(texte) == attendu
