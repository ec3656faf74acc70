"""The two questions that the API answers, and its OpenAPI schema."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

from recherche.api.erreurs import erreur
from recherche.api.formes import Erreur, Langue, Reponse, Suggestions
from recherche.api.reponses import reponse
from recherche.registre import registre
from recherche.suggestions.services import MAXIMUM, proposer
from recherche.valeurs.requete import LONGUEUR_MAX, PAGES_MAX, TRIS
from recherche.views import contexte

DESCRIPTION = (
    "La recherche du portail, en lecture seule, sans clé. Les paramètres sont ceux de la page de recherche. — "
    "The portal's search, read-only, no key needed. Parameters are those of the search page."
)
ERREURS = {400: Erreur, 404: Erreur, 429: Erreur}


class Interface(NinjaAPI):
    """With the facets in force among the parameters: they are declared after this module is read."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The schema of OpenAPI 3.1."""
        racine = reverse("recherche_api:recherche").removesuffix("recherche")
        schema = super().get_openapi_schema(**{**options, "path_prefix": racine})
        for chemin, methodes in schema["paths"].items():
            if chemin.endswith("/recherche"):
                methodes["get"]["parameters"] += _parametres()
        return schema


api = Interface(
    title="Recherche",
    version="1",
    description=DESCRIPTION,
    docs_url=None,  # ninja's own page loads scripts from a third party: ours is `documentation`
    urls_namespace="recherche_api",
)


def _parametres() -> list[dict[str, Any]]:
    """The parameters of the search page but `q` and `lang`, which the operation declares."""
    libres = [
        ("tri", {"type": "string", "enum": list(TRIS)}, "Ordre – Order"),
        ("page", {"type": "integer", "minimum": 1, "maximum": PAGES_MAX, "default": 1}, "Page"),
    ]
    codes = {"type": "array", "items": {"type": "string"}}
    facettes = [
        (facette.code, codes, "Codes à garder – Codes to keep (OR inside, AND across)")
        for facette in registre().facettes
    ]
    return [
        {"in": "query", "name": nom, "schema": schema, "required": False, "description": description}
        for nom, schema, description in (*libres, *facettes)
    ]


@api.get("/recherche", response={200: Reponse, **ERREURS}, url_name="recherche", summary="Chercher – Search")
def chercher(
    request: HttpRequest,
    lang: Annotated[Langue, Query(description="Langue des résultats – Language of the results")] = "fr",
    q: Annotated[str, Query(description=f"Texte cherché – Text searched (<= {LONGUEUR_MAX})")] = "",
) -> HttpResponseBase | dict[str, Any]:
    """A page of hits. What cannot be read (an unknown code or order) is ignored, as on the page."""
    vue = contexte(request)["recherche"]
    if vue.hors_limite:
        return erreur(request, "page_inexistante", 404, pages=vue.resultats.pages)
    return reponse(vue, request.build_absolute_uri)


@api.get(
    "/suggestions",
    response={200: Suggestions, 400: Erreur, 429: Erreur},
    url_name="suggestions",
    summary="Proposer pendant la frappe – Propose while typing",
)
def suggerer(
    request: HttpRequest,
    lang: Annotated[Langue, Query(description="Langue du lecteur – Reader's language")] = "fr",
    q: Annotated[str, Query(description=f"Ce qui est tapé – What is typed (<= {MAXIMUM} entries back)")] = "",
) -> dict[str, Any]:
    """Titles of sheets, keywords, terms and organisations whose words begin by what is typed, without regard to
    accents."""
    propositions = proposer(q, lang)
    return {
        "langue": lang,
        "annonce": annoncer(len(propositions)),
        "suggestions": [
            {
                "genre": p.genre,
                "texte": p.texte,
                "langue": p.langue_texte or lang,
                "detail": p.detail,
                "libelle": p.libelle,
                "url": request.build_absolute_uri(p.url),
            }
            for p in propositions
        ],
    }


def annoncer(nombre: int) -> str:
    """What a screen reader says of the list, in the active language."""
    if not nombre:
        return _("Aucune suggestion.")
    return ngettext(
        "%(nombre)d suggestion. Flèches haut et bas pour la parcourir.",
        "%(nombre)d suggestions. Flèches haut et bas pour les parcourir.",
        nombre,
    ) % {"nombre": nombre}


@api.exception_handler(ValidationError)
def parametre_invalide(request: HttpRequest, refus: ValidationError) -> HttpResponse:
    """A parameter that is not one of its values; only `lang` may be so."""
    noms = sorted({str(detail["loc"][-1]) for detail in refus.errors})
    return erreur(request, "parametre_invalide", 400, parametres=noms)
