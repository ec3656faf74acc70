"""Synonyms, labels, close spellings and did-you-mean: the same on every engine."""

from recherche.aide import revisions
from recherche.models import Synonymes
from recherche.moteurs import charger
from recherche.question.planification import SUFFISANT
from recherche.services import rechercher
from recherche.tests.fabriques import document, pdf
from recherche.valeurs.requete import Requete, figer


def ids(texte: str, langue: str = "fr", **champs: object) -> list[str]:
    """The keys of the first page."""
    return [
        fiche.id.split(":")[1] for fiche in rechercher(Requete(texte=texte, langue=langue, **champs)).fiches
    ]


def ailleurs(texte: str, langue: str) -> list[str]:
    """The keys of the second block."""
    autre = rechercher(Requete(texte=texte, langue=langue)).autre_langue
    return [fiche.id.split(":")[1] for fiche in autre.fiches] if autre else []


class SuiteAide:
    """What finds more than the words of the query."""

    def test_synonymes_sans_reindexer(self, indexer):
        indexer(
            [
                document("page:sigle", titre="Le CPE du quartier"),
                document("page:long", titre="Un centre de la petite enfance"),
                document("page:desordre", titre="La petite au centre", corps="Une enfance"),
            ]
        )
        assert ids("cpe") == ["sigle"]
        groupe = Synonymes.objects.create(francais="CPE\ncentre de la petite enfance")
        assert ids("cpe") == ["sigle", "long"], "the word itself first"
        assert set(ids("centres de petite enfance")) == {"sigle", "long", "desordre"}
        assert ids('"CPE"') == ["sigle"], "quotes mean the words as they are"
        assert ids("enfance -cpe") == ids("enfance")
        groupe.francais = "CPE\ngarderie"
        groupe.save()
        assert ids("cpe") == ["sigle"]
        Synonymes.objects.all().delete()
        assert ids("cpe") == ["sigle"]

    def test_un_synonyme_de_plusieurs_mots_satisfait_ceux_qu_il_remplace(self, indexer):
        Synonymes.objects.create(francais="CPE\ncentre de la petite enfance")
        fiches = [document(f"page:{rang}", titre="Le CPE ouvert") for rang in range(SUFFISANT)]
        indexer([*fiches, document("page:seul", titre="Ouvert")])
        trouvees = ids("centre de la petite enfance ouvert", taille=200)
        assert len(trouvees) == SUFFISANT and "seul" not in trouvees

    def test_une_expression_de_l_equipe_ne_se_cherche_pas_mot_a_mot(self, indexer):
        Synonymes.objects.create(francais="petite enfance\ntout-petit")
        indexer([document("page:1", titre="La petite enfance"), document("page:2", titre="Une petite rue")])
        assert ids("petite enfance") == ids("tout-petits") == ["1"]
        assert ids("petite rue") == ["2", "1"], "other words are"
        indexer([document("page:2", titre="Une petite rue")])
        assert ids("petite enfance") == ["2"], "better than nothing"

    def test_les_synonymes_sont_marques(self, indexer):
        Synonymes.objects.create(francais="CPE\ncentre de la petite enfance")
        corps = "La petite rue. Le centre. " * 60 + "Enfin un centre de la petite enfance."
        indexer([document("page:1", titre="Le centre", corps=corps)])
        fiche = rechercher(Requete(texte="cpe")).fiches[0]
        assert fiche.titre == "Le centre"
        marques = "<mark>centre</mark> de la <mark>petite</mark> <mark>enfance</mark>"
        assert marques in fiche.extraits[-1].fragments[0]

    def test_synonymes_entre_les_langues(self, indexer):
        Synonymes.objects.create(francais="tout-petit\npetite enfance", anglais="toddler")
        indexer(
            [
                document("page:fr1", "fr", "La petite enfance"),
                document("page:fr2", "fr", "Les tout-petits"),
                document("page:en", "en", "Toddlers"),
            ]
        )
        assert (ids("toddler", "en"), set(ailleurs("toddler", "en"))) == (["en"], {"fr1", "fr2"})
        assert (set(ids("petite enfance")), ailleurs("petite enfance", "fr")) == ({"fr1", "fr2"}, ["en"])
        assert set(ids("toddler", "fr")) == {"fr1", "fr2"}, "no French sheet holds that word"
        assert ailleurs("-toddler", "en") == [], "nor is it wanted in French"

    def test_libelles_entre_les_langues(self, indexer, bilingue):
        indexer(
            [
                document("page:fr", "fr", "L'accueil des pères"),
                document("page:fr2", "fr", "Des familles très jeunes"),
                document("page:en", "en", "Fathers at home"),
            ]
        )
        assert (ids("fathers", "en"), ailleurs("fathers", "en")) == (["en"], ["fr"])
        assert (ids("pères", "fr"), ailleurs("pères", "fr")) == (["fr"], ["en"])
        assert ailleurs("young families", "en") == ["fr2"]
        assert "<mark>" in rechercher(Requete(texte="fathers", langue="en")).autre_langue.fiches[0].titre

    def test_un_libelle_renomme_compte_aussitot(self, indexer, registre, bilingue):
        indexer([document("page:fr", "fr", "Les papas")])
        assert ailleurs("fathers", "en") == []
        registre.traductions = lambda: [{"fr": "Papas", "en": "Fathers"}]
        revisions.marquer(revisions.LIBELLES)
        assert ailleurs("fathers", "en") == ["fr"]

    def test_pas_d_autre_langue_par_un_mot_vide(self, indexer):
        indexer(
            [
                document("page:en", "en", "Tour de table"),
                document("page:fr", "fr", "On the road, what a family"),
            ]
        )
        assert ailleurs("accueil de la", "fr") == []
        assert ailleurs("the house on what", "en") == []
        assert ailleurs("table", "fr") == ["en"]

    def test_faute_de_frappe(self, indexer):
        indexer(
            [
                document("page:1", titre="L’éveil musical", corps="Un logement"),
                document("page:2", titre="Le développement", pages_pdf=pdf("une ritournelle")),
                document("page:3", "en", "Housing"),
            ]
        )
        for faute, cle in {
            "eviel": "1",
            "musicla": "1",
            "musial": "1",
            "devlopement": "2",
            "xusical": "1",
        }.items():
            assert ids(faute) == [cle], faute
        assert ids("eve") == ids("zzzzz") == ids("mxsxcal") == []
        assert ids("éveil muzical") == ["1"]
        assert ids('"muzical"') == [], "quotes mean the words as they are"
        assert ids("housing") == [], "a word of the other language is no mistake"
        marque = rechercher(Requete(texte="muzical")).fiches[0].titre
        assert marque == "L’éveil <mark>musical</mark>"

    def test_faute_dans_un_mot_que_seul_un_pdf_contient(self, indexer):
        indexer(
            [
                document("page:1", titre="Un cahier", pages_pdf=pdf("Une ritournelle et un biberon")),
                document("page:2", titre="Les biberons", corps="Biberonner"),
            ]
        )
        assert (ids("ritounelle"), ids("ritourmelles")) == (["1"], ["1"])
        resultats = rechercher(Requete(texte="ritounelle"))
        assert (resultats.suggestion, resultats.fiches[0].extraits[-1].champ) == ("ritournelle", "pdf")
        assert rechercher(Requete(texte="bibeeron")).suggestion == "biberon"
        indexer([document("page:1", titre="Un cahier"), document("page:2", titre="Un autre")])
        assert rechercher(Requete(texte="ritounelle")).suggestion == "", "the PDF is gone"

    def test_mots_colles_et_mots_coupes(self, indexer):
        indexer(
            [
                document("page:1", titre="La semaine des tout-petits"),
                document("page:2", titre="Le préscolaire"),
                document("page:3", titre="Le milieu scolaire"),
                document("page:4", titre="Un guide", pages_pdf=pdf("Le bas âge")),
                document("page:5", "en", "Early childhood"),
                document("page:6", "en", "A child"),
            ]
        )
        attendus = {
            ("toutpetits", "fr"): ("tout petits", ["1"]),
            ("basâge", "fr"): ("bas âge", ["4"]),
            ("pré scolaire", "fr"): ("préscolaire", ["2", "3"]),
            ("early child hood", "en"): ("early childhood", ["5", "6"]),
            ("earlychildhood", "en"): ("early childhood", ["5"]),
            ("petits tout", "fr"): ("", ["1"]),
        }
        for (texte, langue), (suggestion, cles) in attendus.items():
            resultats = rechercher(Requete(texte=texte, langue=langue))
            assert (resultats.suggestion, ids(texte, langue)) == (suggestion, cles), texte
        assert (
            "<mark>tout</mark>-<mark>petits</mark>" in rechercher(Requete(texte="toutpetits")).fiches[0].titre
        )
        assert ids('"toutpetits"') == [], "quotes mean the words as they are"

    def test_un_mot_que_l_on_trouve_n_est_pas_corrige(self, indexer):
        indexer([document("page:1", titre="Comptines"), document("page:2", titre="Comptons")])
        assert ids("comptine") == ["1"]
        assert rechercher(Requete(texte="comptine")).suggestion == ""

    def test_un_mot_retire_n_est_jamais_suggere(self, indexer, registre):
        indexer([document("page:1", titre="Confidentiel"), document("page:2", titre="Une forêt")])
        assert ids("confidentil") == ["1"]
        with charger().verrou(5):
            charger().indexer([], supprimer=["page:1"])
        resultats = rechercher(Requete(texte="confidentil"))
        assert (resultats.total, resultats.suggestion) == (0, "")

    def test_suggestion(self, indexer):
        indexer(
            [
                document("page:1", titre="L'éveil musical", facettes={"type": ("outil",)}),
                document("page:2", titre="Une forêt"),
            ]
        )
        suggestions = {
            "evail": "éveil",
            "Evail -forêt musical": "éveil -forêt musical",
            '"evail musicla"': '"éveil musical"',
            "« l’evail »": "« l’éveil »",
            "musical": "",
            "zzzzzz": "",
            "-evail": "",
            "eviel forêt": "éveil forêt",
        }
        assert {t: rechercher(Requete(texte=t)).suggestion for t in suggestions} == suggestions
        filtre = figer({"type": ("initiative",)})
        assert rechercher(Requete(texte="evail", filtres=filtre)).suggestion == "", (
            "it would find nothing there"
        )

    def test_l_autre_langue_lit_la_requete_corrigee(self, indexer, bilingue):
        indexer([document("page:en", "en", "Fathers"), document("page:fr", "fr", "Les pères")])
        assert (ids("fatehrs", "en"), ailleurs("fatehrs", "en")) == (["en"], ["fr"])
