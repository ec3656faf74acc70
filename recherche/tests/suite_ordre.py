"""The order of hits, and pages."""

import datetime

from recherche.services import rechercher
from recherche.tests.fabriques import document, documents_au_hasard
from recherche.valeurs.requete import Requete

JOUR = datetime.date(2020, 1, 1)


def jour(rang: int) -> datetime.date:
    """A date `rang` days later."""
    return JOUR + datetime.timedelta(days=rang)


def tout_lire(requete: Requete) -> list[str]:
    """The ids of all pages."""
    trouves: list[str] = []
    page = 1
    while True:
        resultats = rechercher(Requete(texte=requete.texte, tri=requete.tri, page=page))
        trouves += [fiche.id for fiche in resultats.fiches]
        if page >= resultats.pages:
            return trouves
        page += 1


class SuiteOrdre:
    """Score, date, id; newest; title; and every hit on exactly one page."""

    def test_egalites_par_date_puis_id(self, indexer):
        fiches = [document(f"page:{i:02}", titre="Une forêt", date=jour(i % 3)) for i in range(45)]
        fiches += [document("page:99", titre="Une forêt")]  # without a date: last
        indexer(fiches)
        attendu = sorted(fiches, key=lambda d: (-(d.date.toordinal() if d.date else 0), d.id))
        assert tout_lire(Requete(texte="forêt")) == [d.id for d in attendu]

    def test_sans_texte_les_plus_recentes(self, indexer):
        fiches = [d for d in documents_au_hasard(40, graine=3) if d.langue == "fr"]
        indexer(fiches)
        attendu = sorted(fiches, key=lambda d: (-(d.date.toordinal() if d.date else 0), d.id))
        assert tout_lire(Requete()) == [d.id for d in attendu]
        assert tout_lire(Requete(tri="pertinence")) == [d.id for d in attendu]

    def test_par_titre(self, indexer):
        titres = [
            "Zèbre",
            "L'école du matin",
            "éveil",
            "Atelier de cuisine bis",
            "Atelier de cuisine",
            "10 jeux",
            "écoles",
        ]
        indexer([document(f"page:{i}", titre=titre) for i, titre in enumerate(titres)])
        trouves = [titres[int(i[5])] for i in tout_lire(Requete(tri="titre"))]
        assert trouves == [
            "10 jeux",
            "Atelier de cuisine",
            "Atelier de cuisine bis",
            "L'école du matin",
            "écoles",
            "éveil",
            "Zèbre",
        ]

    def test_tri_choisi_malgre_le_texte(self, indexer):
        indexer([document(f"page:{i}", titre="forêt " * (3 - i), date=jour(i)) for i in range(3)])
        assert tout_lire(Requete(texte="forêt", tri="date")) == ["page:2:fr", "page:1:fr", "page:0:fr"]

    def test_pages_sans_trou_ni_double(self, indexer):
        indexer(documents_au_hasard(64, graine=5, langues=("fr",)))
        lus = tout_lire(Requete(texte="enfant parent famille"))
        premiere = rechercher(Requete(texte="enfant parent famille"))
        assert len(lus) == len(set(lus)) == premiere.total > 10
        assert len(tout_lire(Requete())) == 64

    def test_au_dela_de_la_derniere_page(self, indexer):
        indexer([document(f"page:{i}") for i in range(12)])
        resultats = rechercher(Requete(page=7))
        assert (resultats.total, resultats.pages, resultats.fiches) == (12, 2, ())

    def test_scores_decroissants(self, indexer):
        indexer(documents_au_hasard(50, graine=9, langues=("fr",)))
        scores = [fiche.score for fiche in rechercher(Requete(texte="enfant lecture parent")).fiches]
        assert scores == sorted(scores, reverse=True)
        assert scores[0] > scores[-1] > 0
