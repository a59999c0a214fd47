"""配置: every setting of Selfeval, read from the environment.

Variables: DATABASE_URL, SECRET_KEY, DEBUG, DEMO, ALLOWED_HOSTS, CSRF_TRUSTED_ORIGINS, SECURE,
TRUSTED_PROXIES, PROXY_SSL_HEADER, MEDIA_ROOT, STATIC_ROOT, BLUEPRINT_DIRS, TASK_BROKER, TASK_WORKERS,
TASK_QUICK_WORKERS, TASK_TIMEOUT, TASK_RETRY, LOG_LEVEL. A wrong or missing one stops the start and is named.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import django_stubs_ext
from django.contrib.messages import constants as message_levels
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from selfeval import env
from selfeval.logs import logging_config

# Before any app is loaded: ModelAdmin[Filing] and its like mean nothing to Django itself.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
variables = env.Variables(os.environ, env.read_file(VAR_DIR / "secret.env"))

DEBUG = variables.flag("DEBUG", default=False)
DEMO = variables.flag("DEMO", default=False)
# A key that changes with every start ends all sessions and unreadies queued jobs: only for trying out.
SECRET_KEY = variables.text("SECRET_KEY", get_random_secret_key() if DEBUG or DEMO else None)
ALLOWED_HOSTS = variables.listing("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = variables.listing("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "selfeval",
    "accounts.siteapp.SiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "axes",
    "csp",
    "django_q",
    "django_filters",
    "django_tables2",
    "audit",
    "projects",
    "indicators",
    "accounts",
    "factbook",
    "blueprints",
    "entry",
    "filings",
    "reviews",
    "checkups",
]

MIDDLEWARE = [
    "selfeval.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    # Last: it decides about the view that is about to run, with the user known.
    "selfeval.policy.PolicyMiddleware",
]

ROOT_URLCONF = "selfeval.urls"
WSGI_APPLICATION = "selfeval.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
DJANGO_TABLES2_TEMPLATE = "django_tables2/bootstrap5.html"
MESSAGE_TAGS = {message_levels.ERROR: "danger"}

# --- Database ------------------------------------------------------------------------------------
DATABASES = {"default": variables.database("DATABASE_URL", base=BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People and passwords --------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.KindsValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"

# A whole bureau shares one outgoing address: lock the pair of user and address, never the address.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
# Trying again while locked must not make the wait endless.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "selfeval.clients.client_ip"
AXES_ALLOWED_CORS_ORIGINS = ""
AXES_ENABLE_ADMIN = False  # sign-ins stand in our audit trail; a lock is lifted by `manage.py axes_reset_username`
AXES_VERBOSE = False
# Only these neighbours may say, by X-Forwarded-For, for whom they speak. None by default.
TRUSTED_PROXIES = variables.networks("TRUSTED_PROXIES")

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_SAVE_EVERY_REQUEST = False
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "accounts.views.doors.stale_page"

# --- Transport ---------------------------------------------------------------------------------------
# Plain HTTP inside an intranet is common; it has to be asked for by SECURE=0.
SECURE = variables.flag("SECURE", default=not (DEBUG or DEMO))
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/?$"]  # a watchdog on this machine asks without HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# Without HTTPS a browser ignores the header and writes an error into its console.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if SECURE else None
if proxy_header := variables.text("PROXY_SSL_HEADER", ""):
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{proxy_header.upper().replace('-', '_')}", "https")
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # the finished page is shown in a frame of our own beside the form
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # Bootstrap draws its icons as data: addresses
        "frame-ancestors": ["'self'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
    },
}

# A form page of a whole department holds thousands of fields; Django's 1,000 answer a bare 400.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

# --- Language and time -------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# --- Files -------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = variables.path("STATIC_ROOT", VAR_DIR / "static", base=BASE_DIR)
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = variables.path("MEDIA_ROOT", VAR_DIR / "media", base=BASE_DIR)
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # With DEBUG the file names stay as they are and nothing must be collected first.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
BLUEPRINT_DIRS = [
    BASE_DIR / "fixtures" / "blueprints",
    *(BASE_DIR / name for name in variables.listing("BLUEPRINT_DIRS")),
]

# --- Type faces --------------------------------------------------------------------------------------
# The names are those of government desktops: a DOCX carries them as they are; here fontconfig maps
# them to the free faces that bin/setup lays down (fonts/fonts.conf.in).
FONT_FACES = {
    "body": "仿宋_GB2312",
    "heading": "黑体",
    "subheading": "楷体_GB2312",
    "title": "方正小标宋简体",
    "table": "宋体",
    "latin": "Times New Roman",
    "boxes": "DejaVu Sans",  # □ and ☑: no Chinese face has the ticked one
}
FONTS_CONF = VAR_DIR / "fonts.conf"
if FONTS_CONF.is_file():
    # In the environment, because WeasyPrint and LibreOffice read it there.
    os.environ.setdefault("FONTCONFIG_FILE", str(FONTS_CONF))

# --- Background jobs ---------------------------------------------------------------------------------
TASK_BROKER = variables.text("TASK_BROKER", "orm")
TASK_WORKERS = variables.number("TASK_WORKERS", 2)
TASK_QUICK_WORKERS = variables.number("TASK_QUICK_WORKERS", 2)
TASK_TIMEOUT = variables.number("TASK_TIMEOUT", 600)
TASK_RETRY = variables.number("TASK_RETRY", 720)
if TASK_RETRY <= TASK_TIMEOUT:
    zh, en = "必须大于 TASK_TIMEOUT，否则任务会重复运行", "must exceed TASK_TIMEOUT, or jobs run twice"
    raise env.trouble("TASK_RETRY", zh, en)
if TASK_BROKER != "orm" and not TASK_BROKER.startswith(("redis://", "rediss://")):
    raise env.trouble("TASK_BROKER", "应为 orm 或 redis://…", "must be orm or redis://…")
Q_CLUSTER: dict[str, Any] = {
    "name": "selfeval",
    "label": "后台任务",
    "workers": TASK_WORKERS,
    "timeout": TASK_TIMEOUT,
    "retry": TASK_RETRY,
    "max_attempts": 3,
    "ack_failures": True,
    "catch_up": False,
    "recycle": 200,
    "max_rss": 1_000_000,  # KiB; rendering with big CJK faces grows
    "save_limit": 1000,
    "queue_limit": 1,  # what a cluster has taken waits for its workers alone
    "poll": 1,
    "cache": "heartbeat",
    # Q_CLUSTER_NAME=selfeval-quick: files that somebody waits for, past the rendering (filings/lanes.py)
    "ALT_CLUSTERS": {
        "selfeval-quick": {
            "workers": TASK_QUICK_WORKERS,
            "timeout": min(TASK_TIMEOUT, 150),
            "retry": min(TASK_RETRY, 180),
        }
    },
} | (
    {"orm": "default", "broker_class": "filings.lanes.Database"}
    if TASK_BROKER == "orm"
    else {"redis": TASK_BROKER, "broker_class": "filings.lanes.Memory"}
)

# Where the job runner leaves its sign of life for selfeval/health.py: other processes must see it,
# and a database row written twice a second would stand in the way of the editors.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "heartbeat": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR_DIR / "heartbeat"},
}

# --- Log -----------------------------------------------------------------------------------------------
LOG_LEVEL = variables.text("LOG_LEVEL", "INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
    raise ImproperlyConfigured(f"LOG_LEVEL={LOG_LEVEL}: DEBUG, INFO, WARNING, ERROR")
LOGGING = logging_config(LOG_LEVEL)
LOGGING_CONFIG = "logging.config.dictConfig"
