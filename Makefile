# Everything one does here; `make help` lists it.
#
# Nothing relies on an activated environment: .venv is made when needed, brought up to
# date when pyproject.toml changes, and made again when the checkout has moved.
# PYTHON=/path/to/python chooses the interpreter of a new .venv.

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help generate test properties test-browser check mutants mutants-generator \
	coverage changelog corpus clean interpreter check-style check-mypy check-pyright check-printed check-generated

help: ## list what can be made
	@echo "undrift: typed Python clients from the API documentation you actually have"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s  %s\n", $$1, $$2}' Makefile
	@echo
	@echo "ARGS='…' goes to the command: make test ARGS='tests/openapi -x'"

generate: $(READY) ## write generated/ from specs/ and say what changed
	@$(RUN) -m undrift generate $(ARGS)

test: $(READY) ## run every test, the generated contract tests included
	@$(RUN) -m pytest -n auto $(ARGS)

properties: $(READY) ## hold every property against new examples, ten times as many
	@UNDRIFT_EXAMPLES=10 $(RUN) -m pytest -n auto -m hypothesis tests $(ARGS)

test-browser: $(READY) ## open the HTML report in headless Chromium (Debian: chromium)
	@UNDRIFT_BROWSER=required $(RUN) -m pytest -n 0 tests/browser $(ARGS)

check: check-style check-mypy check-pyright check-printed check-generated ## lint, type-check, and see that generated/ is up to date
	@echo "make check: all is well"

mutants: $(READY) ## break each generated client; its contract tests must notice
	@$(RUN) -m tests.mutants $(ARGS)

mutants-generator: $(READY) ## change the generator's code; the tests of each room must notice
	@$(RUN) -m tests.mutation $(ARGS)

coverage: $(READY) ## run every test and show which lines of the generator none runs
	@$(RUN) -m coverage erase
	@$(RUN) -m coverage run -m pytest -n auto $(ARGS)
	@$(RUN) -m coverage combine --quiet
	@$(RUN) -m coverage report

changelog: $(READY) ## show what the next release will say (ARGS='--version X.Y.Z' writes it)
	@$(RUN) -m towncrier build --yes $(if $(ARGS),$(ARGS),--draft --version Unreleased)

corpus: $(READY) ## generate two hundred real documents and type-check them (needs npm)
	@$(RUN) -m benchmarks.corpus $(ARGS)

clean: ## remove .venv, caches and what was built
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .mutation .coverage .coverage.*
	@find generator generated tests -name __pycache__ -type d -prune -exec rm -rf {} +

check-style: $(READY)
	@echo "== ruff"
	@$(RUN) -m ruff check generator generated tests benchmarks
	@echo "== black"
	@$(RUN) -m black --quiet --check --diff generator generated tests benchmarks

check-mypy: $(READY)
	@echo "== mypy"
	@$(RUN) -m mypy generator generated tests benchmarks

# pyright needs Node; where there is none, the package index has one.
check-pyright: $(READY)
	@echo "== pyright"
	@command -v node >/dev/null || $(RUN) -m pip install -qq 'pyright[nodejs]'
	@$(RUN) -m pyright --pythonpath $(RUN)

check-printed: $(READY)
	@echo "== mypy and pyright over tests/emit/printed"
	@command -v node >/dev/null || $(RUN) -m pip install -qq 'pyright[nodejs]'
	@$(RUN) -m tests.emit.check_printed

check-generated: $(READY)
	@echo "== undrift generate --check --full"
	@$(RUN) -m undrift generate --check --full

# The interpreter is tried, not only found: a name on PATH may be a shim that runs
# nothing, and some distributions ship Python without venv.
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
FIND := \
	set -- python3.14 python3.13 python3.12 python3.11 python3; \
	if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; fi; \
	found=; \
	for python in "$$@"; do \
		if "$$python" -c '$(FITS)' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "undrift needs Python 3.11 or newer with venv; tried: $$*." \
			"Install one (Debian: python3 and python3-venv) or say PYTHON=/path/to/python" >&2; \
		exit 1; \
	fi

interpreter:
	@$(FIND); "$$found" -c 'import sys; print(sys.executable)'

# An environment that does not find this very checkout is made anew.
FINDS = $(shell $(RUN) -E -c 'import undrift; print(undrift.__file__)' 2>/dev/null)
ifneq ($(FINDS),$(CURDIR)/generator/undrift/__init__.py)
ANEW := yes
.PHONY: $(READY)
endif

$(READY): pyproject.toml
	@$(FIND); \
	if [ "$(ANEW)" ]; then \
		echo "Making $(VENV) with $$("$$found" -V); this happens once"; \
		"$$found" -m venv --clear $(VENV); \
	else \
		echo "Bringing $(VENV) up to date with pyproject.toml"; \
	fi && \
	$(RUN) -m pip install -qq --no-input --editable '.[dev]' && \
	touch $(READY)
