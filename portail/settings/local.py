"""`make run`: a real way to run the portal on one machine, over plain http. DEBUG stays off."""

from portail.settings.base import *  # noqa: F403
from portail.settings.base import DOSSIER_VAR, env
from portail.settings.secret import secret_local

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="") or secret_local(DOSSIER_VAR / "secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
SERVIR_MEDIAS = True
