# Two commands for newcomers: `make demo` and `make test`. Both install what they need into .venv first.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
STAMP := $(VENV)/.installed

.PHONY: demo test test-all bench bench-batch robustness audit clean

$(STAMP): pyproject.toml src/adilet_parser/version.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -c "open('$(STAMP)', 'w').close()"

demo: $(STAMP)  ## parse everything in corpus/, score it, show a short table
	$(BIN)/python scripts/demo.py

test: $(STAMP)  ## style, types, tests, scores
	$(BIN)/ruff check src tests scripts
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow" -n auto
	$(BIN)/adilet-parser score

test-all: test  ## and what takes minutes or needs more tools
	$(BIN)/pytest -m slow -rs

bench: $(STAMP)  ## speed as ratios in one run
	$(BIN)/python scripts/bench_parse.py
	$(BIN)/python scripts/bench_pdf.py

bench-batch: $(STAMP)  ## ten thousand acts: speed, workers, memory over time (about ten minutes)
	$(BIN)/python scripts/bench_batch.py

robustness: $(STAMP)  ## the tables of docs/robustness.md (about ten minutes)
	$(BIN)/python scripts/robustness.py all --write

audit: $(STAMP)  ## known faults of the installed dependencies (asks the network)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --skip-editable

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(d, ignore_errors=True) for d in ('$(VENV)', 'build', 'dist')]"
