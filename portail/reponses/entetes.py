"""Headers that all answers bear, static files and errors included."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# Nothing here asks for any of these. Said of pages only, and of what would matter: a header weighs on each answer.
PERMISSIONS = ", ".join(f"{nom}=()" for nom in ("camera", "geolocation", "microphone", "payment", "usb"))


class EntetesDeSecurite:
    """What browsers may not do with our pages, and which sites may show what we serve. A view that serves what others
    may embed says so itself (`Cross-Origin-Resource-Policy`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        reponse = self.get_response(request)
        if reponse.get("Content-Type", "").startswith("text/html"):
            reponse.headers.setdefault("Permissions-Policy", PERMISSIONS)
        reponse.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return reponse
