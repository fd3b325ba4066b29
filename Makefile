# The doors of the project. `make run` and `make test` do all their own set-up; each needs only Python 3.11-3.13.
HOST = 127.0.0.1
PORT ?= 8000
-include .env
export
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python; do command -v $$p && break; done)
SETUP = @test -n "$(PYTHON)" || { echo "Sao Làng needs Python 3.11, 3.12 or 3.13, and no python3 was found." >&2; exit 1; }; \
	"$(PYTHON)" config/setup.py
IN_VENV = && exec .venv/bin/python

.PHONY: run setup test lint format bench audit messages

run:       ## the site at http://HOST:PORT, with everything it needs
	$(SETUP) run --host "$(HOST)" --port "$(PORT)"
setup:     ## all of the first `make run` but starting the server
	$(SETUP) setup
test:      ## every test but the browser's; ARGS go to pytest
	$(SETUP) dev $(IN_VENV) -m pytest -n 2 -m "not browser" $(ARGS)
lint:      ## style, types, import contracts
	$(SETUP) dev && .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports
format:    ## rewrites the code in the project's style
	$(SETUP) dev && .venv/bin/ruff check --fix . && .venv/bin/ruff format .
bench:     ## the figures of docs/performance.md; ONLY=search runs one part
	$(SETUP) dev $(IN_VENV) -m bench $(if $(ONLY),--only "$(ONLY)") $(ARGS)
audit:     ## Lighthouse and axe on the main pages (needs node and Chromium)
	$(SETUP) setup $(IN_VENV) audit/run.py $(ARGS)
messages:  ## writes texts that still lack an English translation to locale/en/parts/new.po
	$(SETUP) dev $(IN_VENV) manage.py find_messages
