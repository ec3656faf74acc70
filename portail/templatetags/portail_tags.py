"""Template tags of the site furniture."""

import json

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.models import Page

from portail.partage.donnees_liees import donnees_liees
from portail.partage.vignette import HAUTEUR, LARGEUR, adresse_vignette

register = template.Library()


@register.simple_tag(takes_context=True)
def barre_edition(context: RequestContext) -> SafeString | str:
    """Return Wagtail's user bar for a signed-in editor.

    Without a session cookie the user is not looked at: a visitor's page touches no session
    and caches may keep it.
    """
    requete = context.get("request")
    if requete is None or settings.SESSION_COOKIE_NAME not in requete.COOKIES:
        return ""
    return wagtailuserbar(context)


@register.simple_tag(takes_context=True)
def partage(context: RequestContext) -> SafeString | str:
    """What a page tells other sites: its picture (Open Graph) and its linked data. Nothing on a preview."""
    page, requete = context.get("page"), context.get("request")
    if not isinstance(page, Page) or requete is None or getattr(requete, "is_preview", False):
        return ""
    image = requete.build_absolute_uri(adresse_vignette(page))
    objets = donnees_liees(page, requete, context.flatten())
    return format_html(
        '<meta property="og:image" content="{}"><meta property="og:image:width" content="{}">'
        '<meta property="og:image:height" content="{}"><meta property="og:image:alt" content="{}">'
        '<meta name="twitter:card" content="summary_large_image">\n        {}',
        *(image, LARGEUR, HAUTEUR, page.title, _json_ld(objets)),
    )


def _json_ld(objets: list[dict]) -> SafeString:
    """A data block: browsers do not run it, so a strict policy lets it through. No text can close it."""
    texte = json.dumps(objets, ensure_ascii=False, default=str)
    sur = texte.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{sur}</script>')  # noqa: S308 - escaped just above
