"""The advocacy actions in the order of time."""

from collections import defaultdict

from django.db.models import F
from django.http import HttpRequest

from ressources.models import ActionPage


def chronologie(locale_id: int, request: HttpRequest) -> list[dict]:
    """Returns [{annee, actions: [{titre, url, periode, debut, publics, genres}]}], oldest first: a fixed number of
    queries."""
    actions = (
        ActionPage.objects.publiques(locale_id)
        .order_by("date_debut", F("date_fin").asc(nulls_first=True), "pk")
        .select_related("locale")
        .prefetch_related("publics", "types_action")
    )
    annees: dict[int, list[dict]] = defaultdict(list)
    for action in actions:
        annees[action.date_debut.year].append(
            {
                "titre": action.title,
                "url": action.get_url(request) or "",
                "periode": action.periode,
                "debut": action.date_debut,
                "publics": [public.nom for public in action.publics.all()],
                "genres": [genre.nom for genre in action.types_action.all()],
            }
        )
    return [{"annee": annee, "actions": liste} for annee, liste in annees.items()]
