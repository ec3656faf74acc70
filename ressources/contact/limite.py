"""How many messages an hour, counted without keeping anybody's address."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PAR_PERSONNE = 6
EN_TOUT = 120
HEURE = 3600
ADMIS, REFUSE = "admis", "refuse"


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


def attente(request: HttpRequest, envoi: str) -> int:
    """Counts a message once, however often `envoi` comes, even at once; the seconds to wait when there were too many
    this hour, else 0. Only a keyed digest lives, for an hour."""
    cle = f"contact/envoi/{envoi}"
    if not cache.add(cle, ADMIS, HEURE) and cache.get(cle) != REFUSE:
        return 0
    attendre = _trop(request)
    cache.set(cle, REFUSE if attendre else ADMIS, HEURE)
    return attendre


def _trop(request: HttpRequest) -> int:
    instant = time.time()
    heure = int(instant // HEURE)
    empreinte = salted_hmac("ressources.contact", f"{heure}/{_origine(request)}").hexdigest()[:20]
    personne = _compter(f"contact/{empreinte}")
    if _compter(f"contact/tous/{heure}") <= EN_TOUT and personne <= PAR_PERSONNE:
        return 0
    return max(1, int((heure + 1) * HEURE - instant + 0.999))
