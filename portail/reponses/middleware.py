"""Content-Security-Policy by audience: strict for visitors, laxer for Wagtail's admin and its user bar."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from portail.settings.csp import POLITIQUE_ADMIN


def _est_edition(request: HttpRequest) -> bool:
    """Whether the page is an admin one, or a public one read by a signed-in editor (who sees the user bar)."""
    if request.path_info.startswith(reverse("wagtailadmin_home")):
        return True
    # Without a session cookie the user is not even looked at: the visitor's request touches no session.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.has_perm("wagtailadmin.access_admin")


class PolitiqueContenu(CSPMiddleware):
    """Writes the policy of the audience."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parties = super().get_policy_parts(request, response, report_only)
        if not report_only and hasattr(request, "user") and _est_edition(request):
            parties.config = POLITIQUE_ADMIN
        return parties
