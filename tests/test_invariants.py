"""What must hold of any act whatever: the same facts from the same words, in whatever bytes they come."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adilet_parser import Act, parse, repair
from tests.conftest import ROOT
from tests.test_sample import check_invariants

# Extracted texts always; the clean ones beside them in `make test-all`.
TEXTS = [
    pytest.param(path, marks=[pytest.mark.slow] if path.stem == "clean" else [], id=f"{path.parent.name}-{path.stem}")
    for path in sorted((ROOT / "corpus").glob("*/*.txt"))
]
LISTS = ("annexes", "chapters", "points", "steps", "durations", "citations", "notes", "defined_terms", "amendments")
# With blanks at line ends gone, with other letters for the same sign, spans move; what is said does not.
PLACES = {"span", "pieces", "target_span"}
VARIANTS: dict[str, Callable[[str], bytes]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "blank lines behind": lambda text: (text + "\n" * 50).encode(),
    "blank lines before": lambda text: ("\n" * 3 + text).encode(),
    "blanks on blank lines": lambda text: "\n".join(line or "   " for line in text.split("\n")).encode(),
    "NBSP": lambda text: text.replace(" жылғы", "\u00a0жылғы").replace("№ ", "№\u00a0").encode(),
    "soft hyphens": lambda text: text.replace("қызмет", "қыз\u00adмет").encode(),
    "form feed at the end": lambda text: (text + "\f").encode(),
}


def facts(act: Act) -> dict[str, list[dict[str, Any]]]:
    """All records without their places in the text."""
    found = {name: [row.model_dump(exclude=PLACES) for row in getattr(act, name)] for name in LISTS}
    return found | {"act": [act.act.model_dump()]}


@pytest.fixture(scope="module", params=TEXTS)
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_words_are_the_same_facts(text: str, variant: str) -> None:
    act = parse(VARIANTS[variant](text), "a.txt")
    check_invariants(act)
    assert facts(act) == facts(parse(text.encode(), "a.txt"))


def test_reading_what_was_repaired_keeps_the_facts(text: str) -> None:
    once = parse(text.encode(), "a.txt")
    again = parse((once.text + "\n").encode(), "a.txt")
    for name in ("durations", "notes", "defined_terms", "citations"):
        key = "term" if name == "defined_terms" else "text"
        assert [getattr(row, key) for row in getattr(again, name)] == [getattr(row, key) for row in getattr(once, name)]


def test_repairing_twice_changes_nothing(text: str) -> None:
    once = repair(text.encode())
    assert repair((once + "\n").encode()) == once


def test_hash_seeds_and_processes_change_nothing() -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; from adilet_parser import parse\n"
        "for path in sys.argv[1:]: print(hashlib.sha256(parse(path).model_dump_json().encode()).hexdigest())"
    )
    paths = [
        str(path)
        for path in sorted((ROOT / "corpus").glob("*/*.txt"))
        if "stream" in path.name or "almaty" in str(path)
    ]
    told = {
        subprocess.run(
            [sys.executable, "-c", script, *paths], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    here = "".join(hashlib.sha256(parse(path).model_dump_json().encode()).hexdigest() + "\n" for path in paths)
    assert {out.decode().replace("\r", "") for out in told} == {here}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return


@pytest.mark.usefixtures("no_network")
def test_nothing_is_asked_of_the_network() -> None:
    for path in (ROOT / "corpus" / "vko-2015-214").iterdir():
        assert parse(path).text
    page = b'<html><body><img src="http://example.kz/a.png"><link rel="stylesheet" href="//example.kz"><p>1. \xd2\x9a.</p></body></html>'
    parse(page, "a.html")
