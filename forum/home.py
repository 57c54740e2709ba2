"""Where the site keeps what it makes: static files, the embedded database.

A checkout keeps them in itself; an installed package, in the folder that its commands are called in.
"""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[1]
IS_CHECKOUT = (BASE_DIR / "manage.py").exists()
HOME = BASE_DIR if IS_CHECKOUT else Path.cwd()
# Nothing may lie beside the packages of a wheel, so there they are inside of one.
TEMPLATES_DIR = BASE_DIR / "templates" if IS_CHECKOUT else BASE_DIR / "forum" / "templates"
GUIDE_DIR = BASE_DIR / "docs" if IS_CHECKOUT else BASE_DIR / "forum" / "docs"
