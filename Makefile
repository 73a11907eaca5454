# What a person does with AtendeAI: `make demo` to see it, `make test` before a change leaves the house.
# A machine needs Python 3.11 or newer, make and git; the rest is installed into .venv from the hashed locks.

VENV := .venv
BIN := $(VENV)/bin
UV := uv==0.13.9
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo serve test lint types layers unit coverage quick bench bench-simulator bench-understanding bench-baselines train docs lock clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-19s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## Watch a patient book a visit, with nothing to set up
	@$(BIN)/atendeai demo

serve: $(VENV)/run.stamp ## Run the server with the settings of the environment
	@$(BIN)/atendeai serve

test: lint types layers unit coverage ## Everything that a change must pass

lint: $(VENV)/dev.stamp ## Style and likely mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp ## Strict types
	$(BIN)/mypy --strict

layers: $(VENV)/dev.stamp ## The directions in which rooms may know each other
	$(BIN)/lint-imports

unit: $(VENV)/dev.stamp ## The tests, measuring what they reach
	$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=

coverage: unit ## Every branch where we decide and compute, nine tenths elsewhere
	$(BIN)/coverage report --skip-covered --skip-empty --fail-under=90
	$(BIN)/coverage report --rcfile=tools/pure.coveragerc

quick: $(VENV)/dev.stamp ## The tests without the slow ones, measuring nothing
	$(BIN)/pytest -n 2 --dist loadfile -m 'not slow'

bench: $(VENV)/dev.stamp ## The figures of the README, measured here
	$(BIN)/python -m benchmarks

bench-simulator: $(VENV)/dev.stamp ## Scripted patients: how many get what they came for
	$(BIN)/python -m benchmarks.simulator

bench-understanding: $(VENV)/dev.stamp ## How well messages are understood, beside other ways of doing it
	$(BIN)/python -m benchmarks.understanding

bench-baselines: $(VENV)/dev.stamp ## Install those other ways under build/, apart from everything else
	sh benchmarks/understanding/baselines/install.sh $(BIN)/python build/baselines

train: $(VENV)/dev.stamp ## Teach the classifier of intents anew from training/utterances, into the model that ships
	OPENBLAS_CORETYPE=Haswell OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.train

docs: $(VENV)/run.stamp ## Rewrite the parts of the README that are made from the code
	$(BIN)/python tools/readme.py

lock: $(VENV)/dev.stamp ## Resolve the dependencies anew and write both locks
	@$(INSTALL) '$(UV)'
	$(BIN)/python tools/lock.py

clean: ## Remove what was made, and the environment
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is installed again when a lock or the project's own description changed, and only then.
$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/made.stamp
	@echo "Installing what AtendeAI runs on into $(VENV) …"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(VENV)/made.stamp
	@echo "Installing what AtendeAI runs on and is tested with into $(VENV) …"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run.stamp

$(VENV)/made.stamp:
	@python=$$(PYTHON='$(PYTHON)' sh tools/find_python.sh) && "$$python" -m venv $(VENV)
	@touch $@
