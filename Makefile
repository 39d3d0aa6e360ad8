# Everything here works from a clean clone; second runs only look at the stamps in .venv.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
UV := $(BIN)/python -m uv
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --python-version 3.11

.PHONY: setup dev demo test lint format bench docs lock messages clean
.DEFAULT_GOAL := setup

setup: .venv/.runtime .venv/.package .venv/.messages
	@:

dev: .venv/.dev setup

demo: setup
	$(BIN)/styrhus demo --port $(PORT)

test: dev
	sh tools/system_packages.sh chromium postgresql
	$(BIN)/python tools/run_tests.py

lint: dev
	$(BIN)/python tools/run_tests.py --only lint

format: dev
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .

bench: dev
	$(BIN)/python -m benchmarks

docs: dev
	$(BIN)/python tools/build_docs.py

# Newer versions: make lock LOCK=--upgrade
lock: .venv/.uv
	$(COMPILE) $(LOCK) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) $(LOCK) pyproject.toml --extra postgres --group dev -c requirements/runtime.txt -o requirements/dev.txt
	$(COMPILE) $(LOCK) requirements/build.in -o requirements/build.txt
	$(COMPILE) $(LOCK) requirements/uv.in -o requirements/uv.txt

messages: dev
	$(BIN)/python tools/messages.py
	$(BIN)/python tools/compile_messages.py

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The environment, in steps that each leave a stamp.

.venv/.uv: requirements/uv.txt
	@echo "Making .venv; the first time takes about a minute."
	@sh tools/make_venv.sh $(PYTHON)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.runtime: requirements/runtime.txt | .venv/.uv
	@if [ -e .venv/.dev ]; then rm .venv/.dev; $(MAKE) --no-print-directory .venv/.dev; \
	else $(UV) pip sync --quiet --require-hashes requirements/runtime.txt; fi
	@rm -f .venv/.package
	@touch $@

.venv/.dev: requirements/dev.txt | .venv/.uv
	@$(UV) pip sync --quiet --require-hashes requirements/dev.txt
	@rm -f .venv/.package
	@touch $@ .venv/.runtime

.venv/.package: pyproject.toml requirements/build.txt | .venv/.runtime
	@$(UV) pip install --quiet --no-deps --build-constraints requirements/build.txt -e .
	@touch $@

.venv/.messages: $(wildcard src/styrhus/locale/*/LC_MESSAGES/*.po) | .venv/.runtime
	@$(BIN)/python tools/compile_messages.py
	@touch $@
