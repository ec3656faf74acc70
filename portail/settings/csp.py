"""Content-Security-Policies: a strict one for the public pages, a laxer one for Wagtail's admin."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

POLITIQUE_PUBLIQUE = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
    "manifest-src": [SELF],
}

# Wagtail's admin writes inline scripts and styles, and previews pages in a frame.
POLITIQUE_ADMIN = {
    **POLITIQUE_PUBLIQUE,
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}
