# Everything runs from a bare clone: each target makes the environment it needs first.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
export SOURCE_DATE_EPOCH ?= 315532800
export PYTHONHASHSEED := 0
export MPLBACKEND := agg
# Only where it is given to make: some systems have a LANGUAGE of their own.
EDITION := $(if $(filter command line,$(origin LANGUAGE)),--language $(LANGUAGE))
# Each of some hundred processes would compile the package anew.
unexport PYTHONDONTWRITEBYTECODE

# The first Python that is new enough and not too new for the locked packages.
FIND_PYTHON = for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	  && { echo $$p; exit; }; done

.PHONY: help env html pdf lab judges test cluster-test container-test check format lock network audit bench break docs lighthouse messages records screenshots clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# uv makes the environment where it is there, and finds or brings a Python of its own; else Python's own venv does.
$(VENV)/pyvenv.cfg:
	@python=$$($(FIND_PYTHON)); \
	 if command -v uv >/dev/null 2>&1 && uv venv --quiet --seed --clear --python "$${python:->=3.11,<3.14}" $(VENV); then exit; fi; \
	 [ -n "$$python" ] || { echo "make: no Python 3.11, 3.12 or 3.13 found; install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }; \
	 "$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); echo "make: '$$python -m venv' failed; on Debian: apt install python3-venv" >&2; exit 1; }

# Packages come from the lock alone, each checked against its hash.
$(VENV)/.locked: requirements.txt pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing the locked packages (about a minute, once; with uv some seconds) …"
	@$(BIN)/python install.py
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.locked
	@echo "Installing the builders' tools …"
	@$(BIN)/python install.py requirements-dev.txt
	@touch $@

env: $(VENV)/.locked  ## the environment alone: all packages, nothing built

html: $(VENV)/.locked  ## the book: _build/html/index.html; in French: make html LANGUAGE=fr
	@$(BIN)/dossier book $(EDITION)

pdf: html  ## the same book typeset: _build/pdf/
	@$(BIN)/dossier pdf $(EDITION)

lab: $(VENV)/.locked  ## the notebooks, open for re-execution
	@$(BIN)/dossier analyse
	@$(BIN)/jupyter lab notebooks

judges: tests/.judges/.locked  ## install the judges of the built book and of its exports (needs npm)
	@npm ci --prefix tests/book --ignore-scripts --no-audit --no-fund

tests/.judges/.locked: requirements-judges.txt | $(VENV)/pyvenv.cfg
	@$(BIN)/python -m venv --clear tests/.judges
	@tests/.judges/bin/python install.py requirements-judges.txt
	@touch $@

cluster-test: $(VENV)/.dev  ## the same bytes on a Dask cluster of separate processes, of which some are killed
	@$(BIN)/python -m pytest tests/test_cluster.py

container-test: $(VENV)/.dev  ## what the Containerfile says, done in a bare Debian (needs root and debootstrap)
	@$(BIN)/python -m tests.container

test: $(VENV)/.dev  ## all tests, on every core (no network)
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev  ## lint, format and strict types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.dev  ## put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: | $(VENV)/pyvenv.cfg  ## renew the requirements*.txt from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile $(LOCK_FLAGS) -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --group dev --extra cluster -c requirements.txt -o requirements-dev.txt pyproject.toml
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --group judges -o requirements-judges.txt
	@git --no-pager diff --stat -- requirements.txt requirements-dev.txt requirements-judges.txt
LOCK_FLAGS := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

_build/training/.made: pyproject.toml | $(VENV)/.dev
	@$(BIN)/python -m venv --clear --system-site-packages _build/training
	@_build/training/bin/pip install --quiet $$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["training"])')
	@touch $@

network: _build/training/.made  ## train anew what finds contradictions, as training/README.md says (ten minutes and more)
	@PYTHONPATH=.:src:$$($(BIN)/python -c 'import site; print(site.getsitepackages()[0])') _build/training/bin/python -m training

audit: $(VENV)/.locked  ## known flaws of the locked packages (needs an index that publishes them)
	@$(BIN)/python -m venv _build/audit && _build/audit/bin/pip install --quiet pip-audit
	@_build/audit/bin/pip-audit --disable-pip --require-hashes -r requirements.txt

bench: $(VENV)/.dev  ## the measurements of benchmarks/README.md
	@$(BIN)/python -m benchmarks.extraction
	@$(BIN)/python benchmarks/book.py

break: $(VENV)/.dev  ## the campaigns of benchmarks/README.md: kills at random, articles broken at random (an hour)
	@$(BIN)/python -m benchmarks.breaking
	@$(BIN)/python -m benchmarks.mutants

messages: $(VENV)/.dev  ## bring the catalogues of the report's languages up to the messages in the source
	@$(BIN)/python -m tests.messages

docs: $(VENV)/.dev  ## write the pages of docs/ that are made from the source
	@$(BIN)/python -m tests.documentation

lighthouse: html  ## how fast a phone shows each page (needs npm and chromium)
	@npm ci --prefix benchmarks --ignore-scripts --no-audit --no-fund
	@$(BIN)/python benchmarks/lighthouse.py --write

records: $(VENV)/.dev  ## every record of all texts at hand, in one file to compare: _build/records.txt
	@mkdir -p _build && $(BIN)/python -m tests.records _build/records.txt && echo _build/records.txt

screenshots: $(VENV)/.dev html pdf  ## the pictures of the README (needs chromium)
	@$(BIN)/python -m tests.book.screenshots

clean:  ## remove all that was built, but not the environment
	@rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis
