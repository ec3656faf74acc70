"""The declarations in force. Filled once, when the applications are ready."""

from typing import Any

from wagtail.models import Page

from ressources.declaration.valeurs import Genre, Indexation, TypeFiche, TypePage

_types: dict[type[Page], TypePage] = {}


def declarer(*nouveaux: TypePage) -> None:
    """Adds types. A model declared twice keeps its last declaration."""
    _types.update((nouveau.modele, nouveau) for nouveau in nouveaux)


def types() -> list[TypePage]:
    """All the types, in the order of their declaration."""
    return list(_types.values())


def type_de(modele: type[Page]) -> TypePage:
    """The declaration of a model, or a bare one: a page that nobody declared still answers."""
    return _types.get(modele) or TypePage(modele=modele)


def fiches() -> list[TypeFiche]:
    """The types of sheets, in their order."""
    declarees = (declare for declare in _types.values() if isinstance(declare, TypeFiche))
    return sorted(declarees, key=lambda declare: declare.genre.rang)


def fiche_de(code: str) -> TypeFiche:
    """The type of sheet of this code. Raises KeyError."""
    return {declare.genre.code: declare for declare in fiches()}[code]


def genres() -> list[Genre]:
    """All that the search can find, in the order of display."""
    tous = (genre for declare in _types.values() for genre in (declare.genre, declare.parties) if genre)
    return sorted(dict.fromkeys(tous), key=lambda genre: genre.rang)


def libelle(code: str) -> str:
    """The name of one thing of this kind, in the active language. Raises KeyError."""
    return str({genre.code: genre.libelle for genre in genres()}[code])


def indexations() -> list[Indexation]:
    """Each way of indexing once: sheets of all types share theirs."""
    return list(dict.fromkeys(i for declare in _types.values() for i in declare.indexations))


def champs_de_carte() -> tuple[str, ...]:
    """The fields of their own that cards show, of all types of sheets together."""
    return tuple(dict.fromkeys(champ for declare in fiches() for champ in declare.carte))


def collecteurs() -> list[Any]:
    """What fills the panels of the pages of measures, each once, in the order of its `rang`."""
    tous = dict.fromkeys(collecteur for declare in _types.values() for collecteur in declare.volets)
    return sorted(tous, key=lambda collecteur: collecteur.rang)
