"""The editors' side: each page type opens, previews and saves; slugs leave redirects; codes do not change."""

import pytest
from django.contrib.auth.models import User
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.test.utils import WagtailPageTestCase

from portail.models import AccueilPage, ContenuPage
from ressources.models import (
    ActionPage,
    AnnuairePage,
    BilanPage,
    CartePage,
    ChiffresPage,
    Fiche,
    GlossairePage,
    InitiativePage,
    OutilPage,
    Pilier,
    PlateformePage,
    RepertoirePage,
    ThematiquePage,
    TheorieChangementPage,
)
from ressources.tests.fabriques import (
    accueil,
    contenu,
    fiche,
    pilier,
    publier,
    repertoire,
    territoire,
    valider,
)

pytestmark = pytest.mark.usefixtures("gabarits_de_wagtail")


@override_settings(ALLOWED_HOSTS=["*"])
class TestTypesDePages(WagtailPageTestCase):
    """Wagtail's own assertions on our types."""

    def setUp(self) -> None:
        super().setUp()
        self.login()

    def test_ou_chaque_type_se_place(self) -> None:
        reperes = {
            PlateformePage,
            TheorieChangementPage,
            GlossairePage,
            ChiffresPage,
            AnnuairePage,
            CartePage,
        }
        self.assertAllowedSubpageTypes(AccueilPage, {RepertoirePage, ContenuPage, *reperes})
        self.assertAllowedSubpageTypes(
            RepertoirePage, {ThematiquePage, OutilPage, InitiativePage, ActionPage, BilanPage}
        )
        self.assertAllowedParentPageTypes(OutilPage, {RepertoirePage})
        for modele in (ThematiquePage, OutilPage, InitiativePage, ActionPage, BilanPage):
            self.assertAllowedSubpageTypes(modele, set())
        assert not Fiche.is_creatable

    def test_les_classements_se_modifient(self) -> None:
        terme = pilier()
        adresse = f"/admin/snippets/ressources/pilier/edit/{terme.pk}/"
        formulaire = self.client.get(adresse).context["form"]
        assert formulaire.fields["code"].disabled
        donnees = {"nom_fr": "Les parents", "nom_en": "Parents", "code": "AUTRE", "ordre": "1"}
        reponse = self.client.post(adresse, donnees)
        assert reponse.status_code == 302
        terme.refresh_from_db()
        assert (terme.nom_fr, terme.code) == ("Les parents", "PAR")

    def test_un_classement_sans_nom_est_rendu_avec_son_message(self) -> None:
        reponse = self.client.post("/admin/snippets/ressources/pilier/add/", {"code": "X", "ordre": "7"})
        self.assertContains(reponse, "au moins une des deux langues")
        self.assertContains(reponse, 'value="7"')
        assert not Pilier.objects.filter(code="X").exists()

    def test_les_listes_de_classements_s_ouvrent(self) -> None:
        territoire()
        for nom in (
            "pilier",
            "mesure",
            "publiccible",
            "periode",
            "typeoutil",
            "territoire",
            "milieu",
            "obstacle",
            "typeaction",
            "reference",
            "recommandation",
        ):
            assert self.client.get(f"/admin/snippets/ressources/{nom}/").status_code == 200


GENRES = [
    "accueil",
    "contenu",
    "rep-outil",
    "rep-action",
    "thematique",
    "outil",
    "initiative",
    "action",
    "bilan",
]


def une_page(genre: str):
    """A page of each type, by a short name."""
    if genre in ("accueil", "contenu"):
        return {"accueil": accueil, "contenu": contenu}[genre]()
    return repertoire(genre[4:]) if genre.startswith("rep-") else fiche(genre, f"Fiche {genre}")


@pytest.mark.parametrize("genre", GENRES)
def test_chaque_type_se_modifie_et_se_previsualise(admin_client, settings, index, genre):
    settings.ALLOWED_HOSTS = ["*"]
    page = une_page(genre)
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    apercu = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert apercu.status_code == 200
    assert page.title in apercu.content.decode() or page.accroche in apercu.content.decode()


@pytest.mark.django_db
def test_changer_l_adresse_laisse_une_redirection(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    page = fiche(titre="Ancien nom")
    valider()
    page.slug = "nouveau-nom"
    publier(page)
    valider()
    assert Redirect.objects.filter(old_path="/fr/outils/ancien-nom").exists()
    assert client.get("/fr/outils/ancien-nom/")["Location"].endswith("/fr/outils/nouveau-nom/")


@pytest.mark.django_db
def test_le_code_vient_de_l_adresse_et_reste():
    page = fiche(titre="Carnet de terrain")
    page.slug = "autre"
    assert publier(page).code == "carnet-de-terrain"


@pytest.mark.django_db
def test_un_administrateur_seul_ne_suffit_pas(client):
    client.force_login(User.objects.create_user("visiteur"))
    assert client.get("/admin/").status_code in (302, 403)
