"""A card: what a list shows of a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ressources.images import renditions

DIMENSIONS = "fill-640x240|format-webp"  # of templates/composants/carte.html

LIBELLES = {
    "thematique": _("Thématique"),
    "outil": _("Outil"),
    "initiative": _("Initiative"),
    "action": _("Action mobilisatrice"),
    "bilan": _("Bilan"),
}
# Types that the search knows and that are no sheets: no card is made of them.
LIBELLES_PARTIES = {
    "mesure": _("Mesure"),
    "plateforme": _("Plateforme"),
    "theorie": _("Théorie du changement"),
    "recommandation": _("Recommandation"),
    "chiffre": _("Chiffre clé"),
    "organisation": _("Organisation"),
    "glossaire": _("Glossaire"),
}
# The values of the facet, in the order of display.
PLURIELS = {
    "thematique": _("Thématiques"),
    "outil": _("Outils"),
    "initiative": _("Initiatives"),
    "action": _("Actions mobilisatrices"),
    "bilan": _("Bilans"),
    "recommandation": _("Recommandations"),
    "mesure": _("Mesures"),
    "plateforme": _("Plateforme"),
    "theorie": _("Théorie du changement"),
    "chiffre": _("Chiffres clés"),
    "organisation": _("Organisations"),
    "glossaire": _("Glossaire"),
}


@dataclass(frozen=True)
class Carte:
    """The values of a card, ready to print."""

    titre: str
    url: str
    resume: str
    genre: str
    genre_libelle: str
    lieu: str
    annee: int | None
    piliers: list[dict[str, str]]
    courtepointe_cle: str
    courtepointe_piliers: list[str]
    image: object | None
    image_alt: str
    langue_titre: str
    duree: str
    fiction: bool
    langue: str = ""
    """Set when the card is not in the language of the page that shows it."""


def _lieu(fiche) -> str:
    """The first territory, unless the sheet is about all of Québec."""
    territoires = [t for t in fiche.territoires.all() if t.niveau != "province"]
    return territoires[0].nom if territoires else ""


def _outil(fiche):
    """The tool behind a sheet, without a query when it is another type."""
    if fiche.genre != "outil":
        return None
    return fiche if hasattr(fiche, "duree") else fiche.outilpage


def carte(fiche, request: HttpRequest | None = None) -> Carte:
    """Returns the card of a sheet loaded by `pour_cartes()` (any other costs queries)."""
    piliers = [{"code": p.code, "nom": p.nom} for p in fiche.piliers_ordonnes]
    outil = _outil(fiche)
    return Carte(
        titre=fiche.title,
        url=fiche.get_url(request) or "",
        resume=fiche.resume,
        genre=fiche.genre,
        genre_libelle=str(LIBELLES[fiche.genre]),
        lieu=_lieu(fiche),
        annee=fiche.annee,
        piliers=piliers,
        courtepointe_cle=fiche.code,
        courtepointe_piliers=[p["code"] for p in piliers],
        image=fiche.image,
        image_alt=fiche.image_alt,
        langue_titre=fiche.langue_titre,
        duree=outil.duree if outil else "",
        fiction=fiche.fiction,
    )


def preparer_images(fiches: Iterable) -> None:
    """Resizes the pictures of these cards together; without it each one asks for its own."""
    renditions.preparer([fiche.image for fiche in fiches if fiche.image], [DIMENSIONS])


def faire_cartes(fiches: Iterable, request: HttpRequest | None = None) -> list[Carte]:
    """Returns the cards of sheets loaded by `pour_cartes()`, their pictures ready."""
    lues = list(fiches)
    preparer_images(lues)
    return [carte(fiche, request) for fiche in lues]
