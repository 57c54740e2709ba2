"""All settings, from the environment, safe by default. README lists the variables."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from forum.database import Server
from forum.database.url import EXAMPLE, server_settings
from forum.home import BASE_DIR, HOME, TEMPLATES_DIR
from forum.mail import mailer
from forum.storage import storage_at


def env_bool(name: str, *, default: bool) -> bool:
    """Read a yes or no from the environment. Raises ImproperlyConfigured for anything else."""
    words = {
        "1": True,
        "true": True,
        "on": True,
        "yes": True,
        "0": False,
        "false": False,
        "off": False,
        "no": False,
    }
    value = os.environ.get(name, "").strip().lower()
    if value == "":
        return default
    if value not in words:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return words[value]


def env_list(name: str) -> list[str]:
    """Read a comma-separated list from the environment."""
    return [item.strip() for item in os.environ.get(name, "").split(",") if item.strip()]


DEBUG = env_bool("RAPPORTEUR_DEBUG", default=False)
# The file of the key that statements of the ledger are signed with (`manage.py signing_key FILE` makes one).
SIGNING_KEY = Path(os.environ["RAPPORTEUR_SIGNING_KEY"]) if os.environ.get("RAPPORTEUR_SIGNING_KEY") else None
HTTPS = env_bool("RAPPORTEUR_HTTPS", default=not DEBUG)

SECRET_KEY = os.environ.get("RAPPORTEUR_SECRET_KEY", "")
ALLOWED_HOSTS = env_list("RAPPORTEUR_HOSTS")
if DEBUG:
    SECRET_KEY = SECRET_KEY or "only-for-development-" + "x" * 50
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "Set RAPPORTEUR_SECRET_KEY to at least 50 random characters "
        "(python3 -c 'import secrets; print(secrets.token_urlsafe(50))')."
    )
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set RAPPORTEUR_HOSTS to the names this site answers to, separated by commas.")
CSRF_TRUSTED_ORIGINS = env_list("RAPPORTEUR_ORIGINS")

if "DATABASE_URL" in os.environ:
    DATABASES = {"default": server_settings(os.environ["DATABASE_URL"])}
elif DEBUG or not HTTPS or os.environ.get("RAPPORTEUR_DATA"):
    DATABASES = {"default": Server.of_checkout(HOME).settings()}
else:
    raise ImproperlyConfigured(
        f"Set DATABASE_URL to {EXAMPLE}, or RAPPORTEUR_DATA to the folder of an embedded PostgreSQL."
    )

# How people of the office log in besides by a password; each is off until it is turned on (docs: README, Log-in).
TOTP = env_bool("RAPPORTEUR_TOTP", default=False)
PASSKEYS = env_bool("RAPPORTEUR_PASSKEYS", default=False)
OPENID_URL = os.environ.get("RAPPORTEUR_OPENID_URL", "")

INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "allauth",
    "allauth.account",
    *(["allauth.mfa", "django.contrib.humanize"] if TOTP or PASSKEYS else []),  # the latter for its templates
    *(["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"] if OPENID_URL else []),
    # Before auth: its `createsuperuser` is ours, which the ledger knows of.
    "forum.apps.ForumConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "django_prose_editor",
    "speakers.apps.SpeakersConfig",
    "bulletins.apps.BulletinsConfig",
]

MIDDLEWARE = [
    "forum.middleware.permissions_policy",
    "forum.health.answer_health",
    "forum.request_log.log_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "forum.outage.refuse_in_an_outage",
    "django.middleware.gzip.GZipMiddleware",
    "bulletins.page_cache.serve_cached_pages",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "forum.middleware.admin_policy",
    "forum.middleware.note_origin",
]

LOGIN_REDIRECT_URL = "admin:index"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "forum.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators make accounts, and write down whose address is whose
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail
ACCOUNT_SESSION_REMEMBER = True
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env_bool("RAPPORTEUR_BEHIND_PROXY", default=False) else 0
MFA_SUPPORTED_TYPES = [*(["totp"] if TOTP else []), *(["webauthn"] if PASSKEYS else []), "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = PASSKEYS
MFA_TOTP_ISSUER = "Rapporteur"
SOCIALACCOUNT_ADAPTER = "forum.single_sign_on.SingleSignOnAdapter"
# The provider has checked the address: whoever has an account here with the same one is let in.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "office",
                "name": os.environ.get("RAPPORTEUR_OPENID_NAME", "OpenID Connect"),
                "client_id": os.environ.get("RAPPORTEUR_OPENID_CLIENT", ""),
                "secret": os.environ.get("RAPPORTEUR_OPENID_SECRET", ""),
                "settings": {"server_url": OPENID_URL},
            }
        ]
    }
}
# Failed log-ins are counted for all processes together.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "forum_cache"},
}
ROOT_URLCONF = "forum.urls"
WSGI_APPLICATION = "forum.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [TEMPLATES_DIR],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "forum.accounts.admin_look",
                "forum.site_identity.site",
            ],
        },
    },
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
# Languages that bulletins are written in, the main one first; each has a file in bulletins/language.
BULLETIN_LANGUAGES = ["en", "zh"]
# Our own sentences, and what the libraries say where their Chinese is missing or reads wrongly.
LOCALE_PATHS = [BASE_DIR / "forum" / "locale", BASE_DIR / "forum" / "locale" / "libraries"]
TIME_ZONE = os.environ.get("RAPPORTEUR_TIME_ZONE", "Asia/Shanghai")
# How an office in China must print these; the names of Unicode's CLDR elsewhere.
TERRITORY_NAMES: dict[str, dict[str, str]] = (
    {
        "zh": {"HK": "中国香港", "MO": "中国澳门", "TW": "中国台湾"},
        "en": {"HK": "Hong Kong, China", "MO": "Macao, China", "TW": "Taiwan, China"},
    }
    if os.environ.get("RAPPORTEUR_TERRITORY_NAMES", "china") == "china"
    else {}
)
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("RAPPORTEUR_STATIC", HOME / ".static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "renderings": storage_at(os.environ.get("RAPPORTEUR_FILES") or str(HOME / ".data" / "files")),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The prose editor loads its scripts as modules that import each other by name.
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
# Uploads are read in memory and never stored as files.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
# Of a file that has its style in itself.
FILE_CSP = SECURE_CSP | {"style-src": [CSP.SELF, CSP.UNSAFE_INLINE]}
# The admin's own scripts evaluate expressions and set styles (Alpine), and its import map is inline.
ADMIN_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    # A browser asks this of where a form leads to in the end, too.
    "form-action": [CSP.SELF, *(["https:"] if OPENID_URL else [])],
}

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env_bool("RAPPORTEUR_BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only where a proxy sets this header and drops what clients send.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False  # the admin's scripts read it
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Memory that each process gives to finished pages.
PAGE_CACHE_BYTES = 64 * 1024 * 1024
# A folder of typefaces that the office has and that may not be shipped, for its PDFs.
FACES = os.environ.get("RAPPORTEUR_FACES", "")
# Where readers reach the site, such as https://bulletins.example.org: what is printed tells addresses in full.
SITE_ADDRESS = os.environ.get("RAPPORTEUR_SITE", "").rstrip("/")
# What tells a CDN which addresses changed: a URL that takes a POST, or the path of a function (docs/operating.md).
PURGE = os.environ.get("RAPPORTEUR_PURGE", "")
# Searches at once in each process, which has four threads (forum/server.py): the others are for readers of pages.
SEARCHES_AT_ONCE = int(os.environ.get("RAPPORTEUR_SEARCHES") or 2)
# How many more may wait for one to end, and how many seconds.
SEARCHES_WAITING = 1
SEARCH_PATIENCE = 2.0
# Requests to the API in a minute, from one address to one process; its answers tell how many are left.
API_REQUESTS = int(os.environ.get("RAPPORTEUR_API_REQUESTS") or 600)

# Requests that failed, changed something or were slow have a line each; with this, all have.
LOG_EVERY_REQUEST = env_bool("RAPPORTEUR_LOG_REQUESTS", default=False)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "forum.request_log.WithRequestId"}},
    "formatters": {
        "line": {
            "format": "{asctime} {levelname} {name} [{request_id}] {message}",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # What it says of 4xx answers, the request's own line says; the traceback of a 500 is its alone.
    "loggers": {"django.request": {"level": "ERROR"}},
}


def _seen_with(right: str) -> Callable[[Any], bool]:
    """Show an entry of the sidebar to those who have a right: the others would only be refused."""
    return lambda request: request.user.has_perm(right)


UNFOLD = {
    "SITE_TITLE": _("Rapporteur"),
    "SITE_HEADER": _("Rapporteur"),
    "SITE_SUBHEADER": _("Forum bulletins"),
    "SITE_URL": "/",
    "SITE_SYMBOL": "newsmode",
    "SHOW_LANGUAGES": True,
    "COLORS": {
        "primary": {
            "50": "#fbf3f3",
            "100": "#f6e4e5",
            "200": "#eecbcf",
            "300": "#e2a4ab",
            "400": "#d0727e",
            "500": "#b54657",
            "600": "#8c1d2f",
            "700": "#771a2a",
            "800": "#651a27",
            "900": "#561a25",
            "950": "#2f0a11",
        },
    },
    "DASHBOARD_CALLBACK": "bulletins.admin.desk.desk",
    "SHOW_HISTORY": True,
    "ACCOUNT": {
        "navigation": [
            *(
                [{"title": _("Second factors"), "link": reverse_lazy("mfa_index")}]
                if TOTP or PASSKEYS
                else []
            ),
        ],
    },
    "STYLES": [lambda _request: static("forum/admin.css"), lambda _request: static("forum/redline.css")],
    "SIDEBAR": {
        "show_search": True,
        "navigation": [
            {
                "title": _("Bulletins"),
                "items": [
                    {
                        "title": _("Bulletins"),
                        "icon": "newsmode",
                        "link": reverse_lazy("admin:bulletins_bulletin_changelist"),
                        "permission": _seen_with("bulletins.view_bulletin"),
                    },
                    {
                        "title": _("Topics"),
                        "icon": "sell",
                        "link": reverse_lazy("admin:bulletins_topic_changelist"),
                        "permission": _seen_with("bulletins.view_topic"),
                    },
                    {
                        "title": _("Publications"),
                        "icon": "verified",
                        "link": reverse_lazy("admin:bulletins_publication_changelist"),
                        "permission": _seen_with("bulletins.view_publication"),
                    },
                ],
            },
            {
                "title": _("Events"),
                "items": [
                    {
                        "title": _("Forums"),
                        "icon": "forum",
                        "link": reverse_lazy("admin:forum_forum_changelist"),
                        "permission": _seen_with("forum.view_forum"),
                    },
                    {
                        "title": _("Site"),
                        "icon": "home",
                        "link": reverse_lazy("admin:forum_site_changelist"),
                        "permission": _seen_with("forum.view_site"),
                    },
                    {
                        "title": _("Editions"),
                        "icon": "calendar_month",
                        "link": reverse_lazy("admin:forum_edition_changelist"),
                        "permission": _seen_with("forum.view_edition"),
                    },
                    {
                        "title": _("Sessions"),
                        "icon": "event",
                        "link": reverse_lazy("admin:forum_session_changelist"),
                        "permission": _seen_with("forum.view_session"),
                    },
                ],
            },
            {
                "title": _("People"),
                "items": [
                    {
                        "title": _("Speakers"),
                        "icon": "record_voice_over",
                        "link": reverse_lazy("admin:speakers_speaker_changelist"),
                        "permission": _seen_with("speakers.view_speaker"),
                    },
                    {
                        "title": _("Organisations"),
                        "icon": "account_balance",
                        "link": reverse_lazy("admin:speakers_organisation_changelist"),
                        "permission": _seen_with("speakers.view_organisation"),
                    },
                    {
                        "title": _("Users"),
                        "icon": "person",
                        "link": reverse_lazy("admin:auth_user_changelist"),
                        "permission": _seen_with("auth.view_user"),
                    },
                    {
                        "title": _("Ledger"),
                        "icon": "history_edu",
                        "link": reverse_lazy("admin:forum_ledgerentry_changelist"),
                        "permission": _seen_with("forum.view_ledgerentry"),
                    },
                    {
                        "title": _("Groups"),
                        "icon": "groups",
                        "link": reverse_lazy("admin:auth_group_changelist"),
                        "permission": _seen_with("auth.view_group"),
                    },
                ],
            },
            {
                "items": [{"title": _("Help"), "icon": "help", "link": reverse_lazy("help")}],
            },
        ],
    },
}

MAILERS = {"default": mailer(os.environ.get("RAPPORTEUR_MAIL_URL", ""))}
DEFAULT_FROM_EMAIL = os.environ.get("RAPPORTEUR_MAIL_FROM", "rapporteur@localhost")
