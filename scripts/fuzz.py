"""Coverage-guided fuzzing of the text, HTML and PDF readers (needs atheris: pip install atheris).

    python scripts/fuzz.py [CORPUS_FOLDER] -runs=50000 -max_len=4000

Every input must give a record that keeps the invariants, never an exception; what breaks one is written to a file `crash-...`
by the fuzzer and belongs into tests/faults/ once it is mended.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["adilet_parser"]):
    from adilet_parser import parse

from tests.test_sample import check_invariants  # noqa: E402

OPENINGS = (
    b"",
    "Қала әкімдігінің 2019 жылғы 5 мамырдағы № 7 қаулысы\nҚАУЛЫ ЕТЕДІ:\n1. ".encode(),
    b"<html><body><p>",
    b"%PDF-1.4\n",
)


def one_input(data: bytes) -> None:
    """The first byte chooses what the rest pretends to be."""
    if data:
        check_invariants(parse(OPENINGS[data[0] % len(OPENINGS)] + data[1:], "fuzz"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
