"""What the home page shows, gathered in a fixed number of queries."""

from itertools import zip_longest

from django.db.models import Count, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from portail.models import AccueilPage
from portail.navigation.menus import piliers
from ressources.models import Fiche, PublicCible
from ressources.presentation.cartes import carte, faire_cartes
from ressources.presentation.plateforme import adresse_plateforme
from ressources.presentation.rapprochements import cles_liees

RECENTES = 6
CANDIDATES = 60
PRATIQUES = 3


def _piliers(request: HttpRequest) -> list[dict]:
    plateforme = adresse_plateforme(request)
    langue = "en" if get_language() == "en" else "fr"
    return [
        {
            "code": pilier.code,
            "nom": pilier.nom,
            "description": getattr(pilier, f"description_{langue}"),
            "url": reverse("preselection", args=["pilier", pilier.code]),
            "url_mesures": plateforme and f"{plateforme}#{pilier.code}",
            "nombre_mesures": pilier.nombre_mesures,
        }
        for pilier in piliers(request)
    ]


def _comptes(page: AccueilPage) -> tuple[dict[str, int], dict[str, int]]:
    """Numbers of public sheets in the language of the page, by type and by pillar code."""
    publiques = Fiche.objects.publiques(page.locale_id).order_by()
    par_type = publiques.values("content_type__model").annotate(n=Count("pk"))
    types = {ligne["content_type__model"].removesuffix("page"): ligne["n"] for ligne in par_type}
    par_pilier = dict(
        publiques.filter(piliers__isnull=False).values_list("piliers__code").annotate(n=Count("pk"))
    )
    return types, par_pilier


def _vedette(page: AccueilPage) -> tuple[Fiche | None, list[Fiche]]:
    """The featured theme in the language of the page, and the initiatives linked to it."""
    if page.theme_vedette_id is None:
        return None, []
    cle = Fiche.objects.filter(pk=page.theme_vedette_id).values("translation_key")
    themes = Fiche.objects.publiques(page.locale_id).filter(translation_key__in=cle)
    theme = themes.avec_objets().select_related("thematiquepage").first()
    if theme is None:
        return None, []
    cles = cles_liees(theme)
    liees = Fiche.objects.publiques(page.locale_id).filter(
        translation_key__in=cles, content_type__model="initiativepage"
    )
    rang = {cle: i for i, cle in enumerate(cles)}
    return theme, sorted(liees.avec_objets(), key=lambda f: rang[f.translation_key])[:PRATIQUES]


def _recentes(page: AccueilPage) -> list[Fiche]:
    """The newest sheets, types in turn: a day when ten tools come in does not hide the initiatives."""
    par_genre: dict[str, list[Fiche]] = {}
    candidates = Fiche.objects.publiques(page.locale_id).avec_objets().order_by("-first_published_at", "pk")
    for fiche in candidates[:CANDIDATES]:
        par_genre.setdefault(fiche.genre, []).append(fiche)
    tours = zip_longest(*(par_genre[genre] for genre in sorted(par_genre)))
    return [fiche for tour in tours for fiche in tour if fiche][:RECENTES]


def _fiches(page: AccueilPage, request: HttpRequest) -> dict:
    """The newest sheets, and the featured theme: its essentials beside the initiatives linked to it."""
    (theme, initiatives), recentes = _vedette(page), _recentes(page)
    # All their terms together: four queries less.
    prefetch_related_objects([*recentes, *initiatives, *([theme] if theme else [])], "piliers", "territoires")
    vedette = theme and {
        "carte": carte(theme, request),
        "essentiel": theme.thematiquepage.essentiel,
        "pratiques": faire_cartes(initiatives, request),
    }
    return {"recentes": faire_cartes(recentes, request), "theme_vedette": vedette}


def contexte_accueil(page: AccueilPage, request: HttpRequest) -> dict:
    """The home page's own context; see templates/portail/accueil_page.html."""
    types, par_pilier = _comptes(page)
    publics = [
        {"nom": public.nom, "url": reverse("preselection", args=["public", public.code])}
        for public in PublicCible.objects.all()
    ]
    return {
        "piliers": [pilier | {"compte": par_pilier.get(pilier["code"], 0)} for pilier in _piliers(request)],
        "url_plateforme": adresse_plateforme(request),
        "publics": publics,
        "chiffres": [bloc.value for bloc in page.chiffres],
        "comptes": types,
        "recherches": [ligne.strip() for ligne in page.recherches_suggerees.splitlines() if ligne.strip()],
        **_fiches(page, request),
    }
