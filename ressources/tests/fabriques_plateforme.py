"""Factories of the platform and of the theory of change, with the real records."""

from ressources.models import PlateformePage, TheorieChangementPage
from ressources.tests.fabriques import accueil, accueil_en, classements, locale, publier, valider
from ressources.tests.instantanes import memorise
from ressources.traduction.chargement import traduire


@memorise
def _page(modele, **champs):
    classements()
    page = modele(locale=locale("fr"), **champs)
    accueil().add_child(instance=page)
    return publier(page)


def plateforme() -> PlateformePage:
    """The French platform, with all the measures."""
    return _page(PlateformePage, title="La plateforme", slug="plateforme", chapo="Quatre piliers.")


@memorise
def plateforme_en(source: PlateformePage) -> PlateformePage:
    """Its published translation."""
    accueil_en()
    jumelle = PlateformePage(title="The platform", slug="platform", chapo="Four pillars.")
    cible = traduire(source, jumelle, locale("en")).cible
    valider()
    return cible


def theorie() -> TheorieChangementPage:
    """The French theory of change, with all its boxes."""
    return _page(TheorieChangementPage, title="La théorie du changement", slug="theorie-du-changement")
