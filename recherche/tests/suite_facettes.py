"""Facets that tell the truth."""

import random

from recherche.services import rechercher
from recherche.tests import brut
from recherche.tests.fabriques import FACETTES, MOTS, document, documents_au_hasard
from recherche.valeurs.requete import Requete, figer


def comptes(resultats) -> dict[str, dict[str, int]]:
    """Counts by facet and code."""
    return {f.code: {v.code: v.compte for v in f.valeurs} for f in resultats.facettes}


class SuiteFacettes:
    """OR inside, AND across, own choice left out of the counts, all values listed."""

    def test_tous_les_comptes_egalent_la_force_brute(self, indexer):
        """80 random selections, with and without words, in both languages."""
        documents = documents_au_hasard(70, graine=7)
        indexer(documents)
        hasard = random.Random(11)
        non_vides = 0
        for _ in range(80):
            langue = hasard.choice(["fr", "en"])
            texte = " ".join(hasard.choices(MOTS[langue], k=hasard.randint(0, 3)))
            facettes = hasard.sample(sorted(FACETTES), hasard.randint(0, 3))
            choix = {f: tuple(hasard.sample(FACETTES[f], hasard.randint(1, 3))) for f in facettes}
            resultats = rechercher(Requete(texte=texte, langue=langue, filtres=figer(choix)))
            total, attendus = brut.comptes(documents, texte, langue, choix, FACETTES)
            assert not resultats.degrade
            assert resultats.total == total, (texte, choix)
            assert comptes(resultats) == {f: {c: attendus[f][c] for c in FACETTES[f]} for f in FACETTES}
            non_vides += bool(total)
        assert non_vides > 30, "a property over empty lists would prove nothing"

    def test_ou_dans_une_facette_et_entre_facettes(self, indexer):
        def avec(cle, type_, pilier):
            return document(cle, facettes={"type": (type_,), "pilier": (pilier,)})

        indexer(
            [
                avec("page:1", "outil", "ENF"),
                avec("page:2", "initiative", "ENF"),
                avec("page:3", "outil", "PAR"),
            ]
        )

        def trouve(**choix):
            return {fiche.id[5] for fiche in rechercher(Requete(filtres=figer(choix))).fiches}

        assert trouve(type=("outil", "initiative")) == {"1", "2", "3"}
        assert trouve(type=("outil",), pilier=("ENF",)) == {"1"}
        assert trouve(type=("outil", "initiative"), pilier=("ENF",)) == {"1", "2"}

    def test_toutes_les_valeurs_dans_l_ordre_du_registre(self, indexer):
        indexer([document(facettes={"annee": ("2015",)})])
        facettes = {f.code: [v.code for v in f.valeurs] for f in rechercher(Requete()).facettes}
        assert facettes == {code: list(valeurs) for code, valeurs in FACETTES.items()}

    def test_zero_garde_quand_choisi_et_inconnu_ignore(self, indexer):
        indexer([document(facettes={"pilier": ("ENF",)})])
        choix = figer({"pilier": ("AGE", "INCONNU"), "type": ("rien",), "facette": ("x",)})
        resultats = rechercher(Requete(filtres=choix))
        assert resultats.total == 0
        (pilier,) = [f for f in resultats.facettes if f.code == "pilier"]
        assert [(v.code, v.compte) for v in pilier.choisies] == [("AGE", 0)]
        assert comptes(resultats)["pilier"]["ENF"] == 1
        assert not next(f for f in resultats.facettes if f.code == "type").choisies

    def test_facette_fixee_par_l_adresse(self, indexer):
        indexer(
            [
                document("page:1", facettes={"pilier": ("ENF",)}),
                document("page:2", facettes={"pilier": ("PAR",)}),
            ]
        )
        requete = Requete(filtres=figer({"pilier": ("ENF",)}), fixes=frozenset({"pilier"}))
        resultats = rechercher(requete)
        assert [fiche.id for fiche in resultats.fiches] == ["page:1:fr"]
        assert "pilier" not in {f.code for f in resultats.facettes}
        inconnu = Requete(filtres=figer({"pilier": ("XYZ",)}), fixes=frozenset({"pilier"}))
        assert rechercher(inconnu).total == 0, "an unknown preset must not open the whole list"

    def test_libelle_dans_une_seule_langue(self, indexer):
        indexer([document(langue="en", titre="A sheet")])
        public = next(f for f in rechercher(Requete(langue="en")).facettes if f.code == "public")
        assert {v.code: v.langue_libelle for v in public.valeurs} == {
            "peres": "",
            "familles": "fr",
            "immigrants": "",
        }
