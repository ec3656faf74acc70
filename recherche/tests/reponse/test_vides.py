"""The empty page: what emptied the list is named, with the count that the engine gives without it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from recherche.moteurs import MoteurInjoignable, charger
from recherche.reponse import vides
from recherche.services import rechercher
from recherche.tests.fabriques import document
from recherche.valeurs.requete import Requete, figer


@pytest.fixture
def fiches(indexer, registre):
    """Three games for parents, one meal for children."""
    registre.populaire = "pilier"
    registre.proposer = lambda request: "/fr/proposer/"
    jeux = [
        document(f"page:{rang}", titre=f"Jeu {rang}", facettes={"pilier": ("PAR",), "public": ("peres",)})
        for rang in range(3)
    ]
    indexer([*jeux, document("page:repas", titre="Repas", facettes={"pilier": ("ENF",)})])


def issues(**champs):
    requete = Requete(**champs)
    vide = rechercher(requete).vide
    return [(i.genre, i.facette, [nom for nom, _ in i.noms], i.total) for i in vide.issues] if vide else None


def test_le_filtre_qui_vide_la_liste_est_nomme(fiches):
    assert issues(texte="jeu", filtres=figer({"pilier": ("ENF",), "type": ("outil",)})) == [
        ("filtre", "pilier", ["ENF (fr)"], 3),
        ("mots", "", [], 1),
    ]


def test_les_choix_d_une_facette_tombent_ensemble(fiches):
    assert issues(texte="jeu", filtres=figer({"pilier": ("ENF", "CDV")})) == [
        ("filtre", "pilier", ["ENF (fr)", "CDV (fr)"], 3),
        ("mots", "", [], 1),
    ]


def test_tous_les_filtres_quand_aucun_seul_ne_suffit(fiches):
    filtres = figer({"pilier": ("ENF",), "annee": ("2020",)})
    assert issues(texte="jeu", filtres=filtres) == [("filtres", "", [], 3)]


def test_le_mot_exclu_et_la_phrase_qui_vident_la_liste(fiches):
    assert issues(texte="repas -repas") == [("exclu", "", ["repas"], 1)]
    assert issues(texte='"repas jeu"') == [("phrase", "", ["repas jeu"], 4)]


def test_la_page_fixee_est_quittee(fiches):
    requete = {"texte": "jeu", "filtres": figer({"pilier": ("ENF",)}), "fixes": frozenset({"pilier"})}
    assert issues(**requete) == [("page", "", [], 3)]


@pytest.mark.parametrize(
    ("texte", "genre", "nom", "reste"),
    [
        ("jeu -outil", "exclu", "outil", "jeu"),
        ("-outil jeu", "exclu", "outil", "jeu"),
        ('"jeu de rôle" parent', "phrase", "jeu de rôle", "jeu de rôle parent"),
        ("« jeu de rôle »", "phrase", "jeu de rôle", "jeu de rôle"),
        ("“role play”", "phrase", "role play", "role play"),
        ('jeu -"de rôle" "a b"', "exclu", "de rôle", 'jeu "a b"'),
    ],
)
def test_exclus_et_phrases(texte, genre, nom, reste):
    issue, *_autres = vides._par_le_texte(Requete(texte=texte))
    assert (issue.genre, issue.noms[0][0], issue.requete.texte) == (genre, nom, reste)


@pytest.mark.parametrize("texte", ["jeu", "tout-petit", "2 - 3 ans", '"jeu', "- -", "-jeu", "0-5 ans"])
def test_rien_a_retirer(texte):
    assert list(vides._par_le_texte(Requete(texte=texte))) == []


def test_les_comptes_sont_ceux_de_la_recherche_sans(fiches):
    vide = rechercher(
        Requete(texte="jeu", filtres=figer({"pilier": ("ENF",), "public": ("immigrants",)}))
    ).vide
    for issue in vide.issues:
        assert rechercher(issue.requete).total == issue.total


def test_pas_de_vide_quand_on_trouve_ni_plus_loin(fiches):
    assert issues(texte="jeu") is None
    assert issues(texte="zzzz", page=2) is None


def test_nombre_d_appels_borne(fiches, monkeypatch):
    moteur, appels = charger(), []
    monkeypatch.setattr(type(moteur), "rechercher", _compter(type(moteur).rechercher, appels))
    texte = " ".join(f"-x{i}" for i in range(40)) + " zzzz"
    rechercher(Requete(texte=texte, filtres=figer({"pilier": ("PAR",), "annee": ("2020",)})))
    principaux, suggestion, autre_langue, populaires = 2, 2, 3, 1
    assert len(appels) <= principaux + suggestion + autre_langue + populaires + 2 * vides.ESSAIS_MAX


def _compter(vraie, appels):
    def compter(self, plan):
        appels.append(plan)
        return vraie(self, plan)

    return compter


def test_un_moteur_qui_flanche_laisse_la_reponse(fiches, monkeypatch):
    """The empty answer was true: it stays, without ways out."""

    def refuser(*args):
        raise MoteurInjoignable("down")

    monkeypatch.setattr(vides, "_populaires", refuser)
    resultats = rechercher(Requete(texte="jeu", filtres=figer({"pilier": ("ENF",)})))
    assert (resultats.degrade, resultats.total, resultats.vide.issues) == (False, 0, ())


def test_valeurs_populaires(fiches):
    vide = rechercher(Requete(texte="zzzz")).vide
    assert [(v.code, v.compte) for v in vide.populaires] == [("PAR", 3), ("ENF", 1)]


@pytest.mark.parametrize("htmx", [False, True])
def test_ecran(fiches, htmx):
    with override("fr"):
        adresse = reverse("recherche:page")
    entetes = {"HX-Request": "true"} if htmx else {}
    reponse = Client().get(adresse, {"q": "jeu", "pilier": "ENF"}, headers=entetes)
    texte = re.sub(r"[ \n]+", " ", reponse.content.decode())
    assert 'id="f-pilier-PAR"' in texte, "facets stay"
    lien = f'<a id="sortie-1" href="{adresse}?q=jeu">Retirer «\u00a0ENF (fr)\u00a0» (Pilier)</a>'
    assert f'<li data-hx-boost="true">{lien}' in texte
    assert '<span class="n">3 fiches</span>' in texte
    assert 'href="/fr/proposer/"' in texte
    assert "Des pistes suivent." in texte


def test_ecran_en_anglais_dit_la_langue_des_libelles(fiches):
    with override("en"):
        adresse = reverse("recherche:page")
    reponse = Client().get(adresse, {"q": "jeu", "public": "familles"})
    assert reponse.status_code == 200


def test_noms_proteges(fiches):
    with override("fr"):
        adresse = reverse("recherche:page")
    texte = Client().get(adresse, {"q": "jeu <b>zzz</b>"}).content.decode()
    assert "<b>zzz" not in texte and "&lt;b&gt;zzz" in texte


def test_les_filtres_seuls_ne_sont_offerts_que_s_ils_trouvent(fiches):
    """Filters that empty the list by themselves: no link to another empty page."""
    genres = {
        i.genre: i.total
        for i in rechercher(Requete(texte="zzzz", filtres=figer({"pilier": ("ENF",)}))).vide.issues
    }
    assert genres == {"mots": 1}
    assert rechercher(Requete(texte="zzzz", filtres=figer({"annee": ("2009",)}))).vide.issues == ()


@pytest.mark.parametrize(
    ("langue", "attendu"), [("fr", "ne contient aucun mot"), ("en", "Your search holds no word")]
)
def test_une_recherche_sans_aucun_mot_le_dit(fiches, langue, attendu):
    with override(langue):
        adresse = reverse("recherche:page")
    for texte in ("?? ** «»", "\u2026", "“”"):
        assert attendu in Client().get(adresse, {"q": texte}).content.decode(), texte
    assert attendu not in Client().get(adresse, {"q": "zzzz"}).content.decode()
