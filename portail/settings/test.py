"""Tests: everything in a temporary folder, unknown template variables fail."""

import os
import tempfile
from pathlib import Path

os.environ["DOSSIER_VAR"] = tempfile.mkdtemp(prefix="portail-tests-")

from portail.settings.base import *  # noqa: F403
from portail.settings.base import STORAGES

DOSSIER_VAR = Path(os.environ["DOSSIER_VAR"])
DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
SERVIR_MEDIAS = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
