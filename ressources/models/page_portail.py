"""What every public page of the portal does, whatever its type."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from ressources.brouillons.lecture import sans_disparus
from ressources.declaration import type_de


def ancetres_lus(page: Page) -> list[Page]:
    """The ancestors that routing has read already, from the home page on; [] unless it read them all."""
    chaine: list[Page] = []
    while (page := getattr(page, "_cached_parent_obj", None)) is not None:
        chaine.insert(0, page)
    return chaine if chaine and chaine[0].depth == 2 else []


class PagePortail:
    """Mixin of all our page types: what a page answers is declared with its type (see `ressources.declaration`)."""

    def enfant(self, request: HttpRequest, slug: str) -> Page | None:
        """A child ready to serve, in fewer queries than Wagtail's routing; None leaves it to Wagtail."""
        return None

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        enfant = self.enfant(request, path_components[0]) if path_components else None
        if enfant is None:
            return super().route(request, path_components)
        enfant._cached_parent_obj = self  # treebeard's name: Wagtail's routing sets it as well
        return enfant.route(request, path_components[1:])

    @classmethod
    def from_serializable_data(cls, data: dict, check_fks: bool = True, strict_fks: bool = False) -> Page:
        """A revision whose records are gone is read without them."""
        lues = sans_disparus(cls, data) if check_fks else data
        return super().from_serializable_data(lues, check_fks=check_fks, strict_fks=strict_fks)

    def get_view_restrictions(self) -> QuerySet:
        """Wagtail's, in one query instead of two: paths say who the ancestors are. Aliases are left to Wagtail."""
        ancetres = ancetres_lus(self)
        if not ancetres or any(page.alias_of_id for page in (self, *ancetres)):
            return super().get_view_restrictions()
        longueurs = range(self.steplen, len(self.path) + 1, self.steplen)
        return PageViewRestriction.objects.filter(page__path__in=[self.path[:n] for n in longueurs])

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.alias_of_id:  # the text of another page, under an address that says another language
            return redirect(self._original(request), permanent=False)
        repondre = type_de(type(self)).reponse
        return repondre(self, request) if repondre else super().serve(request, *args, **kwargs)

    def _original(self, request: HttpRequest) -> str:
        """The address of what an alias shows; of one of its parts, that part."""
        suite = request.path.removeprefix(self.get_url(request) or request.path)
        return (self.alias_of.specific.get_url(request) or "/") + suite

    def save_base(self, *args, **kwargs) -> None:
        """A page added in a section is of its language: a copy would keep that of the page it was made from."""
        if self._state.adding and self.depth and self.depth > 2:
            self.locale_id = self.get_parent().locale_id
        super().save_base(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The values of the page's template, as its type declares them; a part of the page brings its own."""
        # The context processor (menu, language switch, hreflang) reads it when the template renders.
        request.page_courante = self
        contexte = super().get_context(request, *args, **kwargs)
        if montre_une_partie(request):
            return contexte
        return contexte | type_de(type(self)).contexte(self, request)


def montre_une_partie(request: HttpRequest) -> bool:
    """Whether the address is that of a part: it then need not pay for the context of the whole page."""
    trouve = getattr(request, "routable_resolver_match", None)
    return trouve is not None and trouve.url_name != "index_route"


class PageAParties(PagePortail, RoutablePageMixin):
    """Mixin of a page whose parts (a measure, an organisation, a figure) have addresses of their own beneath it.

    Its views are declared with its type (`path("<slug:code>/", view, name="partie")`). Routes are made of stable codes
    only, without a word to translate: so the language switch, hreflang and the sitemap find the same part beneath the
    translated page.
    """

    @classmethod
    def get_subpage_urls(cls) -> tuple[URLPattern, ...]:
        return (*super().get_subpage_urls(), *type_de(cls).vues)

    def codes_des_parties(self) -> Iterable[str]:
        """The codes that have an address, for the sitemap and the search."""
        return ()

    def adresse_partie(self, code: str, request: HttpRequest | None = None) -> str:
        """The path of a part, in the language of the page; "" when the page has no address."""
        adresse = self.get_url(request)
        return adresse and adresse + self.reverse_subpage("partie", kwargs={"code": code})


def chemin_de_la_partie(request: HttpRequest) -> str:
    """What follows the page's own path in the address of the part being shown; "" for the page itself."""
    trouve = getattr(request, "routable_resolver_match", None)
    page = getattr(request, "page_courante", None)
    if trouve is None or page is None or trouve.url_name == "index_route":
        return ""
    return page.reverse_subpage(trouve.url_name, trouve.args, trouve.kwargs)
