"""Key figures: refused without year and source, loaded once, addressed, searched, given as open data."""

import csv
import io

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from portail.roles import ADMINISTRATION, MODERATION, REDACTION
from portail.tests.test_roles import membre
from recherche.services import rechercher
from recherche.valeurs.requete import Requete, figer
from ressources.models import ChiffreCle, Citation, Graphique, Mesure
from ressources.models.chiffres import SANS_ANNEE, SANS_SOURCE
from ressources.tests.fabriques import fiche, organisation, valider
from ressources.tests.fabriques_donnees import chiffre, deux_chiffres

pytestmark = pytest.mark.django_db
VALEURS = {
    "code": "x",
    "valeur_fr": "3",
    "unite_fr": "groupes",
    "libelle_fr": "groupes",
    "annee": 2019,
    "source": "S",
}


@pytest.fixture
def site(index, settings):
    """The page of figures in both languages, two figures of one measure, a chart."""
    settings.ALLOWED_HOSTS = ["*"]
    return deux_chiffres()


def lire_page(client, adresse: str, statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut, adresse
    return reponse.content.decode()


def trouver(texte: str = "", langue: str = "fr", **filtres) -> list[str]:
    valider()
    filtres = {facette: (code,) for facette, code in filtres.items()}
    return [f.id for f in rechercher(Requete(texte=texte, langue=langue, filtres=figer(filtres))).fiches]


@pytest.mark.parametrize(
    ("champ", "valeur", "message"),
    [("annee", None, SANS_ANNEE), ("source", "", SANS_SOURCE), ("source", "  ", SANS_SOURCE)],
)
def test_le_modele_refuse_et_dit_pourquoi(champ, valeur, message):
    with pytest.raises(ValidationError) as erreur:
        ChiffreCle(**VALEURS | {champ: valeur}).full_clean()
    assert str(message) in erreur.value.message_dict[champ]


@pytest.mark.parametrize("defaut", [{"annee": None}, {"annee": 12}, {"source": ""}])
def test_la_base_refuse_aussi(defaut):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChiffreCle.objects.create(**VALEURS | defaut)


@pytest.mark.usefixtures("gabarits_de_wagtail")
def test_le_formulaire_refuse_avec_le_message(client):
    client.force_login(User.objects.create_superuser("chef"))
    donnees = {cle: str(v) for cle, v in VALEURS.items()} | {
        "annee": "",
        "source": "",
        "groupe": "autre",
        "ordre": "0",
    }
    reponse = client.post("/admin/snippets/ressources/chiffrecle/add/", donnees | {"langue_source": "fr"})
    rendu = reponse.content.decode()
    assert str(SANS_ANNEE) in rendu and str(SANS_SOURCE) in rendu
    assert not ChiffreCle.objects.exists()
    assert (
        client.post(
            "/admin/snippets/ressources/chiffrecle/add/",
            donnees | {"langue_source": "fr", "annee": "2019", "source": "Un bilan"},
        ).status_code
        == 302
    )
    assert ChiffreCle.objects.get().source == "Un bilan"


@pytest.mark.usefixtures("gabarits_de_wagtail")
@pytest.mark.parametrize("modele", ["chiffrecle", "graphique", "citation"])
@pytest.mark.parametrize(("role", "ajout"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200)])
def test_qui_ajoute(client, role, ajout, modele):
    client.force_login(membre(role))
    assert client.get(f"/admin/snippets/ressources/{modele}/").status_code == 200
    assert client.get(f"/admin/snippets/ressources/{modele}/add/").status_code == ajout


def test_la_page_montre_tout_dans_les_deux_langues(client, site):
    page = lire_page(client, "/fr/chiffres/")
    assert "75\u00a0%" in page and "/fr/chiffres/priorite-2018/" in page and "<svg" in page
    assert "/fr/chiffres/csv/opinion/" in page
    anglaise = lire_page(client, "/en/figures/")
    assert "75%" in anglaise and "/en/figures/priorite-2018/" in anglaise and "of people want" in anglaise


