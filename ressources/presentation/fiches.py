"""What the page of any sheet shows: its card, its facts, its breadcrumb, the sheets around it."""

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest

from ressources.images import renditions
from ressources.models import Mesure
from ressources.presentation.cartes import carte, preparer_images
from ressources.presentation.faits import faits, terrain
from ressources.presentation.fil import fil
from ressources.presentation.preuves import precharger_preuves
from ressources.presentation.rapprochements import fiches_autour, rapprochements, voisines
from ressources.presentation.recommandations import recommandations_de
from ressources.presentation.termes import precharger_termes

ENTETE = "fill-900x720|format-webp"  # of templates/ressources/fiche.html


def contexte_fiche(page, request: HttpRequest) -> dict:
    """The values that the templates of all sheets share; types that show more add to them."""
    mesures = Prefetch("mesures", Mesure.objects.select_related("pilier"))
    chemin = fil(page, request)  # first: it knows the language of the page
    fiches, proches = fiches_autour(page)
    if page.pk:  # a preview of a sheet that was never saved holds its terms itself
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
