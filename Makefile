# Two commands: `make run` and `make test`. Everything else is a part of them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test

# Two parts stand inside a line of text, so they must not end with the newline that djade adds.
TEMPLATES := 'templates/*.html' ':!templates/bulletins/_runs.html' ':!templates/bulletins/_note_mark.html'

# A run on this machine only: plain HTTP on the loopback address, with a key of its own.
LOCAL := RAPPORTEUR_HTTPS=0 RAPPORTEUR_HOSTS=localhost,127.0.0.1 RAPPORTEUR_SECRET_KEY="$$(cat .data/secret-key)"

.PHONY: help run test check format bench stop lock pictures

help:
	@echo "make run     set up everything and serve the demo forum"
	@echo "make test    set up everything and run all checks and tests"
	@echo "make bench   measure, as ratios within one run"
	@echo "make stop    stop the embedded PostgreSQL"

# The first Python that is new enough: the default one, or python3.13, 3.12, 3.14, also pyenv's.
$(PY):
	@python=""; \
	for candidate in python3 python3.13 python3.12 python3.14 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[234]*/bin/python3; do \
	  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then python="$$candidate"; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Rapporteur needs Python 3.12 or later with venv; none was found. Install python3.13 (and python3.13-venv)." >&2; exit 1; fi; \
	echo "Installing with $$("$$python" --version) into $(VENV) …"; \
	"$$python" -m venv --clear $(VENV)

$(RUN_READY): requirements.txt | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(TEST_READY): requirements-dev.txt | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(RUN_READY)

.data/secret-key: | $(PY)
	@mkdir -p .data && (umask 077 && $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@)

run: $(RUN_READY) .data/secret-key
	@$(LOCAL) $(PY) manage.py migrate --verbosity 0
	@$(LOCAL) $(PY) manage.py collectstatic --noinput --verbosity 0
	@$(LOCAL) $(PY) manage.py demo
	@$(LOCAL) $(PY) manage.py reindex --verbosity 0
	@$(LOCAL) exec $(PY) manage.py serve --port $(PORT) --or-next

check: $(TEST_READY)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	git ls-files $(TEMPLATES) | xargs $(VENV)/bin/djade --check --target-version 6.0
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy
	DJANGO_SETTINGS_MODULE=tests.settings $(PY) manage.py makemigrations --check --dry-run

test: check
	$(VENV)/bin/pytest --cov --cov-report=term

bench: $(TEST_READY)
	$(VENV)/bin/pytest tests/bench --benchmark-columns=min,median,max --no-cov -o addopts="--import-mode=importlib --reuse-db"

format: $(TEST_READY)
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	git ls-files $(TEMPLATES) | xargs $(VENV)/bin/djade --target-version 6.0

# The README's pictures, of the demo forum as `make run` serves it.
pictures: $(TEST_READY) .data/secret-key
	@$(LOCAL) $(PY) manage.py migrate --verbosity 0
	@$(LOCAL) $(PY) manage.py collectstatic --noinput --verbosity 0
	@$(LOCAL) $(PY) manage.py demo
	@$(LOCAL) $(PY) -m tests.pictures

stop: $(RUN_READY)
	@$(PY) -m forum.database stop

# Pin every dependency with its hashes, and without an index's address.
lock: $(TEST_READY)
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.txt
