"""What every public page of the portal does, whatever its type."""

from collections.abc import Iterable

from django.http import HttpRequest
from wagtail.contrib.routable_page.models import RoutablePageMixin


class PagePortail:
    """Mixin of all our page types: tells the request which page is shown, for the site's furniture."""

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        # The context processor (menu, language switch, hreflang) reads it when the template renders.
        request.page_courante = self
        return super().get_context(request, *args, **kwargs)


class PageAParties(PagePortail, RoutablePageMixin):
    """Mixin of a page whose parts (a measure, an organisation, a figure) have addresses of their own beneath it.

    Routes are made of stable codes only (`@path("<slug:code>/", name="partie")`), without a word to translate: so the
    language switch, hreflang and the sitemap find the same part beneath the translated page.
    """

    # What stands before the code in the search's keys ("chiffre:priorite-2018"); "" when parts are not searched.
    prefixe_recherche = ""

    def codes_des_parties(self) -> Iterable[str]:
        """The codes that have an address, for the sitemap and the search."""
        return ()

    def adresse_partie(self, code: str, request: HttpRequest | None = None) -> str:
        """The path of a part, in the language of the page; "" when the page has no address."""
        adresse = self.get_url(request)
        return adresse and adresse + self.reverse_subpage("partie", kwargs={"code": code})

    @staticmethod
    def montre_une_partie(request: HttpRequest) -> bool:
        """Whether the address is that of a part: it then need not pay for the context of the whole page."""
        trouve = getattr(request, "routable_resolver_match", None)
        return trouve is not None and trouve.url_name != "index_route"


def chemin_de_la_partie(request: HttpRequest) -> str:
    """What follows the page's own path in the address of the part being shown; "" for the page itself."""
    trouve = getattr(request, "routable_resolver_match", None)
    page = getattr(request, "page_courante", None)
    if trouve is None or page is None or trouve.url_name == "index_route":
        return ""
    return page.reverse_subpage(trouve.url_name, trouve.args, trouve.kwargs)
