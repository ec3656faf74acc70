"""Turns the bilingual data of a YAML file into field values of one language."""

from collections.abc import Callable
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from wagtail.blocks import ListBlock, StreamValue, StructBlock

LANGUES = ("fr", "en")
ESPACE = uuid5(NAMESPACE_URL, "passe-savoirs/chargement")


def en_langue(donnees: Any, langue: str) -> Any:
    """Returns `donnees` with each `{fr: …, en: …}` replaced by its text in `langue`, at any depth."""
    if isinstance(donnees, dict):
        if donnees and set(donnees) <= set(LANGUES):
            return donnees.get(langue, donnees.get("fr"))
        return {cle: en_langue(valeur, langue) for cle, valeur in donnees.items()}
    if isinstance(donnees, list):
        return [en_langue(valeur, langue) for valeur in donnees]
    return donnees


def identifiant(*chemin: object) -> str:
    """The stable id of a block: translations hang on it, so reloading must give the same."""
    return str(uuid5(ESPACE, "/".join(map(str, chemin))))


def _valeur(bloc, valeur: Any, chemin: tuple) -> Any:
    """The stored form of a block's value, with the ids that lists need."""
    if isinstance(bloc, StructBlock):
        connus = {nom: v for nom, v in valeur.items() if nom in bloc.child_blocks}
        if inconnus := set(valeur) - set(connus):
            raise ValueError(f"{'/'.join(map(str, chemin))}: champs inconnus {sorted(inconnus)}")
        return {nom: _valeur(bloc.child_blocks[nom], v, (*chemin, nom)) for nom, v in connus.items()}
    if isinstance(bloc, ListBlock):
        return [
            {
                "type": "item",
                "id": identifiant(*chemin, i),
                "value": _valeur(bloc.child_block, v, (*chemin, i)),
            }
            for i, v in enumerate(valeur)
        ]
    return valeur


def flux(
    champ, blocs: list[dict], cle: str, resoudre: Callable[[str, dict], dict] | None = None
) -> StreamValue:
    """Builds the value of a StreamField.

    `blocs`: [{type, valeur}] in one language; `resoudre(type, valeur)` replaces names by primary keys (drawings,
    documents). Ids depend on `cle`, the field and the rank only, so both languages share them.
    """
    bruts = []
    for rang, bloc in enumerate(blocs):
        genre, valeur = bloc["type"], bloc["valeur"]
        definition = champ.stream_block.child_blocks[genre]
        if resoudre:
            valeur = resoudre(genre, valeur)
        chemin = (cle, champ.name, rang)
        bruts.append(
            {"type": genre, "id": identifiant(*chemin), "value": _valeur(definition, valeur, chemin)}
        )
    return StreamValue(champ.stream_block, bruts, is_lazy=True)


def cle_traduction(cle: str) -> UUID:
    """The translation key of a loaded page: the same on every installation, so index ids are stable too."""
    return uuid5(ESPACE, f"page/{cle}")
