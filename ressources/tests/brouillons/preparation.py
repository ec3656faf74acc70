"""Drafts and scheduled revisions, and what they may name."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from ressources.models import (
    Citation,
    LienFiche,
    OutilPage,
    TypeOutil,
)
from ressources.tests.fabriques import (
    document,
    fiche,
    image,
    pilier,
    public,
    recommandation,
    reference,
    territoire,
    type_outil,
)
from ressources.tests.fabriques_donnees import chiffre, graphique


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
