"""The page that explains the API to people: ours, for it must obey the policy of the site and load nothing else."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from recherche.api.erreurs import MESSAGES
from recherche.registre import registre
from recherche.valeurs.requete import LONGUEUR_MAX, PAGES_MAX

STATUTS = {
    400: "parametre_invalide",
    404: "adresse_inconnue",
    405: "methode_refusee",
    429: "debit_depasse",
}
CHAMPS: list[tuple[str, Promise]] = [
    ("total", _("nombre de fiches trouvées dans la langue demandée")),
    ("page, pages", _("page donnée et nombre de pages, de dix fiches chacune")),
    ("fiches[].id", _("identifiant stable ; « cle » est le même dans les deux langues")),
    (
        "fiches[].titre, titre_html",
        _("titre en texte brut, puis en HTML sûr où les mots trouvés sont dans <mark>"),
    ),
    ("fiches[].extraits[]", _("passages qui répondent : champ, texte, html, document et page d’un PDF")),
    (
        "facettes[].valeurs[]",
        _("code, libellé dans les deux langues, nombre de fiches que ce choix garderait"),
    ),
    ("suggestion", _("autre graphie qui trouve mieux, s’il y en a une")),
    ("autre_langue", _("ce que la même recherche trouve dans l’autre langue")),
    ("degrade", _("vrai si le moteur ne répond pas : la base répond, sans classement ni compte")),
]


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Addresses, parameters, answers, errors and limits, with examples that can be followed."""
    return render(request, "recherche/documentation_api.html", _contexte(request))


def _contexte(request: HttpRequest) -> dict[str, Any]:
    debits = settings.RECHERCHE_API_DEBIT
    langue = get_language()
    recherche, suggestions = reverse("recherche_api:recherche"), reverse("recherche_api:suggestions")
    exemples = [
        f"{recherche}?lang={langue}&q={'parents' if langue == 'en' else 'p%C3%A8res'}",
        f"{recherche}?lang={langue}&type=outil&tri=date&page=2",
        f"{suggestions}?lang={langue}&q=fam",
    ]
    return {
        "exemples": [request.build_absolute_uri(exemple) for exemple in exemples],
        "schema": reverse("recherche_api:openapi-json"),
        "facettes": registre().facettes,
        "champs": CHAMPS,
        "erreurs": [(statut, code, MESSAGES[code]) for statut, code in STATUTS.items()],
        "debit_recherche": debits.get("recherche", 0),
        "debit_suggestions": debits.get("suggestions", 0),
        "longueur_max": LONGUEUR_MAX,
        "pages_max": PAGES_MAX,
    }
