"""One figure, and the figures as open data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from ressources.models import ChiffreCle, ChiffresPage, Graphique
from ressources.presentation.chiffres import contexte_chiffre
from ressources.presentation.donnees_ouvertes import reponse_csv


def chiffre(page: ChiffresPage, request: HttpRequest, code: str) -> HttpResponse:
    """One figure, at an address that can be cited."""
    chiffres = ChiffreCle.objects.prefetch_related("mesures__pilier", "organisations")
    contexte = contexte_chiffre(page, get_object_or_404(chiffres, code=code), request)
    return page.render(request, template="ressources/chiffre.html", context_overrides=contexte)


def tout_en_csv(page: ChiffresPage, request: HttpRequest) -> HttpResponse:
    """All the figures, in both languages."""
    return reponse_csv(ChiffreCle.objects.all(), "chiffres")


def graphique_en_csv(page: ChiffresPage, request: HttpRequest, code: str) -> HttpResponse:
    """The figures of one chart, in its order."""
    graphique = get_object_or_404(Graphique, code=code)
    lignes = graphique.lignes.select_related("chiffre")
    return reponse_csv([ligne.chiffre for ligne in lignes], code)
