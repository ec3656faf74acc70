"""Drift is found, whatever its kind."""

from recherche.indexation.verification import comparer
from recherche.tests.fabriques import document
from recherche.valeurs.document import empreinte


def test_comparer():
    fiches = [document(f"page:{rang}") for rang in range(4)]
    index = [(d.id, empreinte(d)) for d in fiches[1:]]
    index += [("page:9:fr", "x"), (fiches[3].id, empreinte(fiches[3]))]
    index[0] = (fiches[1].id, "autre")
    ecarts = comparer(fiches, index)
    assert ecarts.manquants == ("page:0:fr",)
    assert ecarts.perimes == ("page:1:fr",)
    assert ecarts.en_trop == ("page:9:fr",)
    assert ecarts.doubles == ("page:3:fr",)
    assert ecarts.nombre == 4


def test_aucun_ecart():
    fiches = [document()]
    assert comparer(fiches, [(d.id, empreinte(d)) for d in fiches]).nombre == 0
