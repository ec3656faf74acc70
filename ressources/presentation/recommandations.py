"""The recommendations that a sheet feeds."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from wagtail.models import Page

from ressources.models import BilanPage, Recommandation


def recommandations_de(page, request: HttpRequest) -> list[dict]:
    """Returns [{nom, langue, sur, url}]: the recommendation (or its part), what it belongs to, and its lasting address
    on the bilan in the language of the page ("" when there is none). Costs nothing to a sheet that feeds none."""
    pks = [terme.pk for terme in page.recommandations.all()]
    return lignes(pks, page.locale_id, request) if pks else []


def lignes(pks: Iterable[int], locale_id: int, request: HttpRequest) -> list[dict]:
    """These recommendations as `recommandations_de` gives them; one query."""
    bilans = BilanPage.objects.publiques(locale_id).filter(code=OuterRef("bilan")).order_by()
    lues = Recommandation.objects.filter(pk__in=pks).select_related("parent")
    lues = lues.annotate(
        titre=Subquery(bilans.values("title")[:1]), chemin=Subquery(bilans.values("url_path")[:1])
    )
    return [_ligne(recommandation, request) for recommandation in lues]


def _ligne(recommandation, request: HttpRequest) -> dict:
    # An address needs nothing of a page but its path.
    url = Page(url_path=recommandation.chemin).get_url(request) if recommandation.chemin else ""
    return {
        "nom": recommandation.nom,
        "langue": recommandation.langue_du_nom,
        "sur": recommandation.parent.nom if recommandation.parent else "",
        "bilan": recommandation.titre or recommandation.source,
        "url": f"{url}#{recommandation.ancre}" if url else "",
    }
