"""Declarations add up, and a temporary registry leaves no trace."""

import pytest

from recherche import registre as module
from recherche.registre import Facette, Registre, Source, declarer, registre, registre_temporaire
from recherche.tests.fabriques import SourceMemoire, document, valeurs
from recherche.valeurs.requete import Requete


def test_declarer():
    with registre_temporaire(Registre()) as essai:
        assert registre() is essai
        assert registre().valeurs("fr") == {}
        assert registre().secours(Requete(page=2)).page == 2
        declarer(sources=[SourceMemoire([document("page:1")])], facettes=[Facette("type", "Type")])
        declarer(
            sources=[SourceMemoire([document("organisation:2")])],
            facettes=[Facette("pilier", "Pilier")],
            genres={"outil": "Outil"},
            valeurs=valeurs,
        )
        assert registre().codes_facettes == ("type", "pilier")
        assert list(registre().cles()) == ["page:1", "organisation:2"]
        assert [d.id for d in registre().documents(["organisation:2"])] == ["organisation:2:fr"]
        assert len(list(registre().documents())) == 2
        assert registre().genres == {"outil": "Outil"}
        assert "type" in registre().valeurs("fr")


def test_le_registre_temporaire_s_efface():
    avant = module.registre()
    with pytest.raises(RuntimeError), registre_temporaire(Registre()):
        raise RuntimeError
    assert module.registre() is avant


def test_une_source_incomplete_ne_s_instancie_pas():
    class Incomplete(Source):
        def cles(self):
            return []

    with pytest.raises(TypeError):
        Incomplete()
