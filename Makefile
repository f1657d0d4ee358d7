# Every target does its own set-up: a virtual environment in .venv, made anew when the dependencies changed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: play run test check fmt lint types contracts pictures
.DEFAULT_GOAL := play

.venv/play: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[play]'
	@touch $@

.venv/dev: .venv/play
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

play: .venv/play  ## try the bot in a browser page, without Discord
	$(BIN)/drabble-bot play

run: .venv/play  ## the real bot; its token is read from .env
	$(BIN)/drabble-bot run

test: .venv/dev  ## the whole test suite
	$(BIN)/python -m pytest -n 2

check: .venv/dev  ## everything a change has to pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term --cov-fail-under=90

fmt: .venv/dev  ## lay the code out
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
