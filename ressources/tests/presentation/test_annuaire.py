"""The directory: filters with true counts, one address by organisation, found by the search with its territories."""

import pytest

from recherche.services import rechercher
from recherche.valeurs.requete import Requete, figer
from ressources.models import AnnuairePage, Milieu, Organisation
from ressources.tests.fabriques import fiche, organisation, territoire, valider
from ressources.tests.fabriques_donnees import annuaire, chiffre, page_chiffres, page_en
from ressources.tests.instantanes import memorise

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(index, settings):
    """A directory in both languages: a group in Laval, a centre in a town and of a network, an invented group."""
    settings.ALLOWED_HOSTS = ["*"]
    return _site()


@memorise
def _site():
    qc = territoire("qc", "Tout le Québec", "province")
    laval = territoire(parent=qc)
    region = territoire("08", "Abitibi-Témiscamingue", parent=qc)
    ville = territoire("val-dor", "Val-d’Or", "ville", parent=region)
    reseau = territoire("centres-amitie", "Centres d’amitié", "communaute", parent=qc)
    groupe = organisation()
    Organisation.objects.filter(pk=groupe.pk).update(
        territoire=laval, role_fr="Il accueille.", role_en="It welcomes."
    )
    centre = Organisation.objects.create(
        code="centre", nom_fr="Centre de l’amitié", genre="centre", territoire=ville
    )
    centre.autres_territoires.add(reseau)
    centre.milieux.add(Milieu.objects.create(code="sante", nom_fr="Santé", nom_en="Health"))
    Organisation.objects.create(
        code="faux", nom_fr="Groupe inventé", genre="regroupement", fiction=True, territoire=qc
    )
    page_en(annuaire(), "The organizations", "organizations")
    for objet in Organisation.objects.all():
        objet.save()
    valider()
    return {"groupe": Organisation.objects.get(pk=groupe.pk), "centre": centre, "reseau": reseau}


def lire(client, adresse: str, statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut, adresse
    return reponse.content.decode()


def trouver(texte: str = "", langue: str = "fr", **filtres) -> set[str]:
    valider()
    filtres = {facette: (code,) for facette, code in filtres.items()}
    return {f.id for f in rechercher(Requete(texte=texte, langue=langue, filtres=figer(filtres))).fiches}


@pytest.mark.parametrize(
    ("parametres", "codes"),
    [
        ("", {"groupe-essai", "centre", "faux"}),
        ("?q=AMITIE", {"centre"}),
        ("?q=centres", {"centre"}),
        ("?genre=regroupement", {"groupe-essai", "faux"}),
        ("?territoire=13", {"groupe-essai"}),
        ("?territoire=08", {"centre"}),
        ("?territoire=centres-amitie&genre=centre", {"centre"}),
        ("?milieu=sante", {"centre"}),
        ("?q=centre&territoire=13", set()),
        ("?genre=%00&q=%22", {"groupe-essai", "centre", "faux"}),
        ("?genre=rien", set()),
    ],
)
def test_filtres(client, site, parametres, codes):
    page = lire(client, f"/fr/organisations/{parametres}")
    assert {
        code for code in ("groupe-essai", "centre", "faux") if f'href="/fr/organisations/{code}/"' in page
    } == codes


def test_les_comptes_des_filtres_sont_vrais(client, site):
    contexte = client.get("/fr/organisations/?genre=regroupement").context
    options = contexte["filtres"]
    assert {o["code"]: o["compte"] for o in options["genre"]} == {"regroupement": 2, "centre": 1}
    assert {o["code"]: o["compte"] for o in options["territoire"]} == {"qc": 1, "13": 1}
    assert contexte["total"] == 2


def test_une_organisation_et_ce_qu_elle_porte(client, site):
    portee = fiche("initiative", "Halte du samedi", porteur=site["groupe"])
    page_chiffres()
    chiffre(organisations=[site["groupe"]])
    page = lire(client, "/fr/organisations/groupe-essai/")
    assert portee.url in page and "Il accueille." in page and "/fr/ecrire/groupe-essai/" in page
    assert "/fr/chiffres/priorite-2018/" in page and "mailto:" not in page
    anglaise = lire(client, "/en/organizations/groupe-essai/")
    assert "It welcomes." in anglaise and 'lang="fr">Groupe d’essai' in anglaise
    assert "/ecrire/" not in lire(client, "/fr/organisations/faux/")
    lire(client, "/fr/organisations/inconnue/", 404)


def test_ce_qu_elle_porte_par_genre(client, site):
    for genre, titre, champ in [
        ("action", "Un mémoire", "organisation"),
        ("bilan", "Un bilan", "organisation"),
        ("initiative", "Une halte", "porteur"),
    ]:
        fiche(genre, titre, **{champ: site["groupe"]})
        fiche(genre, f"{titre} d’ailleurs")
    portees = client.get("/fr/organisations/groupe-essai/").context["portees"]
    assert [(p["genre"], [carte.titre for carte in p["cartes"]]) for p in portees] == [
        ("initiative", ["Une halte"]),
        ("bilan", ["Un bilan"]),
        ("action", ["Un mémoire"]),
    ]


def test_l_ordre_des_noms_lus(client, site):
    for code, nom_fr, nom_en in [("e", "Équipe", "Team"), ("f", "Foyer", ""), ("a", "", "Drop-in network")]:
        Organisation.objects.create(code=code, nom_fr=nom_fr, nom_en=nom_en, genre="table")

    def noms(adresse):
        (tables,) = [g for g in client.get(adresse).context["groupes"] if g["code"] == "table"]
        return [vue["organisation"].code for vue in tables["organisations"]]

    assert noms("/fr/organisations/") == ["a", "e", "f"]
    assert noms("/en/organizations/") == ["a", "f", "e"]


@pytest.mark.parametrize(
    "adresse", ["/fr/organisations/", "/fr/organisations/groupe-essai/", "/en/organizations/centre/"]
)
def test_budget_de_requetes(client, site, django_assert_max_num_queries, adresse):
    for rang in range(4):
        fiche("initiative", f"Halte {rang}", porteur=site["groupe"], territoires=[territoire()])
    lire(client, adresse)
    with django_assert_max_num_queries(25):
        lire(client, adresse)


def test_la_recherche_connait_les_organisations(site):
    assert trouver("amitié", type="organisation") == {"organisation:centre:fr"}
    assert trouver(territoire="08") == {"organisation:centre:fr"}
    assert trouver(territoire="centres-amitie", langue="en") == {"organisation:centre:en"}
    assert trouver(territoire="qc") == {"organisation:faux:fr"}


def test_la_recherche_suit(site):
    site["centre"].autres_territoires.clear()
    assert trouver(territoire="centres-amitie") == set()
    site["groupe"].nom_fr = "Alouette"
    site["groupe"].save()
    assert trouver("alouette") == {"organisation:groupe-essai:fr"}
    AnnuairePage.objects.get(locale__language_code="en").unpublish()
    assert trouver(type="organisation", langue="en") == set()
    assert len(trouver(type="organisation")) == 3
