"""Headers that all answers bear, static files and errors included."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# Nothing here asks for any of these; copying a link is the only power that pages use.
PERMISSIONS = ", ".join(
    [
        *(
            f"{nom}=()"
            for nom in (
                *(
                    "accelerometer",
                    "autoplay",
                    "browsing-topics",
                    "camera",
                    "display-capture",
                    "encrypted-media",
                ),
                *("geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment"),
                *(
                    "picture-in-picture",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "usb",
                    "xr-spatial-tracking",
                ),
            )
        ),
        "clipboard-write=(self)",
        "fullscreen=(self)",
    ]
)


class EntetesDeSecurite:
    """What browsers may not do with our pages, and which sites may show what we serve. A view that serves what others
    may embed says so itself (`Cross-Origin-Resource-Policy`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        reponse = self.get_response(request)
        reponse.headers.setdefault("Permissions-Policy", PERMISSIONS)
        reponse.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return reponse
