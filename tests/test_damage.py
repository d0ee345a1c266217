"""Acts made up, damaged, and read back: how many facts come back, how many are invented."""

from __future__ import annotations

import random

import pytest

from adilet_parser import parse
from tests.damage import DAMAGES
from tests.made_acts import facts_of, make, printed
from tests.test_sample import check_invariants

ACTS = 25
# (recovered at least, invented at most) of all facts, at half and at full strength; measured figures: docs/robustness.md
FLOORS = {
    "pages_broken": (0.995, 0.005, 0.98, 0.01),
    "indents_lost": (0.99, 0.0, 0.97, 0.0),
    "line_ends_trimmed": (0.99, 0.0, 1.0, 0.0),
    "empty_lines_lost": (1.0, 0.0, 0.99, 0.005),
    "lines_doubled": (0.93, 0.09, 0.88, 0.16),
    "paragraphs_lost": (0.93, 0.05, 0.84, 0.12),
}


def test_undamaged_acts_come_back_whole() -> None:
    for seed in range(ACTS):
        made = make(seed)
        act = parse(printed(made).encode(), "made.txt")
        check_invariants(act)
        assert facts_of(act) == made.facts
        assert act.text.split("\n") == [line.text for line in made.lines]


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("strength", [0.5, 1.0])
def test_damaged_acts_come_back(name: str, strength: float) -> None:
    low, high, low_full, high_full = FLOORS.get(name, (1.0, 0.0, 1.0, 0.0))
    found = right = gold = 0
    for seed in range(ACTS):
        made = make(seed)
        act = parse(DAMAGES[name](made, random.Random(seed), strength).encode(), "made.txt")
        check_invariants(act)
        facts = facts_of(act)
        found, right, gold = found + facts.total(), right + (facts & made.facts).total(), gold + made.facts.total()
    assert right / gold >= (low if strength < 1 else low_full)
    assert 1 - right / found <= (high if strength < 1 else high_full)
