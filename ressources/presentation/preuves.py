"""The charts and quotes that a sheet calls, read together: one query by kind, however many blocks and streams."""

from collections.abc import Callable

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from ressources.models import Citation, Graphique, LigneGraphique


def _graphiques(pks: set[int]) -> dict[int, Graphique]:
    """With their lines; a chart without any shows nothing, and is left out."""
    lignes = LigneGraphique.objects.filter(graphique__in=pks).select_related("graphique", "chiffre")
    trouves: dict[int, Graphique] = {}
    for ligne in lignes.order_by("graphique", "sort_order"):
        graphique = trouves.setdefault(ligne.graphique_id, ligne.graphique)
        graphique.__dict__.setdefault("lignes_lues", []).append(ligne)
    return trouves


SOURCES: dict[str, Callable[[set[int]], dict]] = {
    "graphique": _graphiques,
    "citation_choisie": Citation.objects.in_bulk,
}


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
        trouves = lire({brut["value"] for _valeur, _rang, brut in places})
        for valeur, rang, brut in places:
            bloc = valeur.stream_block.child_blocks[genre]
            enfant = StreamValue.StreamChild(bloc, trouves.get(brut["value"]), id=brut.get("id"))
            valeur._bound_blocks[rang] = enfant
