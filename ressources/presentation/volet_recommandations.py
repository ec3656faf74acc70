"""The panel of recommendations on the pages of measures: those that the sheets of the measure feed."""

from collections.abc import Iterable, Mapping

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from ressources.models import Fiche
from ressources.presentation.recommandations import lignes
from ressources.presentation.volets import LIMITE, Critere, Volet


class CollecteurRecommandations:
    """Two queries. A recommendation bears no measure: it comes through the public sheets that bear both."""

    rang = 30

    def volets(self, critere: Critere, page: Page, request: HttpRequest) -> Iterable[Volet]:
        if not critere.mesures:
            return
        fiches = Fiche.objects.publiques(page.locale_id).filter(mesures__code__in=critere.mesures)
        nourries = fiches.exclude(recommandations=None).order_by().values_list("recommandations", flat=True)
        pks = set(nourries)
        trouvees = lignes(pks, page.locale_id, request) if pks else []
        yield Volet(
            genre="recommandation",
            titre=_("Recommandations"),
            vide=_("Aucune recommandation\u00a0: nos sources n’en relient pas à cette mesure."),
            total=len(trouvees),
            cartes=trouvees[:LIMITE],
            gabarit="composants/carte_recommandation.html",
        )

    def comptes(self, page: Page) -> Mapping[str, int]:
        fiches = Fiche.objects.publiques(page.locale_id).order_by().filter(mesures__isnull=False)
        comptees = fiches.values_list("mesures__code").annotate(n=Count("recommandations", distinct=True))
        return dict(comptees)
