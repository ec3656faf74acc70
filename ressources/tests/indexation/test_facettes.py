"""The facets of the real declarations: every count equals a count by hand, every region is listed."""

import random

import pytest

from recherche.registre import registre
from recherche.services import rechercher
from recherche.valeurs.requete import Requete, figer
from ressources.indexation.facettes import valeurs
from ressources.models import (
    Fiche,
    Mesure,
    Organisation,
    Periode,
    Pilier,
    PublicCible,
    Territoire,
    TypeOutil,
)
from ressources.tests.fabriques import classements, fiche, fiche_en, valider
from ressources.tests.instantanes import memorise

pytestmark = pytest.mark.usefixtures("index")
SELECTIONS = 80


@pytest.fixture
def quarante_fiches() -> list[Fiche]:
    """Forty sheets with random terms, always the same ones; one in four in English too."""
    return _quarante_fiches()


@memorise
def _quarante_fiches() -> list[Fiche]:
    classements()
    hasard = random.Random(7)
    modeles = {
        "piliers": Pilier,
        "mesures": Mesure,
        "publics": PublicCible,
        "periodes": Periode,
        "territoires": Territoire,
    }
    termes = {champ: list(modele.objects.all()) for champ, modele in modeles.items()}
    outils, porteurs = list(TypeOutil.objects.all()), list(Organisation.objects.all()[:6])
    fiches: list[Fiche] = []
    for rang in range(40):
        genre = hasard.choice(["thematique", "outil", "initiative"])
        choisis = {champ: hasard.sample(liste, hasard.randint(0, 3)) for champ, liste in termes.items()}
        propres = {
            "outil": {"type_outil": hasard.choice(outils)},
            "initiative": {"porteur": hasard.choice(porteurs)},
        }
        annee = hasard.choice([2018, 2019, 2025, None])
        liens = hasard.sample(fiches, min(len(fiches), 2))
        page = fiche(genre, f"Fiche {rang}", liens=liens, annee=annee, **choisis, **propres.get(genre, {}))
        fiches.append(page)
        if rang % 4 == 0:
            fiche_en(page, f"Sheet {rang}")
    valider()
    return fiches


def compter_a_la_main(documents: list, filtres: dict, facette: str) -> dict[str, int]:
    """Documents that pass all the filters but those of `facette`, by code of `facette`."""
    comptes: dict[str, int] = {}
    for document in documents:
        autres = {f: codes for f, codes in filtres.items() if f != facette}
        if all(set(codes) & set(document.facettes.get(f, ())) for f, codes in autres.items()):
            for code in document.facettes.get(facette, ()):
                comptes[code] = comptes.get(code, 0) + 1
    return comptes


def test_chaque_compte_est_vrai(quarante_fiches):
    documents = [d for d in registre().documents() if d.langue == "fr"]
    codes = {facette: [v.code for v in liste] for facette, liste in valeurs("fr").items()}
    hasard = random.Random(11)
    verifies = 0
    for _ in range(SELECTIONS):
        facettes = hasard.sample(sorted(codes), hasard.randint(0, 3))
        filtres = {
            f: hasard.sample(codes[f], min(len(codes[f]), hasard.randint(1, 2))) for f in facettes if codes[f]
        }
        resultats = rechercher(Requete(langue="fr", filtres=figer({f: tuple(c) for f, c in filtres.items()})))
        assert not resultats.degrade
        retenus = [
            d for d in documents if all(set(c) & set(d.facettes.get(f, ())) for f, c in filtres.items())
        ]
        assert resultats.total == len(retenus)
        for facette in resultats.facettes:
            attendus = compter_a_la_main(documents, filtres, facette.code)
            for valeur in facette.valeurs:
                assert valeur.compte == attendus.get(valeur.code, 0), (filtres, facette.code, valeur.code)
                verifies += 1
    assert verifies > 5000


def test_les_dix_sept_regions_sont_listees(quarante_fiches):
    resultats = rechercher(Requete(langue="fr"))
    (territoires,) = [f for f in resultats.facettes if f.code == "territoire"]
    assert {f"{n:02}" for n in range(1, 18)} <= {v.code for v in territoires.valeurs}


def test_un_libelle_absent_dit_sa_langue():
    classements()
    (mesure,) = [v for v in valeurs("fr")["mesure"] if v.code == "CDV-6"]
    assert mesure.langue_libelle == "en" and mesure.libelle.startswith("Broaden")


def test_une_ville_porte_sa_region():
    classements()
    fiche(titre="À Val-d’Or", territoires=[Territoire.objects.get(code="val-dor")])
    valider()
    trouvees = rechercher(Requete(langue="fr", filtres=figer({"territoire": ("08",)}))).fiches
    assert [f.affichage["lieu"] for f in trouvees] == ["Val-d’Or"]


def test_disponible_en_deux_langues():
    page = fiche(titre="Carnet")
    fiche_en(page, "Notebook")
    fiche(titre="Seulement en français")
    valider()
    assert rechercher(Requete(langue="fr", filtres=figer({"langue": ("en",)}))).total == 1
