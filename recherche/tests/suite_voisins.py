"""What resembles a document, on every engine."""

from recherche.reponse.voisins import proches
from recherche.tests.fabriques import document


class SuiteVoisins:
    """Similar documents come from plans alone."""

    def test_le_plus_proche_d_abord_sans_soi(self, indexer):
        indexer(
            [
                document("page:1", titre="Lire en famille", mots_cles="lecture, albums, bibliothèque"),
                document(
                    "page:2", titre="L'heure du conte", resume="Des albums à la bibliothèque, la lecture"
                ),
                document("page:3", titre="La lecture au parc", resume="Des albums dehors"),
                document("page:4", titre="Transport collectif", resume="L'autobus du quartier"),
            ]
        )
        assert proches("page:1", "fr") == [("page:2", "fr"), ("page:3", "fr")]

    def test_sa_langue_d_abord_puis_l_autre(self, indexer):
        indexer(
            [
                document("page:1", "fr", "Jeux de doigts", mots_cles="comptines"),
                document("page:1", "en", "Finger games", mots_cles="rhymes"),
                document("page:2", "fr", "Comptines à gestes", resume="Jeux"),
                document("page:2", "en", "Rhymes and gestures", resume="Games"),
                document("page:3", "en", "Games outdoors", resume="Rhymes"),
            ]
        )
        assert proches("page:1", "fr", ["en"]) == [("page:2", "fr"), ("page:3", "en")]

    def test_document_inconnu(self, indexer):
        indexer([document("page:1", titre="Jeux")])
        assert proches("page:9", "fr", ["en"]) == []

    def test_parmi_un_type(self, indexer):
        textes = {"titre": "Jeux de doigts", "mots_cles": "comptines"}
        indexer(
            [
                document("page:1", **textes),
                document("page:2", **textes, facettes={"type": ("initiative",)}),
                document("page:3", **textes),
            ]
        )
        assert proches("page:1", "fr", filtres={"type": ("initiative",)}) == [("page:2", "fr")]
