"""Tests: everything in a temporary folder, unknown template variables fail."""

import os
import tempfile
from pathlib import Path

os.environ["DOSSIER_VAR"] = tempfile.mkdtemp(prefix="portail-tests-")

from portail.settings.base import *  # noqa: F403
from portail.settings.base import DATABASES, STORAGES

DOSSIER_VAR = Path(os.environ["DOSSIER_VAR"])
DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
SERVIR_MEDIAS = True
CACHES = {
    nom: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": nom}
    for nom in ("default", "debit")
}
RECHERCHE_API_DEBIT: dict[str, int] = {}  # tests that count set it
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
RECHERCHE_JOURNAL = False  # its thread would write beside a test's transaction

# With pytest's --reuse-db, a developer's next run skips the migrations: BASE_ESSAIS=/some/file.sqlite3
if os.environ.get("BASE_ESSAIS") and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": os.environ["BASE_ESSAIS"]}
