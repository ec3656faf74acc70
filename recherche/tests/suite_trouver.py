"""What is found, and what is shown of it."""

import datetime

import pytest

from recherche.question.planification import SUFFISANT
from recherche.services import rechercher
from recherche.tests.fabriques import document, pdf
from recherche.valeurs.document import Document
from recherche.valeurs.requete import Requete, figer


def ids(texte: str, langue: str = "fr", **champs: object) -> list[str]:
    """The ids of the first page."""
    return [fiche.id for fiche in rechercher(Requete(texte=texte, langue=langue, **champs)).fiches]


def pleine(titre: str) -> list[Document]:
    """So many sheets of this title that the list needs no other."""
    return [document(f"page:{rang}", titre=titre) for rang in range(SUFFISANT)]


class SuiteTrouver:
    """Words as people write them, in all fields, in both languages."""

    @pytest.mark.parametrize(
        "texte",
        [
            "développement des tout-petits",
            "developpement des tout petits",
            "DÉVELOPPEMENTS",
            "l'enfant",
            "l’enfant",
            "enfants",
            "de\u0301veloppement",
            "pere",
            "Pères",
            "le développement de l'enfant avec son père",
        ],
    )
    def test_accents_elision_pluriel(self, indexer, texte):
        indexer(
            [
                document(
                    "page:1", titre="Le développement de l'enfant", resume="Des pères et leurs tout-petits."
                ),
                document("page:2", titre="Cuisine collective", resume="Repas du quartier"),
            ]
        )
        assert ids(texte) == ["page:1:fr"]

    @pytest.mark.parametrize("champ", ["titre", "resume", "mots_cles", "corps"])
    def test_chaque_champ(self, indexer, champ):
        indexer([document("page:1", **{champ: "une courtepointe"}), document("page:2")])
        assert ids("courtepointes") == ["page:1:fr"]

    def test_mot_d_un_pdf_avec_sa_page(self, indexer):
        pages = pdf("Une couverture", "Le ventre", "Ici une ritournelle du soir", titre="Le guide")
        indexer([document("page:1", titre="Fiche", pages_pdf=pages), document("page:2")])
        fiche = rechercher(Requete(texte="ritournelles")).fiches[0]
        extrait = fiche.extraits[-1]
        assert (extrait.champ, extrait.document, extrait.page) == ("pdf", "Le guide", 3)
        assert "<mark>ritournelle</mark>" in extrait.fragments[0]

    def test_deux_mots_sont_exiges_quand_la_liste_est_longue(self, indexer):
        indexer([*pleine("comptine forêt"), document("page:a", titre="comptine")])
        assert "page:a:fr" not in ids("comptine forêt", taille=200)
        assert len(ids("comptine forêt", taille=200)) == SUFFISANT

    def test_deux_mots_que_peu_de_fiches_reunissent(self, indexer):
        indexer([document("page:1", titre="forêt"), document("page:2", titre="comptine forêt")])
        assert ids("comptine forêt") == ["page:2:fr", "page:1:fr"]

    def test_de_trois_mots_il_en_faut_deux(self, indexer):
        titres = ["comptine forêt", "forêt marche", "comptine"]
        autres = [document(f"page:x{rang}", titre=titre) for rang, titre in enumerate(titres)]
        indexer([*pleine("comptine forêt marche"), *autres])
        trouvees = ids("comptine forêt marche", taille=200)
        assert set(trouvees[-2:]) == {"page:x0:fr", "page:x1:fr"}
        assert len(trouvees) == SUFFISANT + 2

    def test_une_longue_question_ne_mene_pas_a_une_impasse(self, indexer):
        indexer([document("page:1", titre="comptine", facettes={"pilier": ("ENF",)}), document("page:2")])
        question = "quelle comptine chanter dehors pendant une randonnée hivernale"
        assert ids(question) == ["page:1:fr"]

    def test_filtrer_ne_change_pas_le_sens_des_mots(self, indexer):
        """Enough sheets match strictly; a filter that leaves one of them must not bring back looser ones."""
        fiches = pleine("comptine forêt marche")
        fiches.append(document("page:a", titre="comptine", facettes={"type": ("initiative",)}))
        indexer([*fiches, document("page:b", titre="forêt marche", facettes={"type": ("initiative",)})])
        filtres = figer({"type": ("initiative",)})
        assert ids("comptine forêt marche", filtres=filtres) == ["page:b:fr"]

    def test_seulement_des_mots_vides(self, indexer):
        indexer([document("page:1", titre="Être ou avoir"), document("page:2", titre="Avoir")])
        assert ids("être ou") == ["page:1:fr"]

    def test_phrases_et_exclusions(self, indexer):
        indexer(
            [
                document("page:a", titre="Le jeu libre"),
                document("page:b", titre="Libre", corps="Des jeux libres en forêt"),
                document("page:c", titre="Libre", resume="Le jeu de l'enfant", corps="libre"),
                document("page:d", titre="Être ou avoir", corps="Un tout-petit"),
            ]
        )
        attendus = {
            '"jeu libre"': "ab",
            "« jeux libres »": "ab",
            "“jeu libre”": "ab",
            '"jeu de l’enfant"': "c",
            '"jeu enfant"': "",
            '"jeu libre" forêt': "b",
            'forêt "jeu libre"': "b",
            '"jeu libre" -forêt': "a",
            "jeu -forêt": "ac",
            'jeu -"en forêt"': "ac",
            'jeu -"forêt libre"': "abc",
            "jeu -libres": "",
            "-forêts": "acd",
            "-forêt -enfant": "ad",
            "-le": "abcd",
            "-zzz": "abcd",
            "jeu - forêt": "abc",
            "tout-petit": "d",
            'jeu libre"': "abc",
            "« jeu libre": "abc",
            '"': "",
            '""': "",
            '"être ou avoir"': "d",
            '"ou être"': "",
        }
        trouves = {texte: "".join(sorted(i.split(":")[1] for i in ids(texte))) for texte in attendus}
        assert trouves == attendus

    def test_des_exclusions_seules_donnent_les_plus_recentes(self, indexer):
        jours = [datetime.date(2020, 1, jour) for jour in (5, 9, 7)]
        indexer([document(f"page:{jour.day}", titre="Parc", date=jour) for jour in jours])
        assert ids("-forêt") == ["page:9:fr", "page:7:fr", "page:5:fr"]

    def test_une_exclusion_vaut_pour_les_deux_langues(self, indexer):
        indexer([document("page:1", "en", "Transport in town"), document("page:2", "en", "Transport")])
        autre = rechercher(Requete(texte="transport -town")).autre_langue
        assert [fiche.id for fiche in autre.fiches] == ["page:2:en"]
        autre = rechercher(Requete(texte='"transport in town"')).autre_langue
        assert [fiche.id for fiche in autre.fiches] == ["page:1:en"]

    def test_une_phrase_n_est_marquee_que_la_ou_elle_est(self, indexer):
        corps = "Le jeu dehors. Rester libre. " * 60 + "Puis un jeu libre."
        indexer([document(titre="Libre", resume="Un jeu", corps=corps)])
        fiche = rechercher(Requete(texte='"jeu libre"')).fiches[0]
        assert (fiche.titre, fiche.extraits[0].fragments) == ("Libre", ("Un jeu",))
        assert "un <mark>jeu</mark> <mark>libre</mark>" in fiche.extraits[1].fragments[0]

    def test_la_forme_exacte_passe_devant(self, indexer):
        indexer([document("page:1", titre="Le parent"), document("page:2", titre="Le parents")])
        assert ids("parents") == ["page:2:fr", "page:1:fr"]
        assert ids("parent") == ["page:1:fr", "page:2:fr"]

    def test_les_mots_voisins_passent_devant(self, indexer):
        indexer(
            [
                document("page:1", titre="Soutien entre voisins du parent"),
                document("page:2", titre="Voisins entre soutien du parent"),
            ]
        )
        assert ids("soutien du parent") == ["page:2:fr", "page:1:fr"]

    @pytest.mark.parametrize("texte", ["zzzz", "🎈", "!!!", "_", "∅", "fr", "page:1"])
    def test_rien(self, indexer, texte):
        indexer([document("page:1", titre="Une forêt")])
        resultats = rechercher(Requete(texte=texte))
        assert (resultats.total, resultats.fiches, resultats.degrade) == (0, (), False)
        assert resultats.facettes, "the facets stay visible"

    def test_extraits_echappes_et_surlignes(self, indexer):
        indexer(
            [
                document(
                    titre="<script>jeu</script>", resume="Un & deux", corps="b " * 900 + "<i>les ateliers</i>"
                )
            ]
        )
        fiche = rechercher(Requete(texte="jeux atelier")).fiches[0]
        assert fiche.titre == "&lt;script&gt;<mark>jeu</mark>&lt;/script&gt;"
        assert fiche.extraits[0].fragments == ("Un &amp; deux",)
        assert "&lt;i&gt;les <mark>ateliers</mark>&lt;/i&gt;" in fiche.extraits[1].fragments[0]

    def test_langue_du_lecteur_puis_l_autre(self, indexer):
        indexer(
            [
                document("page:1", "fr", "Les familles"),
                document("page:1", "en", "Families and transport"),
                document("page:2", "en", "Transport for families"),
                document("page:3", "fr", "Le transport"),
            ]
        )
        resultats = rechercher(Requete(texte="transport", langue="fr"))
        assert (resultats.total, [fiche.id for fiche in resultats.fiches]) == (1, ["page:3:fr"])
        autre = resultats.autre_langue
        assert (autre.langue, autre.total) == ("en", 2)
        assert {fiche.id for fiche in autre.fiches} == {"page:1:en", "page:2:en"}
        assert all("<mark>" in fiche.titre for fiche in autre.fiches)
        assert set(ids("family", "en")) == {"page:1:en", "page:2:en"}

    def test_autre_langue_sans_repeter_ce_que_la_sienne_trouve(self, indexer):
        """Even when the reader's version stands on a later page."""
        fiches = [document(f"page:{i:02}", langue, "Transport") for i in range(30) for langue in ("fr", "en")]
        indexer([*fiches, document("page:seule", "en", "A bus is transport too")])
        autre = rechercher(Requete(texte="transport")).autre_langue
        assert (autre.total, autre.fiches) == (31, ())
        rare = rechercher(Requete(texte="bus transport")).autre_langue
        assert [fiche.id for fiche in rare.fiches] == ["page:seule:en"]

    def test_autre_langue_avec_les_memes_filtres(self, indexer):
        filtres = figer({"type": ("initiative",)})
        indexer(
            [
                document("page:1", "en", "Transport"),
                document("page:2", "en", "Transport", facettes={"type": ("initiative",)}),
            ]
        )
        autre = rechercher(Requete(texte="transport", filtres=filtres)).autre_langue
        assert [fiche.id for fiche in autre.fiches] == ["page:2:en"]
