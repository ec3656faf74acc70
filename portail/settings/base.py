"""Settings shared by all environments; values come from the environment, see docs/reference/reglages.md."""

import warnings
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from portail.settings.csp import POLITIQUE_PUBLIQUE

env = environ.Env()
RACINE = Path(__file__).resolve().parents[2]

# Everything that the running site writes: database, index, media, cache, secret.
DOSSIER_VAR = Path(env("DOSSIER_VAR", default=str(RACINE / "var")))

SITE_NOM = env("SITE_NOM", default="Passe-savoirs")
SITE_DEVISE = _("Petite enfance\u00a0: des savoirs qui circulent")

INSTALLED_APPS = [
    "portail",
    "ressources",
    "recherche",
    "wagtail_localize",
    "wagtail_localize.locales",  # in place of wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portail.reponses.entetes.EntetesDeSecurite",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portail.reponses.compression.Compression",
    "portail.reponses.middleware.PolitiqueContenu",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "portail.reponses.redirections.Redirections",
]

ROOT_URLCONF = "portail.urls"
WSGI_APPLICATION = "portail.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [RACINE / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "portail.reponses.gabarits.SansIndentation",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portail.navigation.contexte.site",
            ],
        },
    }
]

# --- Data ---------------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DOSSIER_VAR / 'portail.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a transaction that reads then writes must not fail when another process wrote between.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by the processes of one host; CACHE_URL=redis://… for several hosts.
CACHES = {"default": env.cache_url("CACHE_URL", default=f"filecache://{DOSSIER_VAR / 'cache'}")}
# Wagtail keeps what it knows of resized pictures there: no query for a picture already shown.
CACHES["renditions"] = {**CACHES["default"], "KEY_PREFIX": "renditions", "TIMEOUT": 24 * 3600}
# Who asks the API too often: in the memory of each process, or shared where the cache is.
MEMOIRE = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "debit",
    "OPTIONS": {"MAX_ENTRIES": 50_000},
}
CACHES["debit"] = {**CACHES["default"], "KEY_PREFIX": "debit"} if env("CACHE_URL", default="") else MEMOIRE

# Wagtail queues its own index updates on "default": immediate, or the admin's search would wait for a worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "arriere_plan": {
        "BACKEND": env("TACHES_MOTEUR", default="django_tasks.backends.immediate.ImmediateBackend"),
        "QUEUES": ["default"],
    },
}

# --- People -------------------------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nom}"}
    for nom in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

# --- Languages ----------------------------------------------------------------------------------
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = (
    False  # a new translation is a draft: its text is still French
)
WAGTAIL_ALLOW_UNICODE_SLUGS = False
USE_I18N = True
LOCALE_PATHS = [RACINE / "portail" / "locale"]
FORMAT_MODULE_PATH = ["portail.formats"]
TIME_ZONE = "America/Toronto"
USE_TZ = True

# --- Files --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DOSSIER_VAR / "statique"
MEDIA_URL = "/media/"
MEDIA_ROOT = DOSSIER_VAR / "media"
# Pictures by the application, for a site without a file server; documents always are, for their privacy.
SERVIR_MEDIAS = env.bool("SERVIR_MEDIAS", default=False)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portail.reponses.statiques.StatiquesEmpreintes"},
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use our fonts: a header less
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # long StreamFields post many fields
DOCUMENT_TAILLE_MAX = 20 * 1024 * 1024

# --- Wagtail ------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = SITE_NOM
WAGTAILADMIN_BASE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_FORM_BASE = "ressources.images.formulaire.ImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000  # 8000 points a side: drawn whole when it is received
WAGTAILIMAGES_IMAGE_MODEL = "ressources.ImagePortail"
WAGTAILDOCS_DOCUMENT_MODEL = "ressources.DocumentPortail"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "ressources.documents.formulaire.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # privacy holds for every file
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]  # never svg: it can carry scripts
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"}
}  # the admin's search only
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# --- Search -------------------------------------------------------------------------------------
# Embedded, or an Elasticsearch cluster: https://user:password@host1:9200,host2:9200/prefix
RECHERCHE_URL = env("RECHERCHE_URL", default="")
RECHERCHE_CA = env("RECHERCHE_CA", default="")
RECHERCHE_FRAGMENTS = env.int("RECHERCHE_FRAGMENTS", default=1)
RECHERCHE_REPLIQUES = env("RECHERCHE_REPLIQUES", default="")
RECHERCHE_MOTEUR = env("RECHERCHE_MOTEUR", default="") or (
    "recherche.moteurs.elasticsearch.MoteurElasticsearch"
    if RECHERCHE_URL
    else "recherche.moteurs.embarque.MoteurEmbarque"
)
RECHERCHE_DOSSIER = DOSSIER_VAR / "index"
# Requests a minute and an address; 0 for no limit. A reader who types asks for suggestions at each pause.
RECHERCHE_API_DEBIT = {
    "recherche": env.int("RECHERCHE_API_DEBIT", default=300),
    "suggestions": env.int("RECHERCHE_API_DEBIT_SUGGESTIONS", default=1500),
}
# Proxies of ours in front, whose last entries of X-Forwarded-For are trusted.
RECHERCHE_API_MANDATAIRES = env.int(
    "RECHERCHE_API_MANDATAIRES", default=int(env.bool("DERRIERE_MANDATAIRE", default=False))
)
# Searches counted without persons; words are kept once this many searches asked for them.
RECHERCHE_JOURNAL = env.bool("RECHERCHE_JOURNAL", default=True)
RECHERCHE_JOURNAL_SEUIL = env.int("RECHERCHE_JOURNAL_SEUIL", default=3)

# --- Security -----------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {"DIRECTIVES": POLITIQUE_PUBLIQUE}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview pane frames its own pages
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
globals().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env("COURRIEL_EXPEDITEUR", default="ne-pas-repondre@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"simple": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"sans_trace": {"()": "portail.reponses.traces.SansTrace"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "simple", "filters": ["sans_trace"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {nom: {"level": "INFO"} for nom in ("portail", "ressources", "recherche")},
}

# wagtail-localize's translations report paginates an unordered queryset.
warnings.filterwarnings(
    "ignore",
    message=r".*wagtail_localize\.models\.Translation.*QuerySet",
    module=r"django\.views\.generic\.list",
)
