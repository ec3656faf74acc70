"""Does the portal hold every row of the inventory? Each row names the records and pages that hold it, and their words.

`inventaire.yaml` is the list: `{id, libelle, objets: ["mesure:CDV-1", "page:in-constellation"], textes, langues}`.
A row holds when every object exists in the languages asked (both, unless `langues` says that the source knows one only)
and when its words, if any, stand in the text of its first object in each language.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from portail.demonstration.originalite import mots
from ressources.chargement.valeurs import cle_traduction
from ressources.models.querysets import visibles

LISTE = Path(__file__).parent / "inventaire.yaml"
LANGUES = ("fr", "en")
PAGE = (
    "page"  # `page:<cle>`: a page of the content files, by its key; any other kind is a record, by its code
)


@dataclass(frozen=True)
class Rangee:
    """A row of the inventory; `textes` by language: words that the first object must hold, in this order."""

    id: str
    libelle: str
    objets: tuple[str, ...]
    textes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    langues: tuple[str, ...] = LANGUES


@dataclass(frozen=True)
class Constat:
    """What was found of a row; `manques`: what was not, empty when the row holds."""

    rangee: Rangee
    manques: tuple[str, ...]


def rangees() -> list[Rangee]:
    """The rows of the inventory. ValueError when two bear the same identifier."""
    lues = [_rangee(donnees) for donnees in yaml.safe_load(LISTE.read_text())]
    connus = [rangee.id for rangee in lues]
    if doubles := sorted({identifiant for identifiant in connus if connus.count(identifiant) > 1}):
        raise ValueError(f"Identifiants en double: {doubles}")
    return lues


def _rangee(donnees: dict[str, Any]) -> Rangee:
    textes = {
        langue: tuple([valeur] if isinstance(valeur, str) else valeur)
        for langue, valeur in (donnees.get("textes") or {}).items()
    }
    langues = tuple(donnees.get("langues") or LANGUES)
    return Rangee(donnees["id"], donnees["libelle"], tuple(donnees["objets"]), textes, langues)


def constater(rangee: Rangee) -> Constat:
    """Looks for the objects of a row, in each of its languages."""
    manques = [
        f"{objet} ({langue})"
        for objet in rangee.objets
        for langue in rangee.langues
        if trouver(objet, langue) is None
    ]
    if not manques:
        manques = list(_textes_absents(rangee))
    return Constat(rangee, tuple(manques))


def _textes_absents(rangee: Rangee) -> Iterator[str]:
    for langue, attendus in rangee.textes.items():
        objet = trouver(rangee.objets[0], langue)
        dit = f" {' '.join(mots(texte(objet, langue)))} " if objet else ""
        yield from (f"« {a} » ({langue})" for a in attendus if f" {' '.join(mots(a))} " not in dit)


def trouver(objet: str, langue: str) -> Model | None:
    """The public page, or the record that has a name in this language; None when there is none.

    LookupError for a kind that does not exist: an error of the list, not of the content.
    """
    genre, _, code = objet.partition(":")
    if genre == PAGE:
        pages = Page.objects.filter(translation_key=cle_traduction(code), locale__language_code=langue)
        trouvee = visibles(pages).first()
        return trouvee and trouvee.specific
    modele = _modele(genre)
    trouve = modele.objects.filter(code=code).first()
    nomme = trouve is not None and any(getattr(trouve, nom, "") for nom in _noms(trouve, langue))
    return trouve if nomme else None


def _modele(genre: str) -> type[Model]:
    return apps.get_model("ressources", genre)


def _noms(objet: Model, langue: str) -> list[str]:
    """The fields that may name a record in a language; proper names are the same in both."""
    propre = "texte" if langue == "fr" else "traduction"  # of a quote
    return [f"nom_{langue}", f"libelle_{langue}", f"role_{langue}", "titre", propre]


def texte(objet: Model, langue: str) -> str:
    """All that an object says in a language, markup and all: a page is in one language, a record says both."""
    if isinstance(objet, Page):
        return "\n".join(_chaines(objet.serializable_data()))
    autre = "_en" if langue == "fr" else "_fr"
    champs = (champ for champ in objet._meta.get_fields() if champ.concrete and not champ.is_relation)
    return "\n".join(str(getattr(objet, c.name)) for c in champs if not c.name.endswith(autre))


def _chaines(valeur: Any) -> Iterator[str]:
    if isinstance(valeur, str):
        yield _json(valeur) if valeur[:1] in "[{" else valeur
    elif isinstance(valeur, dict):
        for contenu in valeur.values():
            yield from _chaines(contenu)
    elif isinstance(valeur, list):
        for contenu in valeur:
            yield from _chaines(contenu)


def _json(valeur: str) -> str:
    """A stream of blocks, stored as text: its escapes are undone."""
    try:
        return "\n".join(_chaines(json.loads(valeur)))
    except ValueError:
        return valeur
