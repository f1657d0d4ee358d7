import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LEARNING = Path(__file__).parents[3] / "data" / "reading"


@pytest.fixture
def learn(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What learns the weights, which is no part of the package; it wants numpy and scipy."""
    pytest.importorskip("numpy")
    pytest.importorskip("scipy")
    monkeypatch.setattr(sys, "path", [str(LEARNING), *sys.path])
    yield importlib.import_module("learn")
    for name in ("learn", "texts", "layouts"):
        sys.modules.pop(name)
