"""The forms of documents."""

from recherche.aide.vocabulaire import Vocabulaire
from recherche.tests.fabriques import document, pdf


def test_toutes_les_formes_avec_leur_graphie():
    fiche = document(
        titre="L’ÉVEIL à la lecture",
        resume="L’éveil, l'éveil",
        mots_cles="RLP, Œuvre",
        corps="intervenant·e·s 2019 ab",
        pages_pdf=pdf("ritournelle"),
    )
    autre = document("page:2", "en", "Reading")
    vocabulaire = Vocabulaire.depuis_documents([fiche, autre])
    assert vocabulaire.formes["fr"] == {
        "eveil": "éveil",
        "lecture": "lecture",
        "rlp": "rlp",
        "oeuvre": "œuvre",
        "intervenant": "intervenant",
        "ritournelle": "ritournelle",
    }
    assert vocabulaire.formes["en"] == {"reading": "reading"}
    assert vocabulaire.graphie("eveil", "fr") == "éveil"
    assert vocabulaire.graphie("inconnu", "fr") == "inconnu"
    assert not vocabulaire.a("es")
