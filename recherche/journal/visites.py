"""Which page requests count as a search by a visitor, for the log without persons (`journal`)."""

import re
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import HttpRequest

from recherche.journal import carnet
from recherche.reponse.vue import Vue

ROBOT = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|archiver|scrap|monitor|uptime|pingdom|preview|facebookexternalhit|"
    r"curl|wget|python|java/|go-http|okhttp|libwww|httpclient|axios|node-fetch|lighthouse|headless|validator",
    re.IGNORECASE,
)


def compter(request: HttpRequest, vue: Vue) -> None:
    """Counts the first page of a search that a visitor asked for with words, once. Costs no query to a visitor.

    Not counted: the API, other pages of hits, an answer from the fallback, programs, people who are signed in, and
    those who ask not to be followed.
    """
    requete = vue.requete
    if not settings.RECHERCHE_JOURNAL or not requete.texte or requete.page > 1 or requete.abregee:
        return
    if vue.resultats.degrade or not _visiteur(request):
        return
    total = None if requete.filtres else vue.resultats.total
    htmx = bool(getattr(request, "htmx", False))
    carnet.noter(requete.texte, requete.langue, total, _mots_precedents(request), htmx)


def _visiteur(request: HttpRequest) -> bool:
    entetes = request.headers
    agent = entetes.get("User-Agent", "")
    if request.method != "GET" or not agent or ROBOT.search(agent):
        return False
    if "prefetch" in entetes.get("Sec-Purpose", "") + entetes.get("Purpose", ""):
        return False
    if entetes.get("Sec-GPC") == "1" or entetes.get("DNT") == "1":
        return False
    # Without a session cookie the user is not even looked at.
    return settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated


def _mots_precedents(request: HttpRequest) -> str:
    """The words of the page from which this one was asked: a facet, an order or a language chosen is no new search."""
    origine = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    try:
        adresse = urlsplit(origine)
        if adresse.netloc != request.get_host():
            return ""
        return parse_qs(adresse.query, max_num_fields=200).get("q", [""])[0]
    except ValueError:
        return ""
