"""Deleting what a draft, a scheduled or an older revision names: refused in words, or emptied, never an error."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.db.transaction import atomic
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from ressources.models import (
    Citation,
    InitiativePage,
    LienFiche,
    Organisation,
    OutilPage,
    TypeOutil,
)
from ressources.tests.fabriques import (
    document,
    fiche,
    fiche_en,
    image,
    organisation,
    pilier,
    public,
    publier,
    recommandation,
    reference,
    territoire,
    type_action,
    type_outil,
    valider,
)
from ressources.tests.fabriques_donnees import chiffre, graphique

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gabarits_de_wagtail")]


@pytest.fixture(autouse=True)
def hotes(settings):
    settings.ALLOWED_HOSTS = ["*"]


def brouillon(page, **valeurs: Any):
    """Saves a draft of a page with other values; the row keeps its own."""
    neuve = page.get_latest_revision_as_object()
    for nom, valeur in valeurs.items():
        setattr(neuve, nom, valeur)
    neuve.save_revision()
    return neuve


def programme(page, **valeurs: Any):
    """The same, to be published tomorrow, under a later draft that names nothing of it."""
    avant = page.get_latest_revision_as_object()
    neuve = page.get_latest_revision_as_object()
    for nom, valeur in valeurs.items():
        setattr(neuve, nom, valeur)
    neuve.go_live_at = timezone.now() + timedelta(days=1)
    neuve.save_revision().publish()
    avant.save_revision()
    return neuve


def outil(**valeurs: Any) -> OutilPage:
    return fiche(titre="Carnet", **valeurs)


def neuf() -> TypeOutil:
    return type_outil("trousse")


CAS = [
    (lambda faire: faire(outil(), type_outil=neuf()), neuf),
    (lambda faire: faire(fiche("initiative", "Halte"), porteur=organisation()), organisation),
    (lambda faire: faire(fiche("action", "Mémoire"), organisation=organisation()), organisation),
    (lambda faire: faire(fiche("bilan", "Bilan"), organisation=organisation()), organisation),
]


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("cas", CAS, ids=["outil", "initiative", "action", "bilan"])
def test_la_suppression_par_un_programme_est_refusee(cas, etat):
    preparer, objet = cas
    page = preparer(etat)
    terme = objet()
    with pytest.raises(ProtectedError, match=page.title) as refus, atomic():
        terme.delete()
    assert [tenant.pk for tenant in refus.value.protected_objects] == [page.pk]
    with pytest.raises(ProtectedError), atomic():
        type(terme).objects.filter(pk=terme.pk).delete()


def test_une_page_jamais_publiee_et_une_depubliee():
    fiche(titre="Jamais", publiee=False, type_outil=neuf())
    with pytest.raises(ProtectedError), atomic():
        neuf().delete()
    retiree = fiche(titre="Retirée", type_outil=type_outil("affiche"))
    retiree.unpublish()
    with pytest.raises(ProtectedError), atomic():
        type_outil("affiche").delete()


def test_un_brouillon_qui_ne_le_nomme_plus_le_laisse_partir():
    page = outil()
    brouillon(page, type_outil=neuf())
    brouillon(page, type_outil=type_outil())
    neuf().delete()
    assert not TypeOutil.objects.filter(code="trousse").exists()


def test_ni_le_type_publie_ni_les_autres_ne_sont_touches():
    brouillon(outil(), type_outil=neuf())
    autre = type_outil("autre")
    autre.delete()
    with pytest.raises(ProtectedError), atomic():
        type_outil().delete()


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("methode", ["get", "post"])
def test_l_admin_refuse_et_nomme_le_brouillon(admin_client, etat, methode):
    page = etat(fiche("initiative", "Halte du village"), porteur=organisation())
    adresse = reverse("wagtailsnippets_ressources_organisation:delete", args=[organisation().pk])
    reponse = getattr(admin_client, methode)(adresse, follow=True)
    dit = reponse.content.decode()
    assert "Halte du village" in dit and "sert au brouillon" in dit
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in dit
    assert Organisation.objects.filter(pk=organisation().pk).exists()


@pytest.mark.parametrize("methode", ["get", "post"])
def test_l_admin_refuse_aussi_en_lot(admin_client, methode):
    brouillon(outil(), type_outil=neuf())
    libre = type_outil("libre")
    adresse = reverse("wagtail_bulk_action", args=["ressources", "typeoutil", "delete"])
    adresse += f"?id={libre.pk}&id={neuf().pk}"
    reponse = getattr(admin_client, methode)(adresse, follow=True)
    assert "Carnet" in reponse.content.decode()
    assert TypeOutil.objects.filter(pk__in=[libre.pk, neuf().pk]).count() == 2


def test_l_admin_supprime_ce_que_rien_ne_tient(admin_client):
    libre = type_outil("libre")
    adresse = reverse("wagtailsnippets_ressources_typeoutil:delete", args=[libre.pk])
    assert admin_client.get(adresse).status_code == 200
    assert admin_client.post(adresse).status_code == 302
    assert not TypeOutil.objects.filter(pk=libre.pk).exists()


def ecrans(page) -> list[str]:
    """The addresses where the admin opens a page and its revisions."""
    revisions = list(page.revisions.order_by("pk"))
    nom = "wagtailadmin_pages:"
    return [
        reverse(f"{nom}edit", args=[page.pk]),
        reverse(f"{nom}view_draft", args=[page.pk]),
        reverse(f"{nom}preview_on_edit", args=[page.pk]),
        reverse(f"{nom}history", args=[page.pk]),
        *(reverse(f"{nom}revisions_revert", args=[page.pk, r.pk]) for r in revisions),
        *(reverse(f"{nom}revisions_view", args=[page.pk, r.pk]) for r in revisions),
        reverse(f"{nom}revisions_compare", args=[page.pk, "earliest", "latest"]),
        reverse(f"{nom}revisions_compare", args=[page.pk, revisions[0].pk, revisions[-1].pk]),
        reverse(f"{nom}revisions_compare", args=[page.pk, "live", "latest"]),
    ]


def tous_s_ouvrent(admin_client, page) -> None:
    for adresse in ecrans(page):
        reponse = admin_client.get(adresse)
        assert (reponse.status_code, adresse) == (200, adresse)


def bloc(genre: str, valeur: Any) -> list[tuple[str, Any]]:
    return [(genre, valeur)]


def citation() -> Citation:
    return Citation.objects.create(
        code="mots",
        texte="Des mots.",
        genre_attribution="extrait",
        attribution_fr="Un document",
        consentement="publiee",
        source="Un rapport",
        annee=2020,
    )


def liee():
    return fiche("initiative", "Une autre")


# What a draft may name without protecting it: (how its draft names it, the record).
VIDES = {
    "pilier": (pilier, lambda o: {"piliers": [o], "pilier_principal": o}),
    "public": (public, lambda o: {"publics": [o]}),
    "territoire": (territoire, lambda o: {"territoires": [o]}),
    "recommandation": (lambda: recommandation("R-1", "Une"), lambda o: {"recommandations": [o]}),
    "reference": (reference, lambda o: {"references": [o]}),
    "image": (
        image,
        lambda o: {"image": o, "corps": bloc("illustration", {"image": o, "texte_alternatif": "x"})},
    ),
    "document": (document, lambda o: {"documents": bloc("document", {"document": o, "titre": "x"})}),
    "graphique": (lambda: graphique(chiffres=[chiffre()]), lambda o: {"corps": bloc("graphique", o)}),
    "citation": (citation, lambda o: {"corps": bloc("citation_choisie", o)}),
    "page": (
        liee,
        lambda o: {
            "liens": [LienFiche(cible=o)],
            "corps": bloc("texte", f'<p><a linktype="page" id="{o.pk}">là</a></p>'),
        },
    ),
}


@pytest.mark.parametrize("etat", [brouillon, programme])
@pytest.mark.parametrize("genre", VIDES)
def test_ce_qui_se_vide_laisse_tout_s_ouvrir(admin_client, index, genre, etat):
    faire, valeurs = VIDES[genre]
    objet = faire()
    page = outil()
    etat(page, **valeurs(objet))
    objet.delete()
    tous_s_ouvrent(admin_client, OutilPage.objects.get(pk=page.pk))


@pytest.mark.parametrize("genre", VIDES)
def test_ce_qui_se_vide_laisse_publier_a_l_heure(client, index, genre):
    faire, valeurs = VIDES[genre]
    objet = faire()
    page = programme(outil(), **valeurs(objet))
    objet.delete()
    a_l_heure = timezone.now() - timedelta(minutes=1)
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = a_l_heure
        revision.content["go_live_at"] = a_l_heure.isoformat()
        revision.save()
    call_command("publish_scheduled")
    page = OutilPage.objects.get(pk=page.pk)
    assert page.live and not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert client.get(page.get_url()).status_code == 200


def test_une_revision_ancienne_s_ouvre_et_redemande(admin_client, index):
    page = outil()
    brouillon(page, type_outil=neuf())
    brouillon(page, type_outil=type_outil())
    ancienne = page.revisions.order_by("pk")[1]
    neuf().delete()
    tous_s_ouvrent(admin_client, OutilPage.objects.get(pk=page.pk))
    reprise = admin_client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, ancienne.pk]))
    formulaire = reprise.context["form"]
    assert formulaire["type_outil"].value() is None and formulaire.fields["type_outil"].required


@pytest.mark.parametrize(("genre", "champ"), [("initiative", "porteur"), ("bilan", "organisation")])
def test_un_brouillon_deja_casse_se_rouvre(admin_client, index, genre, champ):
    """Those that were broken before drafts protected what they name."""
    page = fiche(genre, "Cassée")
    brouillon(page, **{champ: organisation()})
    Organisation.objects.filter(pk=organisation().pk)._raw_delete("default")
    page = type(page).objects.get(pk=page.pk)
    tous_s_ouvrent(admin_client, page)
    assert getattr(page.get_latest_revision_as_object(), champ) is None
    publier(page.get_latest_revision_as_object())


def test_la_traduction_d_une_page_dont_un_choix_a_disparu(index):
    """wagtail-localize keeps a content of its own."""
    source = fiche("initiative", "Halte", porteur=organisation())
    cible = fiche_en(source, "Respite")
    source.porteur = cible.porteur = None
    for page in (source, cible):
        publier(page)
    organisation().delete()
    suivie = InitiativePage.objects.get(pk=source.pk)
    TranslationSource.objects.get(object_id=suivie.translation_key).translations.get().save_target(
        publish=False
    )
    assert InitiativePage.objects.get(pk=cible.pk).porteur is None


@pytest.mark.parametrize("genre", VIDES)
def test_la_traduction_s_ouvre_et_se_synchronise(client, admin_client, index, genre):
    faire, valeurs = VIDES[genre]
    objet, page = faire(), outil()
    for nom, valeur in valeurs(objet).items():
        setattr(page, nom, valeur)
    page = publier(page)
    cible = fiche_en(page, "Notebook")
    objet.delete()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    for relire in (lambda: None, source.update_from_db):
        relire()
        source.translations.get().save_target()
        valider()
        assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[cible.pk])).status_code == 200
        assert client.get(OutilPage.objects.get(pk=cible.pk).get_url()).status_code == 200


def test_les_types_d_action_se_vident_aussi(admin_client, index):
    page = fiche("action", "Mémoire")
    brouillon(page, types_action=[type_action()])
    type_action().delete()
    tous_s_ouvrent(admin_client, page)
