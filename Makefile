# Two commands do everything: `make demo` and `make test`. Each sets up its environment in .venv first.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
ARGS ?=
UV ?= uv

.PHONY: demo test lab bench setup lock clean
.DELETE_ON_ERROR:

demo: setup  ## a whole turn with simulated students: release, hand in, grade, feedback, table of marks
	$(BIN)/usjapan demo $(ARGS)

test: setup  ## every test; see tests/README.md for what needs a browser or the report texts
	@sh tests/install_browser.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

lab: setup  ## JupyterLab on your own copy of the lessons
	$(BIN)/usjapan lab $(ARGS)

bench: setup  ## benchmarks, apart from the tests
	$(BIN)/python -m tests.benchmarks $(ARGS)

setup: $(STAMP)

# Hashes pin every package; the project itself follows without its dependencies, so that nothing unpinned comes in.
$(STAMP): requirements/all.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This course needs Python 3.11 or newer; $(PYTHON) is older. Name another: make PYTHON=python3.12 demo" >&2; exit 1; }
	@echo "Setting up .venv (a minute or two, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/all.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:  ## renew the pinned versions (needs uv); versions and hashes only, no addresses
	$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	  --no-annotate --quiet pyproject.toml requirements/build.in --extra staff --extra cluster --extra test -o requirements/all.txt
	$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	  --no-annotate --quiet pyproject.toml requirements/build.in -c requirements/all.txt -o requirements/student.txt

clean:  ## remove what the commands above made; your lessons in my-lessons stay
	rm -rf .venv demo-course test-artifacts build dist
