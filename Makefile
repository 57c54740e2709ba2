# Two commands: `make run` and `make test`. Everything else is a part of them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test

# Some parts stand inside a line of text, so they must not end with the newline that djade adds.
TEMPLATES := 'templates/*.html' ':!templates/bulletins/_runs.html' ':!templates/bulletins/_note_mark.html' ':!templates/bulletins/_redline_piece.html' ':!templates/bulletins/_made_by.html' ':!templates/bulletins/_on_behalf.html'

# Deno formats, checks and tests the scripts; it runs none of them for the site, and asks no network.
DENO := DENO_NO_UPDATE_CHECK=1 $(VENV)/bin/deno
SCRIPTS := --quiet --config tests/writing/deno.json $$(git ls-files '*.js')

# A run on this machine only: plain HTTP on the loopback address, with a key of its own, as .env has them.
LOCAL := set -a; . ./.env; set +a

# Tests run side by side; each worker has a database of its own.
WORKERS ?= 2

.PHONY: help run test quick check types style format bench mutate stop lock pictures

help: ## list what make can do
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

# The first Python that is new enough: the default one, or python3.13, 3.12, 3.14, also pyenv's, or .venv's own.
define FIND_PYTHON
@python=""; \
for candidate in python3 python3.13 python3.12 python3.14 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[234]*/bin/python3 $(PY); do \
  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then python="$$candidate"; break; fi; \
done; \
if [ -z "$$python" ]; then echo "Rapporteur needs Python 3.12 or later with venv; none was found. Install python3.13 (and python3.13-venv)." >&2; exit 1; fi
endef

INSTALL = $(FIND_PYTHON); "$$python" -m forum.installation

$(RUN_READY): requirements.txt
	$(INSTALL) requirements.txt

$(TEST_READY): requirements-dev.txt
	$(INSTALL) requirements-dev.txt

# Whatever reads manuscripts writes no file, and compiled at each start what nobody else had.
run: ## set up everything and serve the demo forum
	$(INSTALL) requirements.txt
	@$(PY) -m compileall -q forum speakers bulletins
	@$(LOCAL); exec $(PY) manage.py run_demo --port $(PORT)

check: $(TEST_READY) ## format, lint, import contracts, types, migrations
	@$(MAKE) --no-print-directory -j 2 types style

# What takes longest, beside all the others.
types: $(TEST_READY) ## what mypy says of the types
	$(PY) -m mypy   # not bin/mypy: a package of that name shadows tests/ there

style: $(TEST_READY) ## format, lint, import contracts, migrations
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	git ls-files $(TEMPLATES) | xargs $(VENV)/bin/djade --check --target-version 6.0
	$(DENO) fmt --check $(SCRIPTS)
	$(DENO) lint $(SCRIPTS)
	$(DENO) check $(SCRIPTS)
	$(VENV)/bin/lint-imports
	DJANGO_SETTINGS_MODULE=tests.settings $(PY) manage.py makemigrations --check --dry-run

# The browser's tests come after the others, for what they measure wants a machine without other work. Files are taken
# in their order: the longest, which have few tests, stand at the beginning, and at the end no core waits for another.
test: check ## set up everything and run all checks and tests
	$(VENV)/bin/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --ignore=tests/browser --cov --cov-report= --cov-fail-under=0
	$(VENV)/bin/pytest tests/browser -n $(WORKERS) --dist loadfile --cov --cov-append --cov-report=term

quick: $(TEST_READY) ## run the tests that are neither slow nor in a browser
	$(VENV)/bin/pytest -q -n $(WORKERS) --dist loadfile --no-cov --ignore=tests/browser -m "not slow"

bench: $(TEST_READY) ## measure, as ratios within one run
	$(VENV)/bin/pytest tests/bench --benchmark-columns=min,median,max --no-cov -o addopts="--import-mode=importlib --reuse-db"

mutate: $(TEST_READY) ## change one place of the code at a time (FILES, SAMPLE, SEED, CONTEXTS), and see what no test notices
	@FILES="$(FILES)" SAMPLE="$(or $(SAMPLE),50)" SEED="$(or $(SEED),1)" CONTEXTS="$(CONTEXTS)" $(PY) -m tests.mutate

format: $(TEST_READY) ## format code and templates, and mend what ruff can
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	git ls-files $(TEMPLATES) | xargs $(VENV)/bin/djade --target-version 6.0
	$(DENO) fmt $(SCRIPTS)

# Of a demo forum of their own, so that what stands in this checkout's database neither shows nor changes.
pictures: ## take the pictures of the README and of the editors' guide anew
	$(INSTALL) requirements-dev.txt
	@$(LOCAL); export RAPPORTEUR_DATA=$$(mktemp -d); chmod 755 "$$RAPPORTEUR_DATA"; trap '$(PY) -m forum.database stop; rm -rf "$$RAPPORTEUR_DATA"' EXIT; \
	$(PY) manage.py migrate --verbosity 0; $(PY) manage.py collectstatic --noinput --verbosity 0; \
	$(PY) manage.py demo; $(PY) manage.py shell --verbosity 0 --command "from tests.pictures import main; main()"

stop: $(RUN_READY) ## stop the embedded PostgreSQL
	@$(PY) -m forum.database stop

lock: $(TEST_READY) ## pin every dependency with its hashes, and without an index's address
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.txt
