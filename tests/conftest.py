"""The sample act, parsed once for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adilet_parser import Act, parse

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "almaty-2019-43"
TEXT_FILE = SAMPLE / "000_58b631955cadfebe.txt"
PDF_FILE = SAMPLE / "line-order.pdf"


@pytest.fixture(scope="session")
def text_act() -> Act:
    return parse(TEXT_FILE)


@pytest.fixture(scope="session")
def pdf_act() -> Act:
    return parse(PDF_FILE)


@pytest.fixture(scope="session")
def real_corpus() -> Path:
    """Acts outside the repository; the tests skip where they are not at hand."""
    folder = os.environ.get("ADILET_REAL_CORPUS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("ADILET_REAL_CORPUS names no folder")
    return Path(folder)
