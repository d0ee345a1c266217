"""Conservation: planted faults must break the balance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adilet_parser.check.conservation import balance, leaf_problems
from adilet_parser.read.media import read
from adilet_parser.read.source import Source
from adilet_parser.repair.mend import repair_source
from adilet_parser.repair.repaired import Repaired
from adilet_parser.segment.act import segment
from tests.conftest import TEXT_FILE


@pytest.fixture(scope="module")
def pair() -> tuple[Source, Repaired]:
    source = read(TEXT_FILE.read_bytes())
    return source, repair_source(source)


def test_the_sample_is_conserved(pair: tuple[Source, Repaired]) -> None:
    record, problems = balance(*pair)
    assert record.exact
    assert problems == []
    assert record.source == record.text + record.dropped
    assert record.substituted == sum(
        left != right
        for entry in pair[1].repairs
        if entry.kind == "homoglyph"
        for left, right in zip(entry.before, entry.after, strict=True)
    )


def _swap(text: str, at: int) -> str:
    return text[:at] + ("б" if text[at] != "б" else "в") + text[at + 1 :]


@pytest.mark.parametrize(
    "fault",
    [
        lambda r: replace(r, runs=r.runs[:100] + r.runs[101:]),  # a stretch is forgotten
        lambda r: replace(r, runs=(*r.runs, r.runs[5])),  # a stretch is held twice
        lambda r: replace(r, text=_swap(r.text, 5000)),  # a letter is changed
        lambda r: replace(r, text=r.text + " қосымша"),  # a word is invented
        lambda r: replace(r, text=r.text[:-9]),  # the end is cut off
        lambda r: replace(r, dropped=((0, 40),)),  # what is held is also called dropped
        lambda r: replace(r, repairs=tuple(e for e in r.repairs if e.kind != "homoglyph")),  # substitutions go unlogged
    ],
)
def test_planted_faults_break_the_balance(pair: tuple[Source, Repaired], fault) -> None:  # type: ignore[no-untyped-def]
    source, repaired = pair
    record, problems = balance(source, fault(repaired))
    assert not record.exact
    assert [entry.code for entry in problems] == ["text_not_conserved"]


def test_leaves_hold_the_text_once(pair: tuple[Source, Repaired]) -> None:
    repaired = pair[1]
    root = segment(repaired).root
    assert leaf_problems(root, repaired.text) == []
    lost = next(element for element in root.walk() if element.kind == "point")
    kept = lost.children[:]
    lost.children[:] = kept[1:] or [*kept, kept[0]]
    assert leaf_problems(root, repaired.text)
    lost.children[:] = [*kept, kept[0]]
    assert leaf_problems(root, repaired.text)
