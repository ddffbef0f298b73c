# Two commands on a fresh machine with Python 3.11 or later and nothing else: `make run` and `make test`.
#
# `make run TORCH_FROM="--index-url ADDRESS"` takes PyTorch from ADDRESS: its publisher has an index of CPU builds.
# On Linux the build of the public registry brings gigabytes of GPU libraries, which this project never uses.

PYTHON ?= python3
TORCH_FROM ?=
HOST ?= 127.0.0.1
PORT ?= 7860

BIN := .venv/bin
# --no-compile: of the twenty thousand modules installed, Python compiles the few that it imports when it first does.
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --no-compile
# The lock holds every package with its hash, so there is nothing for pip to resolve: --no-deps.
LOCKED := $(INSTALL) --no-deps -r
READ_BY_INGEST := $(shell find corpus ingest index -type f -not -name '*.pyc' 2>/dev/null)

# On a machine that others use too, two threads that wait for each other are far slower than one: only the first index,
# twenty-nine thousand questions to embed and nothing to wait for, takes two (85 texts a second instead of 50).
export OMP_NUM_THREADS ?= 1
INGEST := OMP_NUM_THREADS=2 COOPSANTE_THREADS=2 $(BIN)/coopsante ingest
export TOKENIZERS_PARALLELISM ?= false

.PHONY: run test ready check index eval bench browser lock words licences clean

run: var/index.built  ## the chat, in a browser
	@$(BIN)/coopsante serve --host $(HOST) --port $(PORT)

test:  ## every test that this machine can run, then the evaluation gate
	@$(MAKE) --jobs=3 ready
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder
	$(BIN)/coopsante eval --one-in 4

check: .venv/dev.installed  ## what must pass before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

index: .venv/run.installed  ## read the documents again and rebuild the index
	$(INGEST)
	@mkdir -p var && touch var/index.built

eval: .venv/dev.installed var/index.built  ## mark the answers on the evaluation cases; writes var/eval/rapport.html
	$(BIN)/coopsante eval

bench: .venv/bench.installed var/index.built  ## this assistant against a vanilla pipeline; writes benchmarks/README.md
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.turns

# ---- what the targets above rest on; each file is the stamp of a step that is done

.venv/torch.installed:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 ou plus récent est nécessaire : make run PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "1/4  environnement .venv et PyTorch, sans carte graphique (une seule fois)"
	$(PYTHON) -m venv .venv
	$(INSTALL) $(TORCH_FROM) torch==2.13.0
	@touch $@

.venv/run.installed: .venv/torch.installed requirements.lock pyproject.toml
	@echo "2/4  bibliothèques, aux versions de requirements.lock"
	$(LOCKED) requirements.lock
	@echo "3/4  le projet"
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.installed: .venv/run.installed requirements-dev.lock
	$(LOCKED) requirements-dev.lock
	@touch $@

# The vanilla pipeline's retriever asks for an older PyStemmer than ours, and works with it: see requirements-bench.lock.
.venv/bench.installed: .venv/run.installed requirements-bench.lock
	$(LOCKED) requirements-bench.lock
	@touch $@

var/index.built: .venv/run.installed $(READ_BY_INGEST)
	@echo "4/4  modèle et index"
	$(INGEST)
	@mkdir -p var && touch $@

# What the tests need, made at once: downloads go on while the index is built.
ready: .venv/dev.installed var/index.built browser

browser:
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the browser tests"; \
		export DEBIAN_FRONTEND=noninteractive; \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "!!! SKIPPED: the browser tests (marker 'browser'). Installing Chromium failed."; \
	else \
		echo "!!! SKIPPED: the browser tests (marker 'browser'). Install Chromium to run them: apt-get install chromium"; \
	fi

# ---- what is generated and committed

# pip-compile with the CPU build of PyTorch at hand; its lines are dropped, for that build's hash is not the registry's.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .venv/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	--unsafe-package torch --strip-extras --no-emit-options --no-annotate --build-deps-for editable
WITHOUT_TORCH := awk '/^torch==/ {drop = 1; next} drop && /^ / {next} {drop = 0} 1'

lock: .venv/torch.installed  ## requirements*.lock from pyproject.toml; add UPGRADE=--upgrade for newer versions
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install --quiet pip-tools==7.6.2
	$(COMPILE) $(UPGRADE) --output-file requirements.lock pyproject.toml
	cp requirements.lock requirements-dev.lock
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	for lock in requirements.lock requirements-dev.lock; do \
		$(WITHOUT_TORCH) $$lock > .venv/$$lock && mv .venv/$$lock $$lock; done

words: .venv/dev.installed  ## Click's own words in French, compiled after an edit of coopsante.po
	$(BIN)/pybabel compile --domain coopsante --directory assistant/locale --statistics

licences: .venv/dev.installed  ## the table of NOTICE
	$(BIN)/python scripts/licences.py

clean:  ## forget the environment and the index
	rm -rf .venv var
