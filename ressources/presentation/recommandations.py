"""The recommendations that a sheet feeds."""

from django.http import HttpRequest


def recommandations_de(page, request: HttpRequest) -> list[dict]:
    """Returns [{nom, langue, sur, url}]: the recommendation (or its part), what it belongs to, and its lasting address
    on the bilan in the language of the page ("" when there is none). Costs nothing to a sheet that feeds none."""
    from ressources.models import Fiche, Recommandation

    pks = [terme.pk for terme in page.recommandations.all()]
    if not pks:
        return []
    lues = list(Recommandation.objects.filter(pk__in=pks).select_related("parent"))
    bilans = Fiche.objects.publiques(page.locale_id).filter(code__in={r.bilan for r in lues})
    adresses = {b.code: (b.title, b.get_url(request) or "") for b in bilans.select_related("locale")}
    return [_ligne(recommandation, *adresses.get(recommandation.bilan, ("", ""))) for recommandation in lues]


def _ligne(recommandation, bilan: str, url: str) -> dict:
    return {
        "nom": recommandation.nom,
        "langue": recommandation.langue_du_nom,
        "sur": recommandation.parent.nom if recommandation.parent else "",
        "bilan": bilan or recommandation.source,
        "url": f"{url}#{recommandation.ancre}" if url else "",
    }
