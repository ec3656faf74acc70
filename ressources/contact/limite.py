"""How many messages an hour, counted without keeping anybody's address."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PAR_PERSONNE = 6
EN_TOUT = 120
HEURE = 3600


def _origine(request: HttpRequest) -> str:
    """The visitor's address; behind our own proxy, the one that it saw."""
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        derniere = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if derniere:
            return derniere
    return request.META.get("REMOTE_ADDR", "")


def _compter(cle: str) -> int:
    cache.add(cle, 0, HEURE)
    try:
        return cache.incr(cle)
    except ValueError:  # it expired between the two
        return 1


def depassee(request: HttpRequest) -> bool:
    """Counts a message; says whether there were too many this hour. Only a keyed digest lives, for an hour."""
    heure = int(time.time() // HEURE)
    empreinte = salted_hmac("ressources.contact", f"{heure}/{_origine(request)}").hexdigest()[:20]
    personne = _compter(f"contact/{empreinte}")
    return _compter(f"contact/tous/{heure}") > EN_TOUT or personne > PAR_PERSONNE