def test_un_chiffre_a_son_adresse_sa_source_et_sa_note(client, site):
    voisine = fiche("outil", "Carnet voisin", mesures=[site["mesure"]])
    page = lire_page(client, "/fr/chiffres/priorite-2018/")
    assert "Sondage d’essai" in page and "Note de bas de page." in page and "Groupe d’essai" in page
    assert voisine.url in page and 'href="/en/figures/priorite-2018/"' in page
    lire_page(client, "/fr/chiffres/inconnu/", 404)
    lire_page(client, "/fr/chiffres/csv/inconnu/", 404)


def test_les_fiches_du_chiffre_les_plus_proches_d_abord(client, site):
    autre = Mesure.objects.create(code="AGE-1", pilier=site["mesure"].pilier, nom_fr="Synergie")
    sienne, large = [site["mesure"]], [site["mesure"], autre]
    fiche("outil", "Un outil large", mesures=large)
    fiche("action", "Une action", mesures=sienne)
    fiche("outil", "Un outil", mesures=sienne)
    fiche("bilan", "Leur bilan", mesures=large, organisation=organisation())
    fiche("outil", "Une invention", mesures=sienne, fiction=True)
    fiche("outil", "Un étranger", mesures=[autre])
    cartes = client.get("/fr/chiffres/priorite-2018/").context["cartes"]
    assert [carte.titre for carte in cartes] == [
        "Leur bilan",
        "Un outil",
        "Une action",
        "Un outil large",
        "Une invention",
    ]


@pytest.mark.parametrize(
    "adresse", ["/fr/chiffres/", "/fr/chiffres/priorite-2018/", "/en/figures/priorite-2015/"]
)
def test_budget_de_requetes(client, site, django_assert_max_num_queries, adresse):
    for rang in range(5):
        fiche("outil", f"Outil {rang}", mesures=[site["mesure"]])
    lire_page(client, adresse)
    with django_assert_max_num_queries(25):
        lire_page(client, adresse)


def test_csv_lisible_bilingue_et_sans_formule(client, site):
    chiffre("piege", libelle_fr='=HYPERLINK("http://x")', note_fr=" +1", ordre=9)
    reponse = client.get("/fr/chiffres/csv/")
    assert (
        reponse["Content-Type"] == "text/csv; charset=utf-8"
        and "attachment" in reponse["Content-Disposition"]
    )
    assert reponse.content.startswith(b"\xef\xbb\xbf")
    lignes = {
        ligne["code"]: ligne for ligne in csv.DictReader(io.StringIO(reponse.content.decode("utf-8-sig")))
    }
    assert lignes["priorite-2018"]["valeur_en"] == "75%" and lignes["priorite-2018"]["annee"] == "2018"
    assert lignes["piege"]["libelle_fr"].startswith("'=") and lignes["piege"]["note_fr"].startswith("'")
    seul = client.get("/en/figures/csv/opinion/").content.decode("utf-8-sig")
    assert [ligne["code"] for ligne in csv.DictReader(io.StringIO(seul))] == [
        "priorite-2015",
        "priorite-2018",
    ]


def test_la_recherche_trouve_les_chiffres_par_facette(site):
    assert trouver(type="chiffre", annee="2018") == ["chiffre:priorite-2018:fr"]
    assert set(trouver(mesure="AGE-3")) == {"chiffre:priorite-2018:fr", "chiffre:priorite-2015:fr"}
    assert set(trouver(pilier="AGE", langue="en")) == {"chiffre:priorite-2018:en", "chiffre:priorite-2015:en"}
    assert "chiffre:priorite-2018:fr" in trouver("veulent priorité")


def test_la_recherche_suit_les_changements(site):
    site["apres"].libelle_fr = "Saperlipopette"
    site["apres"].save()
    assert trouver("saperlipopette") == ["chiffre:priorite-2018:fr"]
    site["mesure"].nom_fr = "Tralala"
    site["mesure"].save()
    assert len(trouver("tralala")) == 2
    site["apres"].mesures.clear()
    assert trouver("tralala") == ["chiffre:priorite-2015:fr"]
    site["avant"].delete()
    assert trouver("tralala") == []


