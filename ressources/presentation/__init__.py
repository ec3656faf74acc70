"""What the templates show of a sheet, as plain values: cards, facts, breadcrumbs, related sheets."""

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest

from ressources.images import renditions
from ressources.presentation.cartes import Carte, carte, preparer_images
from ressources.presentation.faits import faits, terrain
from ressources.presentation.fil import fil
from ressources.presentation.rapprochements import fiches_autour, rapprochements, voisines
from ressources.presentation.recommandations import recommandations_de
from ressources.presentation.termes import precharger_termes

ENTETE = "fill-900x720|format-webp"  # of templates/ressources/fiche.html

__all__ = ["Carte", "carte", "contexte_fiche", "faits", "fil", "rapprochements"]


def contexte_fiche(page, request: HttpRequest) -> dict:
    """The context that all sheet templates share."""
    from ressources.models import Mesure
    from ressources.presentation.preuves import precharger_preuves

    mesures = Prefetch("mesures", Mesure.objects.select_related("pilier"))
    chemin = fil(page, request)  # first: it knows the language of the page
    fiches, proches = fiches_autour(page)
    prefetch_related_objects([page], mesures)
    propres = [
        "publics",
        "periodes",
        "obstacles",
        "milieux",
        "recommandations",
        *page.classements_propres.values(),
    ]
    precharger_termes(page, propres, autour=[*fiches, *proches], partages=["piliers", "territoires"])
    precharger_preuves(page)
    preparer_images([*fiches, *proches])
    renditions.preparer([page.image] if page.image else [], [ENTETE])
    return {
        "fil": chemin,
        "faits": faits(page),
        "terrain": terrain(page),
        "fiche_liens": rapprochements(page, fiches, request),
        "recommandations": recommandations_de(page, request),
        "voisines": voisines(page, proches, request),
        "carte": carte(page, request),
    }
