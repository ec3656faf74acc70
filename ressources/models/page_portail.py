"""What every public page of the portal does, whatever its type."""

from django.http import HttpRequest


class PagePortail:
    """Mixin of all our page types: tells the request which page is shown, for the site's furniture."""

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        # The context processor (menu, language switch, hreflang) reads it when the template renders.
        request.page_courante = self
        return super().get_context(request, *args, **kwargs)
