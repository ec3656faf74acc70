"""The map: its background matches its source, its counts are the search's, the keyboard meets each region once."""

import json
import re
from pathlib import Path

import pytest

from recherche.services import rechercher
from recherche.valeurs.requete import Requete, figer
from ressources.carte import dessin
from ressources.carte.dessin import Place
from ressources.carte.projection import fond, projeter
from ressources.models import Organisation, Territoire
from ressources.presentation.territoires import compter
from ressources.tests.fabriques import classements, fiche, fiche_en, locale, territoire, valider
from ressources.tests.fabriques_donnees import annuaire, page_carte, page_en
from ressources.tests.instantanes import memorise

DONNEES = Path(dessin.DONNEES).parent
REGIONS = [f"{rang:02}" for rang in range(1, 18)]


@pytest.fixture
def site(index, settings):
    """All the real territories and organisations, initiatives here and there, the map in both languages."""
    settings.ALLOWED_HOSTS = ["*"]
    return _site()


@memorise
def _site():
    classements()
    lieux = {t.code: t for t in Territoire.objects.all()}
    page_en(annuaire(), "The organizations", "organizations")
    page_en(page_carte(), "The map", "map")
    places = [
        ["13"],
        ["13", "qc"],
        ["val-dor", "centres-amitie"],
        ["08", "val-dor"],
        ["nation-crie"],
        ["qc"],
        [],
    ]
    for rang, codes in enumerate(places):
        page = fiche("initiative", f"Initiative {rang}", territoires=[lieux[code] for code in codes])
        if rang < 2:
            fiche_en(page, f"Initiative {rang} en")
    fiche("outil", "Un outil de Laval", territoires=[lieux["13"]])
    fiche("initiative", "Cachée", publiee=False, territoires=[lieux["13"]])
    valider()


def test_le_fond_est_celui_de_ses_limites():
    limites = json.loads((DONNEES / "regions-quebec.geojson").read_text())
    assert fond(limites["features"]) == json.loads((DONNEES / "carte.json").read_text())


def test_la_projection_est_celle_du_quebec():
    assert projeter(-68.5, 44) == pytest.approx((0, 0), abs=1e-6)
    est, nord = projeter(-71.2, 46.8)  # Québec City in EPSG:32198: -205 km, -316 km with y northwards
    assert est == pytest.approx(-205, abs=5) and nord == pytest.approx(-315, abs=8)
    regions = json.loads((DONNEES / "carte.json").read_text())["regions"]
    assert list(regions) == REGIONS
    laval, montreal = regions["13"]["centre"], regions["06"]["centre"]
    assert laval[0] < montreal[0] and laval[1] < montreal[1]


def _places(total: int = 1) -> dict[str, Place]:
    return {c: Place(c, f"R{c}", f"/x?territoire={c}&type=initiative", f"R{c} <dit>", total) for c in REGIONS}


def test_chaque_region_une_fois_au_clavier_et_echappee():
    svg = dessin.province(_places(), "Tout") + dessin.sud(_places(), "Sud")
    liens = re.findall(r"<a ([^>]*)>", svg)
    clavier = [lien for lien in liens if "tabindex" not in lien]
    assert sorted(re.findall(r"territoire=(\d\d)&amp;", " ".join(clavier))) == REGIONS
    assert all('aria-hidden="true"' in lien for lien in liens if "tabindex" in lien)
    assert all("&lt;dit&gt;" in lien for lien in clavier)
    assert "style=" not in svg


@pytest.mark.parametrize(("total", "classe"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (90, 3)])
def test_classes(total, classe):
    assert Place("13", "Laval", "", "", total).classe == classe
    assert (f"url(#m-{classe})" in dessin.pastille(classe)) is bool(classe)


@pytest.mark.django_db
@pytest.mark.parametrize("langue", ["fr", "en"])
def test_les_comptes_sont_ceux_de_la_recherche(site, langue, django_assert_num_queries):
    comptes = compter(locale(langue).pk)
    for genre in ("initiative", "organisation"):
        requete = Requete(langue=langue, filtres=figer({"type": (genre,)}))
        facette = next(f for f in rechercher(requete).facettes if f.code == "territoire")
        cherches = {valeur.code: valeur.compte for valeur in facette.valeurs if valeur.compte}
        assert {code: n[genre] for code, n in comptes.items() if n[genre]} == cherches, genre
    assert comptes["13"] == {"initiative": 2, "organisation": 1}
    assert comptes["08"]["initiative"] == (2 if langue == "fr" else 0)


@pytest.mark.django_db
def test_la_page_et_ses_liens(client, site, django_assert_max_num_queries):
    client.get("/fr/carte/")
    with django_assert_max_num_queries(25):
        page = client.get("/fr/carte/").content.decode()
    assert "Laval\u00a0: 2 initiatives, 1 organisation" in page
    lien = "/fr/recherche/?territoire=13&amp;type=initiative&amp;type=organisation"
    assert lien in page
    trouvees = client.get(lien.replace("&amp;", "&")).content.decode()
    assert "Initiative 0" in trouvees and "(non nommé)" in trouvees and "Un outil de Laval" not in trouvees
    assert "Nation crie" in page and "Cree Nation" in client.get("/en/map/").content.decode()
    assert (
        client.get("/fr/recherche/?territoire=13&type=initiative").context["recherche"].resultats.total == 2
    )


@pytest.mark.django_db
def test_sans_annuaire_les_organisations_ne_comptent_pas(index):
    Organisation.objects.create(code="x", nom_fr="X", genre="table", territoire=territoire())
    assert compter(locale("fr").pk)["13"] == {"initiative": 0, "organisation": 0}


@pytest.mark.django_db
def test_une_region_effacee_laisse_le_tableau(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    classements()
    page_carte()
    Territoire.objects.get(code="17").delete()
    page = client.get("/fr/carte/").content.decode()
    assert "carte-quebec" not in page and "Laval" in page
