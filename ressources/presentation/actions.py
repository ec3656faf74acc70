"""An advocacy action as its page shows it: what was done beside what came of it, family by family.

Blocks are read in their stored form: their choosers would cost a query each.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.rich_text import RichText

from ressources.blocks.actions import FAMILLES, GENRES_IMPACT
from ressources.models import Reference
from ressources.presentation.fiches import contexte_fiche

LIBELLES_FAMILLES, LIBELLES_IMPACTS = dict(FAMILLES), dict(GENRES_IMPACT)
References = dict[int, Reference]


@dataclass(frozen=True)
class Action:
    """Something that was done, and the document that it made."""

    texte: str
    reference: Reference | None


@dataclass(frozen=True)
class Repere:
    """A place in a public plan, with its official label in the plan's language."""

    code: str
    libelle: str
    reference: Reference | None


@dataclass(frozen=True)
class Impact:
    """What came of the actions; `suite_de` is the earlier action in the reader's language, as {titre, url}."""

    genre: str
    texte: RichText
    anterieures: str
    suite_de: dict[str, str] | None
    reperes: list[Repere]


@dataclass(frozen=True)
class Famille:
    """Actions and impacts that the source puts together; without a title where it makes no families."""

    titre: str
    actions: list[Action] = field(default_factory=list)
    impacts: list[Impact] = field(default_factory=list)


def _anterieures(page, impacts: Iterable[dict], request: HttpRequest) -> dict[int, dict[str, str]]:
    """The earlier actions by primary key of the page chosen (the French one), in the language of `page`."""
    choisies = [impact["action_anterieure"] for impact in impacts if impact.get("action_anterieure")]
    if not choisies:
        return {}
    sources = Page.objects.filter(pk__in=choisies, translation_key=OuterRef("translation_key"))
    visibles = (
        type(page).objects.publiques(page.locale_id).annotate(choisie=Subquery(sources.values("pk")[:1]))
    )
    return {
        p.choisie: {"titre": p.title, "url": p.get_url(request) or ""}
        for p in visibles.filter(choisie__isnull=False).select_related("locale")
    }


def _impact(valeur: dict, anterieures: dict[int, dict[str, str]], references: References) -> Impact:
    reperes = [item["value"] for item in valeur.get("reperes") or []]
    return Impact(
        genre=str(LIBELLES_IMPACTS.get(valeur.get("genre"), "")),
        texte=RichText(valeur["texte"]),
        anterieures=valeur.get("anterieures") or "",
        suite_de=anterieures.get(valeur.get("action_anterieure")),
        reperes=[Repere(r["code"], r["libelle"], references.get(r.get("reference"))) for r in reperes],
    )


def contexte_action(page, request: HttpRequest) -> dict:
    """The context of an action's page: besides what all sheets share, its families in their usual order (what has none
    comes last), and the documents that it names."""
    communs = contexte_fiche(page, request)
    references = {reference.pk: reference for reference in page.references.all()}
    impacts = [bloc["value"] for bloc in page.impacts.raw_data]
    anterieures = _anterieures(page, impacts, request)
    groupes = {code: Famille(str(titre)) for code, titre in LIBELLES_FAMILLES.items()} | {"": Famille("")}
    for bloc in page.actions.raw_data:
        valeur = bloc["value"]
        action = Action(valeur["texte"], references.get(valeur.get("reference")))
        groupes[valeur.get("famille") or ""].actions.append(action)
    for valeur in impacts:
        groupes[valeur.get("famille") or ""].impacts.append(_impact(valeur, anterieures, references))
    familles = [groupe for groupe in groupes.values() if groupe.actions or groupe.impacts]
    return communs | {"familles": familles, "documents_nommes": list(references.values())}
