# Passe-savoirs: `make help` lists what can be asked for.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# Compiled modules are kept: every start imports several hundred of them.
export PYTHONDONTWRITEBYTECODE :=
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help run dev test bench lint catalogues verrou installer installer-dev

help:  ## Say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

# uv installs in seconds; where it cannot be had, pip does the same more slowly. Building pip into the environment would
# take longer than all the rest, so it is done only where nothing else can bring uv there.
$(VENV)/installe: requirements.txt
	@echo "→ Environnement et dépendances"
	@test -x $(PY) || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PY) -m uv --version >/dev/null 2>&1 \
		|| uv pip install -q --python $(PY) uv 2>/dev/null \
		|| $(PYTHON) -m pip --python $(PY) install -q --disable-pip-version-check uv 2>/dev/null \
		|| { $(PYTHON) -m venv $(VENV) && $(PY) -m pip install -q --disable-pip-version-check uv; } \
		|| true
	@$(PY) -m uv pip install -q --python $(PY) -r requirements.txt 2>/dev/null || $(PY) -m pip install -q -r requirements.txt
	@touch $@

$(VENV)/installe-dev: requirements-dev.txt $(VENV)/installe
	@$(PY) -m uv pip install -q --python $(PY) -r requirements-dev.txt 2>/dev/null || $(PY) -m pip install -q -r requirements-dev.txt
	@touch $@

installer: $(VENV)/installe  ## Install what the site needs
installer-dev: $(VENV)/installe-dev  ## Install what development needs too

run: $(VENV)/installe  ## Run the site on http://127.0.0.1:8000 (PORT= to change)
	@DJANGO_SETTINGS_MODULE=portail.settings.local exec $(PY) -m portail.outillage.demarrage --port $(PORT)

dev: $(VENV)/installe-dev  ## Run the site with DEBUG and autoreload
	@DJANGO_SETTINGS_MODULE=portail.settings.dev exec $(PY) -m portail.outillage.demarrage --port $(PORT) --rechargement

test: $(VENV)/installe-dev  ## Lint, types, and all the tests that this machine can run
	@$(PY) -m portail.outillage.verifications

bench: $(VENV)/installe-dev  ## Measure (see bench/README.md)
	@$(PY) -m bench

lint: $(VENV)/installe-dev  ## Format and fix what can be
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format . && $(BIN)/djhtml --tabwidth 4 templates

catalogues: $(VENV)/installe-dev  ## Bring the message catalogues up to date and compile them
	@$(PY) -m portail.outillage.catalogues

verrou: $(VENV)/installe  ## Renew the pinned requirements
	$(PY) -m uv pip compile -q --upgrade --no-emit-index-url requirements.in -o requirements.txt
	$(PY) -m uv pip compile -q --upgrade --no-emit-index-url requirements-dev.in -o requirements-dev.txt
