# Two of these are a promise: from a clean clone, with python3, make and git, on a minimal Debian,
# `make site` builds the site and `make test` runs all checks. Whatever they need, .ci/bootstrap gets.

# Programs of the environment are run through its python: their own first line names a full path,
# which is wrong after the checkout has moved, and too long or split where the path is unusual.
python := .venv/bin/python
run := $(python) -m

# Two workers, as on the smallest machine that the tests are meant for. Another number: JOBS=4
JOBS := 2

.PHONY: site test lint types layers dependencies tests coverage approve lock docs fresh machine clean help tools

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

site: ## set up what building needs, and build content/ into output/
	@.ci/bootstrap site
	@$(run) briefgen build

test: lint types layers dependencies tests ## set up what testing needs, and run all checks

lint: tools ## style and format
	@$(run) ruff check
	@$(run) ruff format --check

types: tools ## static types
	@$(run) mypy

layers: tools ## no stage imports a later one
	@$(python) .venv/bin/lint-imports

dependencies: tools ## every import is declared, every declaration is used
	@$(run) deptry .

tests: tools ## the tests; a part of them: make tests ONLY=tests/packaging
	@$(run) pytest -n $(JOBS) --durations=25 $(ONLY)

coverage: tools ## the tests once more, with what they reach: each program that they start is measured, a third slower
	@$(run) pytest -n $(JOBS) --cov $(ONLY)

approve: tools ## take pages of briefs as they look now for the approved pictures
	@BRIEFGEN_APPROVE=1 $(run) pytest tests/brief/test_pictures.py

docs: tools ## write the pages of docs/ that are made from the code
	@$(run) briefgen.plan.handbook > docs/themes.md
	@$(run) tests.checks.handbook > docs/checks.md

machine: tools ## five hundred random sequences of edits, each incremental build against a clean one
	@BRIEFGEN_SEQUENCES=500 $(run) pytest tests/engine/test_incremental.py

tools:
	@.ci/bootstrap test

lock: ## choose the newest packages that pyproject.toml allows
	@.ci/lock

fresh: ## try both promises on a new minimal Debian (root only)
	@.ci/fresh

clean: ## delete what was built; the environment stays
	rm -rf output .briefgen .coverage .coverage.*
