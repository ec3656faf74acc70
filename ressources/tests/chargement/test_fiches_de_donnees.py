"""The figures, charts and quotes of the project: loaded once, bilingual, sourced, never over an editor's work."""

import pytest

from ressources.chargement.fiches_de_donnees import charger_fiches_de_donnees, lire
from ressources.models import Chargement, ChiffreCle, Citation, Graphique
from ressources.tests.fabriques import classements

pytestmark = pytest.mark.django_db


def test_charger_deux_fois_ne_change_rien_et_respecte_l_edition():
    classements()
    nombre = charger_fiches_de_donnees()
    assert nombre == ChiffreCle.objects.count() + Graphique.objects.count() + Citation.objects.count()
    ChiffreCle.objects.filter(code="priorite-2018").update(note_fr="Corrigé")
    Citation.objects.get(code="sept-generations").delete()
    assert charger_fiches_de_donnees() == 0
    assert ChiffreCle.objects.get(code="priorite-2018").note_fr == "Corrigé"
    assert not Citation.objects.filter(code="sept-generations").exists()
    genres = ("chiffre/", "graphique/", "citation/")
    notees = [cle for cle in Chargement.objects.values_list("cle", flat=True) if cle.startswith(genres)]
    assert len(notees) == nombre


def test_les_donnees_chargees_sont_bilingues_et_sourcees():
    classements()
    charger_fiches_de_donnees()
    for objet in ChiffreCle.objects.all():
        paires = ("valeur", "unite", "libelle", "population", "reperage")
        assert all(getattr(objet, f"{champ}_{langue}") for champ in paires for langue in ("fr", "en")), (
            objet.code
        )
        assert bool(objet.note_fr) == bool(objet.note_en) and objet.demonstration and objet.mesures.exists()
    assert {"Près de 3000", "Plus de 1\u00a0514"} <= set(
        ChiffreCle.objects.values_list("valeur_fr", flat=True)
    )
    notes = " ".join(ChiffreCle.objects.values_list("note_fr", flat=True))
    assert "plus de 3000" in notes and "10 années" in notes
    assert Citation.objects.count() == 9 and not Citation.objects.filter(traduction="").exists()
    assert all(
        g.lignes.count() == len(d["lignes"])
        for d in lire("chiffres")["graphiques"]
        for g in [Graphique.objects.get(code=d["code"])]
    )
