"""A card: what a list shows of a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from ressources.declaration import libelle, type_de
from ressources.images import renditions

DIMENSIONS = "fill-640x240|format-webp"  # of templates/composants/carte.html


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


def _propre(fiche, champ: str) -> str:
    """A field that only some types have, "" for the others: without a query for a sheet loaded by `pour_cartes()`."""
    if champ not in type_de(fiche.specific_class).carte:
        return ""
    return getattr(
        fiche if hasattr(fiche, champ) else getattr(fiche, type_de(fiche.specific_class).nom), champ
    )


def carte(fiche, request: HttpRequest | None = None) -> Carte:
    """Returns the card of a sheet loaded by `pour_cartes()` (any other costs queries)."""
    piliers = [{"code": p.code, "nom": p.nom} for p in fiche.piliers_ordonnes]
    return Carte(
        titre=fiche.title,
        url=fiche.get_url(request) or "",
        resume=fiche.resume,
        genre=fiche.genre,
        genre_libelle=libelle(fiche.genre),
        lieu=_lieu(fiche),
        annee=fiche.annee,
        piliers=piliers,
        courtepointe_cle=fiche.code,
        courtepointe_piliers=[p["code"] for p in piliers],
        image=None if fiche.image and fiche.image.illisible else fiche.image,
        image_alt=fiche.image_alt,
        langue_titre=fiche.langue_titre,
        duree=_propre(fiche, "duree"),
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
