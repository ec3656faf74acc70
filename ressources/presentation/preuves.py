"""The charts, quotes and pictures that a sheet calls, read together: one query by kind, however many blocks and
streams."""

from collections.abc import Callable
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from ressources.images import renditions
from ressources.models import Citation, Graphique, ImagePortail, LigneGraphique

LARGEURS = ("width-500|format-webp", "width-1000|format-webp")  # of templates/blocs/illustration.html


def _graphiques(pks: set[int]) -> dict[int, Graphique]:
    """With their lines; a chart without any shows nothing, and is left out."""
    lignes = LigneGraphique.objects.filter(graphique__in=pks).select_related("graphique", "chiffre")
    trouves: dict[int, Graphique] = {}
    for ligne in lignes.order_by("graphique", "sort_order"):
        graphique = trouves.setdefault(ligne.graphique_id, ligne.graphique)
        graphique.__dict__.setdefault("lignes_lues", []).append(ligne)
    return trouves


def _images(pks: set[int]) -> dict[int, ImagePortail]:
    """With their resized copies."""
    trouvees = ImagePortail.objects.in_bulk(pks)
    renditions.preparer(trouvees.values(), LARGEURS)
    return trouvees


SOURCES: dict[str, Callable[[set[int]], dict]] = {
    "graphique": _graphiques,
    "citation_choisie": Citation.objects.in_bulk,
    "illustration": _images,
}


def _cle(brut: dict) -> int:
    """The record that a block names: its value, or one of its fields."""
    return brut["value"]["image"] if brut["type"] == "illustration" else brut["value"]


def _valeur(bloc, brut: dict, trouve: Any) -> Any:
    """The value of a block, given the record that it names."""
    if brut["type"] != "illustration":
        return trouve
    valeur = bloc.to_python({**brut["value"], "image": None})
    valeur["image"] = trouve
    return valeur


def precharger_preuves(page) -> None:
    """Gives each stream of `page` the records that its blocks name, as the stream would by a query of its own.

    A stream reads its choosers by type, but each stream by itself: a theme has five.
    """
    champs = [champ.name for champ in page._meta.get_fields() if isinstance(champ, StreamField)]
    flux = [valeur for champ in champs if isinstance(valeur := getattr(page, champ), StreamValue)]
    for genre, lire in SOURCES.items():
        places = [
            (valeur, rang, brut)
            for valeur in flux
            for rang, brut in enumerate(valeur.raw_data)
            if brut["type"] == genre and valeur._bound_blocks[rang] is None
        ]
        if not places:
            continue
        trouves = lire({_cle(brut) for _flux, _rang, brut in places})
        for valeur, rang, brut in places:
            bloc = valeur.stream_block.child_blocks[genre]
            valeur_lue = _valeur(bloc, brut, trouves.get(_cle(brut)))
            enfant = StreamValue.StreamChild(bloc, valeur_lue, id=brut.get("id"))
            valeur._bound_blocks[rang] = enfant
