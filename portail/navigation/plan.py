"""The sitemap: all public pages of both languages, grouped by translation."""

from collections import defaultdict
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from ressources.indexation.facettes import champs_des_facettes
from ressources.models.page_portail import PageAParties
from ressources.models.querysets import visibles


def entrees(request: HttpRequest) -> list[dict]:
    """Returns [{url, modifie, alternatives: [{code, url}]}], absolute addresses."""
    groupes: dict = defaultdict(list)
    pages = visibles(Page.objects.filter(depth__gt=1)).select_related("locale")
    for page in pages.order_by("path"):
        if chemin := page.get_url(request):
            url = request.build_absolute_uri(chemin)
            for suite in ("", *_parties(page)):
                entree = (page.locale.language_code, url + suite, page.last_published_at)
                groupes[page.translation_key, suite].append(entree)
    groupes |= _parcours(request)
    return [
        {"url": url, "modifie": modifie, "alternatives": _alternatives(groupe)}
        for groupe in groupes.values()
        for _code, url, modifie in groupe
    ]


def _parcours(request: HttpRequest) -> dict[tuple[str, str], list[tuple]]:
    """The pages that browse a classification, for the values that a public sheet bears in the language; one query by
    facet."""
    groupes: dict = defaultdict(list)
    for facette, (modele, champ) in champs_des_facettes().items():
        portees = modele.objects.publiques().order_by().filter(**{f"{champ}__isnull": False})
        for langue, code in portees.values_list("locale__language_code", f"{champ}__code").distinct():
            with override(langue):
                chemin = reverse("preselection", args=[facette, code])
            groupes[facette, code].append((langue, request.build_absolute_uri(chemin), None))
    return {cle: sorted(groupe, reverse=True) for cle, groupe in sorted(groupes.items())}


def _parties(page: Page) -> Iterator[str]:
    """What follows the page's address in those of its parts (measures, figures, organisations)."""
    if issubclass(page.specific_class or Page, PageAParties):
        for code in page.specific.codes_des_parties():
            yield page.specific.reverse_subpage("partie", kwargs={"code": code})


def _alternatives(groupe: list[tuple]) -> list[dict[str, str]]:
    adresses = {code: url for code, url, _modifie in groupe}
    defaut = adresses.get(settings.LANGUAGE_CODE) or next(iter(adresses.values()))
    return [{"code": code, "url": url} for code, url in [*adresses.items(), ("x-default", defaut)]]