def test_sans_page_publique_rien_a_trouver(site):
    from ressources.models import ChiffresPage

    page = ChiffresPage.objects.get(locale__language_code="fr")
    page.slug = "reperes"
    page.save_revision().publish()
    valider()
    (trouvee,) = rechercher(Requete(filtres=figer({"annee": ("2018",)}))).fiches
    assert trouvee.affichage["url"] == "/fr/reperes/priorite-2018/"
    page.unpublish()
    assert trouver(type="chiffre") == [] and trouver(type="chiffre", langue="en") == []


def test_plan_du_site(client, site):
    plan = lire_page(client, "/sitemap.xml")
    assert "<loc>http://testserver/fr/chiffres/priorite-2018/</loc>" in plan
    assert "<loc>http://testserver/en/figures/priorite-2018/</loc>" in plan


def test_un_bloc_de_fiche_montre_un_graphique_et_une_citation(client, site):
    from ressources.chargement.valeurs import flux
    from ressources.models import OutilPage

    mots = Citation.objects.create(
        code="mots", texte="Des mots tels quels, alouette.", traduction="Words as they are.", annee=2019,
        genre_attribution="anonyme", attribution_fr="Une voix", attribution_en="A voice",
        consentement="publiee", source="Un bilan",
    )  # fmt: skip
    blocs = [
        {"type": "graphique", "valeur": Graphique.objects.get().pk},
        {"type": "citation_choisie", "valeur": mots.pk},
    ]
    page = fiche("outil", "Avec preuves", corps=flux(OutilPage._meta.get_field("corps"), blocs, "x"))
    lue = lire_page(client, page.url)
    assert 'role="img"' in lue and "/fr/chiffres/priorite-2015/" in lue
    assert "Des mots tels quels" in lue and "Une voix" in lue
    assert trouver("alouette") == [f"page:{page.translation_key}:fr"]
    mots.texte = "Ritournelle."
    mots.save()
    assert trouver("ritournelle") == [f"page:{page.translation_key}:fr"]


def test_budget_d_une_fiche_pleine_de_preuves(client, site, django_assert_num_queries):
    """As many queries with ten blocks in five streams as with one of each."""
    from ressources.chargement.valeurs import flux
    from ressources.models import ThematiquePage

    mots = [
        Citation.objects.create(
            code=f"mots-{rang}", texte=f"Mots {rang}.", annee=2019, genre_attribution="anonyme",
            attribution_fr="Une voix", consentement="publiee", source="Un bilan",
        )
        for rang in range(5)
    ]  # fmt: skip
    champ, dessin = ThematiquePage._meta.get_field, Graphique.objects.get().pk

    def page(titre: str, nombre: int):
        champs = ("savoirs", "pratiques", "synthese", "approfondir")[:nombre]
        blocs = [
            [{"type": "graphique", "valeur": dessin}, {"type": "citation_choisie", "valeur": m.pk}]
            for m in mots
        ]
        return fiche(
            "thematique", titre, **{nom: flux(champ(nom), blocs[i], titre) for i, nom in enumerate(champs)}
        )

    une, toutes = page("Une preuve", 1), page("Bien des preuves", 4)
    valider()
    for adresse in (une.url, toutes.url):
        lire_page(client, adresse)
    with CaptureQueriesContext(connection) as mesure:
        lire_page(client, une.url)
    assert len(mesure) <= 25
    with django_assert_num_queries(len(mesure)):
        lue = lire_page(client, toutes.url)
    assert all(f"Mots {rang}." in lue for rang in range(4)) and lue.count('role="img"') >= 4


def test_une_citation_nommee_demande_un_accord():
    nommee = Citation(
        code="n", texte="Oui.", annee=2019, genre_attribution="nommee", attribution_fr="Quelqu’un",
        consentement="non-requis", source="Un bilan",
    )  # fmt: skip
    with pytest.raises(ValidationError) as erreur:
        nommee.full_clean()
    assert "consentement" in erreur.value.message_dict
