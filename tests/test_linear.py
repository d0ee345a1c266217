"""Cost grows linearly with the text: work is counted, not timed; hostile input must finish."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
import regex

from adilet_parser import parse
from adilet_parser.language import patience
from adilet_parser.recognise import durations
from tests.conftest import TEXT_FILE

HOSTILE: dict[str, Callable[[int], bytes]] = {
    "blanks on a line": lambda n: ("Қаулы" + " " * n + "сәйкес;1-қосымшасына\n").encode(),
    "one letter": lambda n: ("а" * n).encode(),
    "one Latin letter": lambda n: b"a" * n,
    "mixed letters": lambda n: ("аi" * (n // 2)).encode(),
    "quotes": lambda n: b'"' * n,
    "opening brackets": lambda n: b"(" * n,
    "digits": lambda n: b"1" * n,
    "numbers with brackets": lambda n: b"1) " * (n // 3),
    "points on lines": lambda n: b"1. " + "\n1. Осы қаулы.".encode() * (n // 24),
    "number signs": lambda n: "№ 1 ".encode() * (n // 5),
    "blanks and commas": lambda n: b" ," * (n // 2),
    "empty lines": lambda n: b"\n" * n,
    "short lines": lambda n: "а\n".encode() * (n // 3),
    "one word": lambda n: "қаулы ".encode() * (n // 11),
    "durations": lambda n: "10 күн ".encode() * (n // 10),
    "references": lambda n: "осы қаулының 1-қосымшасына ".encode() * (n // 50),
    "laws": lambda n: '"а" 2013 жылғы 15 сәуірдегі Қазақстан Республикасы Заңының '.encode() * (n // 110),
    "genitives": lambda n: ("Облысының " * (n // 19) + " бұйрығына").encode(),
    "nested brackets": lambda n: b"(" * (n // 2) + b")" * (n // 2),
    "annex headers": lambda n: "әкімдігінің 2019 жылғы\n\n".encode() * (n // 42),
    "definitions": lambda n: "(бұдан әрі - X) ".encode() * (n // 26),
    "notes": lambda n: "Ескерту. 1-тармақ жаңа редакцияда.\n".encode() * (n // 60),
    "pointing words": lambda n: "осы тармақтың 2) тармақшасы, сол тармақтың 2) тармақшасы ".encode() * (n // 100),
    "pointing words in points": lambda n: (
        "1. Бекітілсін.\n" + "2015 жылғы 5 мамырдағы № 17 бұйрығы\nкөрсетілген бұйрықтың 3-тармағы\n" * (n // 120)
    ).encode(),
    "rows of one": lambda n: "№\n1\n".encode() * (n // 6),
    "tables of actions": lambda n: "№\nӘрекет\nМерзімі\n1\nа\nб\n".encode() * (n // 44),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_finishes(name: str) -> None:
    act = parse(HOSTILE[name](200_000), "hostile.txt")
    assert act.problems
    assert act.conservation.exact


def test_a_pattern_that_hangs_becomes_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durations, "UNIT", regex.compile(r"(?:а|аа)+б"))
    monkeypatch.setattr(patience, "FLOOR", 0.05)
    monkeypatch.setattr(patience, "PER_CHARACTER", 0.0)
    act = parse(
        ("Қаулы туралы\nӘкімдік ҚАУЛЫ ЕТЕДІ:\n1. " + "а" * 5000 + "\n2. Бұл осы қаулының 1-тармағы.\n").encode()
    )
    assert [(entry.code, entry.severity) for entry in act.problems if entry.code == "pattern_timeout"] == [
        ("pattern_timeout", "error")
    ]
    assert act.durations == ()
    assert [row.target for row in act.citations] == ["point_1"]
    assert act.conservation.exact


@pytest.mark.slow
@pytest.mark.parametrize("name", ["one letter", "one Latin letter", "blanks on a line", "empty lines"])
def test_fifty_megabytes_finish(name: str) -> None:
    assert parse(HOSTILE[name](50_000_000), "hostile.txt").problems


def calls_of(work: Callable[[], Any]) -> int:
    """Python and C calls that a piece of work makes."""
    count = 0

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_twice_the_act_is_twice_the_work() -> None:
    data = TEXT_FILE.read_bytes()
    parse(data)
    one = calls_of(lambda: parse(data))
    four = calls_of(lambda: parse(data * 4))
    assert four <= 4.4 * one
