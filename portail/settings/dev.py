"""`make dev`: the local settings with DEBUG, autoreload and unhashed static files."""

from portail.settings.local import *  # noqa: F403
from portail.settings.local import STORAGES

DEBUG = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
