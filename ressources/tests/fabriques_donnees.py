"""Factories of figures, charts, quotes and their pages."""

from typing import Any

from ressources.models import (
    AnnuairePage,
    CartePage,
    ChiffreCle,
    ChiffresPage,
    Graphique,
    LigneGraphique,
    Mesure,
)
from ressources.tests.fabriques import accueil, accueil_en, locale, organisation, pilier, publier, valider
from ressources.tests.instantanes import memorise
from ressources.traduction.chargement import traduire


@memorise
def page_du_type(modele: type, titre: str, slug: str, **champs: Any):
    """A published French page of this type beneath the home page."""
    page = modele(title=titre, slug=slug, locale=locale("fr"), **champs)
    accueil().add_child(instance=page)
    return publier(page)


@memorise
def page_en(source, titre: str, slug: str):
    """Its published English translation."""
    accueil_en()
    cible = traduire(source, type(source)(title=titre, slug=slug), locale("en")).cible
    valider()
    return cible


def page_chiffres() -> ChiffresPage:
    return page_du_type(ChiffresPage, "Les chiffres", "chiffres")


@memorise
def chiffre(code: str = "priorite-2018", *, mesures=(), organisations=(), **champs: Any) -> ChiffreCle:
    valeurs = {
        "valeur_fr": "75\u00a0%",
        "valeur_en": "75%",
        "nombre": 75,
        "unite_fr": "%",
        "libelle_fr": "des gens veulent une priorité",
        "libelle_en": "of people want a priority",
        "annee": 2018,
        "source": "Sondage d’essai",
    } | champs
    objet = ChiffreCle.objects.create(code=code, **valeurs)
    objet.mesures.set(mesures)
    objet.organisations.set(organisations)
    return objet


@memorise
def graphique(code: str = "essai", forme: str = "barres", chiffres=(), **champs: Any) -> Graphique:
    valeurs = {"titre_fr": "Un essai", "titre_en": "A trial", "description_fr": "Ce qu’on voit."} | champs
    objet = Graphique.objects.create(code=code, forme=forme, **valeurs)
    for rang, element in enumerate(chiffres):
        LigneGraphique.objects.create(graphique=objet, chiffre=element, sort_order=rang)
    return objet


def annuaire() -> AnnuairePage:
    return page_du_type(AnnuairePage, "Les organisations", "organisations")


def page_carte() -> CartePage:
    return page_du_type(CartePage, "La carte", "carte")


@memorise
def deux_chiffres() -> dict[str, Any]:
    """The page of figures in both languages, two figures of one measure, a chart."""
    mesure = Mesure.objects.create(code="AGE-3", pilier=pilier("AGE", "Agir ensemble"), nom_fr="Arrimage")
    page_en(page_chiffres(), "The figures", "figures")
    avant = chiffre(
        "priorite-2015", valeur_fr="60\u00a0%", valeur_en="60%", nombre=60, annee=2015, mesures=[mesure]
    )
    apres = chiffre(
        mesures=[mesure], organisations=[organisation()], note_fr="Note de bas de page.", groupe="opinion"
    )
    graphique("opinion", "points", [avant, apres], maximum=100, groupe="opinion")
    valider()
    return {"mesure": mesure, "avant": avant, "apres": apres}
