"""How often an address may ask. Generous: it stops a runaway program, not a team behind one connection.

Counted by windows of one minute, in the cache "debit", under a keyed hash of the address and of the window: the
address itself is stored nowhere, and nothing links two windows.
"""

import ipaddress
import time

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

FENETRE = 60  # seconds


def adresse(request: HttpRequest) -> str:
    """The visitor's address. X-Forwarded-For counts only for the part that our own proxies wrote: the last
    RECHERCHE_API_MANDATAIRES entries. A network of IPv6 (/64) is one visitor."""
    directe = request.META.get("REMOTE_ADDR", "")
    if nombre := settings.RECHERCHE_API_MANDATAIRES:
        relais = [bout.strip() for bout in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        directe = relais[-nombre] if len(relais) >= nombre and relais[-nombre] else directe
    return _reseau(directe)


def _reseau(texte: str) -> str:
    try:
        ip = ipaddress.ip_address(texte)
    except ValueError:
        return texte[:100]
    if ip.version == 6 and ip.ipv4_mapped is None:
        return str(ipaddress.ip_network(f"{ip}/64", strict=False))
    return str(getattr(ip, "ipv4_mapped", None) or ip)


def attente(request: HttpRequest, compteur: str, maximum: int) -> int:
    """Counts this request; the seconds to wait when it is one too many, else 0. `maximum` 0 means no limit."""
    if not maximum:
        return 0
    instant = time.time()
    fenetre = int(instant // FENETRE)
    cle = salted_hmac("recherche.api.debit", f"{compteur} {fenetre} {adresse(request)}").hexdigest()
    if _compter(cle) <= maximum:
        return 0
    return max(1, int((fenetre + 1) * FENETRE - instant + 0.999))


def _compter(cle: str) -> int:
    cache = caches["debit"]
    cache.add(cle, 0, FENETRE)
    try:
        return cache.incr(cle)
    except ValueError:  # dropped between the two lines by a cache that is full
        return 1
