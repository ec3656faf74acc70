"""The panel of key figures on the pages of measures."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from ressources.models import ChiffreCle, ChiffresPage
from ressources.models.pages_du_site import adresse_du_type
from ressources.models.querysets import visibles
from ressources.presentation.chiffres import chiffres_vus
from ressources.presentation.volets import LIMITE, Critere, Volet


class CollecteurChiffres:
    """One query: the figures. Without their page in this language, no figure has an address."""

    rang = 20

    def volets(self, critere: Critere, page: Page, request: HttpRequest) -> Iterable[Volet]:
        if not critere.mesures:
            return
        url = adresse_du_type(ChiffresPage, request)
        chiffres = list(self._chiffres(critere)) if url else []
        yield Volet(
            genre="chiffre",
            titre=_("Chiffres clés"),
            vide=_("Aucun chiffre\u00a0: les sources n’en donnent pas."),
            total=len(chiffres),
            cartes=chiffres_vus(chiffres[:LIMITE], url),
            url=critere.adresse("chiffre") if chiffres else "",
            gabarit="composants/carte_chiffre.html",
        )

    def comptes(self, page: Page) -> Mapping[str, int]:
        if not visibles(ChiffresPage.objects.all(), page.locale_id).exists():
            return {}
        liens = ChiffreCle.objects.order_by().filter(mesures__isnull=False)
        return dict(liens.values_list("mesures__code").annotate(n=Count("pk")))

    @staticmethod
    def _chiffres(critere: Critere) -> QuerySet[ChiffreCle]:
        return ChiffreCle.objects.filter(mesures__code__in=critere.mesures).distinct()
