"""The database's answer: all the kinds that the search knows, read as the search reads, nothing that is not public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from recherche.models import Synonymes
from recherche.registre import registre
from recherche.valeurs.requete import Requete, figer
from ressources.models import GlossairePage, Mesure, Organisation, Terme
from ressources.secours import secours
from ressources.secours.repli import Replie, replier_texte
from ressources.tests.fabriques import (
    fiche,
    fiche_en,
    organisation,
    pilier,
    public,
    recommandation,
    territoire,
    valider,
)
from ressources.tests.fabriques_donnees import annuaire, chiffre, page_chiffres, page_du_type
from ressources.tests.fabriques_plateforme import plateforme, theorie
from ressources.tests.instantanes import memorise
from ressources.tests.presentation.test_bilans import corps

pytestmark = pytest.mark.django_db


def titres(texte: str, **champs: object) -> list[str]:
    """The titles found, without marks, in alphabetical order."""
    return sorted(ordre(texte, **champs))


def ordre(texte: str, *, lecteur: str = "fr", tri: str = "", **filtres: tuple[str, ...]) -> list[str]:
    requete = Requete(texte=texte, langue=lecteur, tri=tri, filtres=figer(filtres), taille=50)
    marques = [trouvee.titre for trouvee in secours(requete).fiches]
    return [titre.replace("<mark>", "").replace("</mark>", "") for titre in marques]


@pytest.fixture
def tout_genre(settings):
    """A record of each kind that the search knows, all about kites; returns the restricted page of organisations."""
    settings.ALLOWED_HOSTS = ["*"]
    return _tout_genre()


@memorise
def _tout_genre():
    r1 = recommandation("ES-R1", "Réunir les cerfs-volants")
    r1_1 = recommandation("ES-R1-1", "Un cerf-volant par volet", parent=r1)
    fiche("bilan", "Bilan essai", chapitres=corps("fr", r1, r1_1), piliers=[pilier()])
    fiche("outil", "Plier un cerf-volant", resume="Un résumé.")
    page_chiffres()
    chiffre("vents", libelle_fr="de cerfs-volants", libelle_en="of kites")
    orga = organisation("club", "Club du cerf-volant")
    plateforme(), theorie()
    Mesure.objects.filter(code="PAR-1").update(nom_fr="Un cerf-volant à chaque parent")
    page_du_type(GlossairePage, "Le glossaire", "glossaire")
    Terme.objects.create(code="cv", nom_fr="Cerf-volant", nom_en="Kite", definition_fr="Il vole.")
    page = annuaire()
    valider()
    assert orga.code == "club"
    return page


def test_toutes_les_sortes_de_la_recherche(tout_genre):
    resultats = secours(Requete(texte="cerf volant", taille=50))
    attendus = {"outil", "chiffre", "organisation", "recommandation", "mesure", "plateforme", "glossaire"}
    assert {trouvee.type for trouvee in resultats.fiches} == attendus
    assert resultats.degrade and resultats.total == len(resultats.fiches) == 7
    for trouvee in resultats.fiches:
        assert trouvee.affichage["url"].startswith("/"), trouvee
        assert "<mark>" in trouvee.titre or trouvee.type in ("plateforme", "glossaire"), trouvee.titre
    assert [t.type for t in secours(Requete(texte="moyens plein potentiel", taille=50)).fiches] == ["theorie"]


def test_les_memes_identifiants_et_adresses_que_l_index(tout_genre):
    index = {document.id: document.affichage for document in registre().documents()}
    for trouvee in secours(Requete(texte="", taille=200)).fiches:
        assert trouvee.affichage["url"] == index[trouvee.id]["url"]
    trouves = {t.id for t in secours(Requete(taille=200)).fiches}
    assert trouves == {identifiant for identifiant in index if identifiant.endswith(":fr")}


def test_rien_de_ce_qui_n_est_pas_public(tout_genre):
    assert "Club du cerf-volant" in titres("cerf-volant")
    PageViewRestriction.objects.create(page=tout_genre, restriction_type="login")
    assert "Club du cerf-volant" not in titres("cerf-volant")
    assert titres("kite", lecteur="en") == [], "no page shows them in English"
    fiche("outil", "Un cerf-volant caché", publiee=False)
    assert "Un cerf-volant caché" not in titres("cerf-volant")


def test_les_requetes_sont_comptees(tout_genre):
    demande = Requete(texte="cerf-volant", taille=50)
    secours(demande)
    with CaptureQueriesContext(connection) as peu:
        secours(demande)
    for rang in range(15):
        organisation(f"club-{rang}", f"Cerf-volant {rang}")
        fiche("outil", f"Un cerf-volant {rang}")
        chiffre(f"vent-{rang}", libelle_fr="cerf-volant")
    with CaptureQueriesContext(connection) as beaucoup:
        assert len(secours(demande).fiches) == 50
    assert len(beaucoup) <= len(peu) <= 40


def test_phrases_et_exclusions():
    fiche(titre="Jeu libre en forêt")
    fiche(titre="Libre au jeu")
    fiche(titre="Une forêt")
    assert titres("jeu libre") == ["Jeu libre en forêt", "Libre au jeu"]
    assert titres('"jeu libre"') == titres("« jeu  libre »") == ["Jeu libre en forêt"]
    fiche(titre="Le jeu", resume="Libre")
    assert titres('"jeu libre"') == ["Jeu libre en forêt"], "not from the title to the summary"
    assert titres("jeu -forêt") == ["Le jeu", "Libre au jeu"]
    assert titres('forêt -"jeu libre"') == ["Une forêt"]
    assert titres("-forêt") == ["Le jeu", "Libre au jeu"]
    assert titres('au jeu "libre') == ["Jeu libre en forêt", "Le jeu", "Libre au jeu"], (
        "an unbalanced quote is ordinary text"
    )
    assert titres("?? **") == []


def test_accents_pluriels_elisions_et_mots_vides():
    fiche(titre="L’Éveil des Pères", resume="Un cœur")
    fiche(titre="Les jeunes", resume="Élèves")
    for texte in ("eveil", "EVEIL", "l'éveil", "père", "peres", "coeur", "l’éveil du père", "cœurs"):
        assert titres(texte) == ["L’Éveil des Pères"], texte
    assert titres("jeu") == [], "a word is not the beginning of another"
    assert titres("eleve") == titres("jeune") == ["Les jeunes"]
    assert (titres("les"), titres("dans")) == (["Les jeunes"], []), "only stop words: as they are written"


def test_synonymes_des_editeurs():
    fiche(titre="Un centre de la petite enfance")
    fiche(titre="La petite au centre", resume="Une enfance")
    fiche(titre="Le CPE du quartier")
    assert titres("CPE") == ["Le CPE du quartier"]
    Synonymes.objects.create(francais="CPE\ncentre de la petite enfance")
    assert titres("CPE") == ["Le CPE du quartier", "Un centre de la petite enfance"]
    assert "Le CPE du quartier" in titres("centre de la petite enfance")


def test_chaque_filtre_est_tenu(tout_genre):
    peres, laval = public(), territoire()
    ville = territoire("laval-ville", "Chomedey", "ville", laval)
    theme = fiche("thematique", "Le vent", code="th-vent")
    outil = fiche("outil", "Tenir le fil", publics=[peres], territoires=[ville], annee=2019, liens=[theme])
    fiche("initiative", "Souffler", porteur=organisation("club"))
    fiche_en(outil, "Hold the line")
    Organisation.objects.create(code="vol", nom_fr="Chomedey en vol", genre="organisme", territoire=ville)
    attendus = {
        "public": (peres.code, ["Tenir le fil"]),
        "territoire": ("13", ["Tenir le fil"]),
        "annee": ("2019", ["Tenir le fil"]),
        "theme": ("th-vent", ["Le vent", "Tenir le fil"]),
        "langue": ("en", ["Tenir le fil"]),
        "type": ("initiative", ["Souffler"]),
        "organisation": ("club", ["Souffler"]),
    }
    for facette, (code, attendu) in attendus.items():
        sortes = {} if facette == "type" else {"type": ("thematique", "outil", "initiative")}
        assert titres("", **sortes, **{facette: (code,)}) == attendu, facette
    assert "Chomedey en vol" in titres("", type=("organisation",), territoire=("13",))
    assert titres("", type=("chiffre",), annee=("2018",)) == ["75\u00a0% de cerfs-volants"]
    assert titres("", type=("mesure",), mesure=("PAR-1",)) == ["Un cerf-volant à chaque parent"]
    assert titres("", annee=("2019",), type=("recommandation",)) == ["Réunir les cerfs-volants"]
    assert titres("", annee=("x", "9" * 40)) == []


def test_ordres():
    fiche(titre="Une forêt", resume="Un jeu")
    fiche(titre="Le jeu")
    fiche(titre="Abricot", resume="jeu")
    assert ordre("jeu")[0] == "Le jeu", "in the title first"
    assert ordre("jeu", tri="titre") == ["Abricot", "Le jeu", "Une forêt"]
    assert ordre("jeu", tri="date")[0] == "Abricot"


@pytest.mark.parametrize("texte", ["Éveil À l’Œuvre ÇA", "e\u0301te\u0301", "déjà, 100\u00a0%", "ŵïñ"])
def test_la_base_plie_comme_python(texte):
    page = fiche(resume=texte)
    lu = type(page).objects.annotate(plie=Replie("resume")).values_list("plie", flat=True).get(pk=page.pk)
    assert lu == replier_texte(texte)
