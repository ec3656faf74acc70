"""Template tags of the site furniture."""

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.utils.safestring import SafeString
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

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
