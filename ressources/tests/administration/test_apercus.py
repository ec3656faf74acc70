"""Pages of every type never saved, in all their modes; their blocks: filled, empty, or calling what is gone."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from wagtail.blocks import Block, ChooserBlock, ListBlock, StreamValue, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from portail.models import AccueilPage
from recherche.registre import registre
from ressources.declaration import TypeFiche, types
from ressources.models import LienFiche, OutilPage
from ressources.tests.fabriques import (
    accueil,
    accueil_en,
    fiche,
    locale,
    pilier,
    public,
    repertoire,
    repertoire_en,
    type_outil,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


@pytest.fixture(autouse=True)
def hotes(settings):
    settings.ALLOWED_HOSTS = ["*"]


def parent_de(modele: type[Page], langue: str) -> Page:
    if modele is AccueilPage:
        return Page.objects.get(depth=1)
    if isinstance(declare := next(d for d in types() if d.modele is modele), TypeFiche):
        return (repertoire if langue == "fr" else repertoire_en)(declare.genre.code)
    return accueil() if langue == "fr" else accueil_en()


def formulaire(client, modele: type[Page], parent: Page) -> dict:
    adresse = reverse("wagtailadmin_pages:add", args=[*modele._meta.label_lower.split("."), parent.pk])
    donnees = querydict_from_html(client.get(adresse).content.decode(), form_id="page-edit-form").dict()
    flux = [champ.name for champ in modele._meta.get_fields() if isinstance(champ, StreamField)]
    obligatoires = {"date_debut": "2024-04-01", "type_outil": str(type_outil().pk)}
    return donnees | {f"{nom}-count": "0" for nom in flux} | obligatoires


def apercu(client, modele: type[Page], parent: Page, donnees: dict, mode: str = ""):
    adresse = reverse(
        "wagtailadmin_pages:preview_on_add", args=[*modele._meta.label_lower.split("."), parent.pk]
    )
    assert client.post(adresse, donnees).json() == {"is_valid": True, "is_available": True}
    return client.get(adresse, {"mode": mode} if mode else {})


MODELES = [declare.modele for declare in types()]


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("modele", MODELES, ids=lambda modele: modele.__name__)
def test_une_page_jamais_enregistree(admin_client, index, modele, langue):
    accueil(), accueil_en()
    parent = parent_de(modele, langue)
    donnees = formulaire(admin_client, modele, parent)
    for mode, _nom in modele().preview_modes:
        for titre in ("", "Un essai"):
            reponse = apercu(admin_client, modele, parent, donnees | {"title": titre}, mode)
            assert reponse.status_code == 200
            assert "Un essai" in reponse.content.decode() or not titre


def en_memoire(modele: type[Page], **champs) -> Page:
    """A page that no row knows, where the admin would add it."""
    parent = parent_de(modele, "fr")
    propres = {"type_outil": type_outil(), "date_debut": date(2024, 4, 1), "genre": "outil"}
    connus = {champ.name for champ in modele._meta.get_fields()}
    page = modele(title="Un essai", slug="un-essai", locale=locale("fr"))
    for nom, valeur in (propres | champs).items():
        if nom in connus:
            setattr(page, nom, valeur)
    page.depth, page.path = parent.depth + 1, parent.path + "9999"
    page.set_url_path(parent)
    return page


def flux_de(modele: type[Page]) -> list[tuple[str, str]]:
    """Each block that each StreamField of the type may hold."""
    champs = (champ for champ in modele._meta.get_fields() if isinstance(champ, StreamField))
    return [(champ.name, genre) for champ in champs for genre in champ.stream_block.child_blocks]


BLOCS = [(modele, *flux) for modele in MODELES for flux in flux_de(modele)]


def vide(bloc: Block) -> Any:
    """What the form gives when nothing was filled in."""
    return bloc.get_prep_value(bloc.get_default())


def disparu(bloc: Block) -> Any:
    """The same, each record that may be chosen having been deleted since."""
    if isinstance(bloc, ChooserBlock):
        return 987654321
    if isinstance(bloc, StructBlock):
        return {nom: disparu(enfant) for nom, enfant in bloc.child_blocks.items()}
    if isinstance(bloc, ListBlock):
        return [{"type": "item", "id": "a", "value": disparu(bloc.child_block)}]
    return vide(bloc)


def montre(bloc: Block) -> Any:
    """What its preview in the block picker shows."""
    return bloc.get_prep_value(bloc.get_preview_value())


@pytest.mark.parametrize("valeur", [vide, disparu, montre], ids=lambda valeur: valeur.__name__)
@pytest.mark.parametrize(("modele", "champ", "genre"), BLOCS, ids=lambda x: getattr(x, "__name__", x))
def test_un_bloc(index, modele, champ, genre, valeur):
    flux = modele._meta.get_field(champ).stream_block
    brut = {"type": genre, "value": valeur(flux.child_blocks[genre])}
    page = en_memoire(modele, **{champ: StreamValue(flux, [brut], is_lazy=True)})
    for mode, _nom in page.preview_modes:
        assert page.make_preview_request(preview_mode=mode).status_code == 200


@pytest.mark.parametrize("modele", MODELES, ids=lambda modele: modele.__name__)
def test_une_page_publique_dont_les_choix_ont_disparu(client, admin_client, index, modele):
    """Deleting a record never brings down the page that chose it, nor its place in the search."""
    accueil()
    cherchee = next(declare for declare in types() if declare.modele is modele).genre
    if modele is AccueilPage:
        page = accueil()
    else:
        page = en_memoire(modele, live=True, resume="Dit.", essentiel="<p>Dit.</p>", periode="2024")
        page.path = page.depth = None
        parent_de(modele, "fr").add_child(instance=page)
    for champ in {champ for _modele, champ, _genre in BLOCS if _modele is modele}:
        flux = modele._meta.get_field(champ).stream_block
        bruts = [{"type": genre, "value": disparu(bloc)} for genre, bloc in flux.child_blocks.items()]
        setattr(page, champ, StreamValue(flux, bruts, is_lazy=True))
    page.save()
    assert client.get(page.get_url()).status_code == 200
    page = modele.objects.get(pk=page.pk)
    page.save_revision().publish()
    assert client.get(page.get_url()).status_code == 200
    assert page.make_preview_request(preview_mode=page.default_preview_mode).status_code == 200
    assert [document for document in registre().documents() if document.titre == page.title] or not cherchee
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


@pytest.mark.parametrize("enregistree", [False, True])
def test_l_apercu_montre_ce_que_le_formulaire_tient(index, enregistree):
    """Terms and relations that no row holds yet; those that were taken away are not shown any more."""
    ancienne, nouvelle = fiche(titre="Ancienne liée"), fiche(titre="Nouvelle liée")
    if enregistree:
        page = fiche(titre="Un essai", publics=[public("parents", "Des parents")], liens=[ancienne])
        page = page.get_latest_revision_as_object()
    else:
        page = en_memoire(OutilPage)
    page.publics, page.piliers = [public("peres", "Des pères")], [pilier("CDV", "Conditions de vie")]
    page.liens = [LienFiche(cible=nouvelle)]
    montre = page.make_preview_request(preview_mode=page.default_preview_mode).content.decode()
    assert "Des pères" in montre and "Conditions de vie" in montre and "Nouvelle liée" in montre
    assert "Des parents" not in montre and "Ancienne liée" not in montre
