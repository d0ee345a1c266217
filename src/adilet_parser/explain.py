"""Why a record says what it says: its rule, its words, what was repaired under them, where they stand in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex
from rapidfuzz import process

from adilet_parser.model.act import RECORD_LISTS, Act
from adilet_parser.model.base import Frozen, Record, Span
from adilet_parser.model.provenance import Box
from adilet_parser.model.tree import Node

# "steps[3]", "citations 12", "durations.0": one record by its list and index
RECORD = regex.compile(rf"^(?P<list>{'|'.join(RECORD_LISTS)})[\[\s.:]+(?P<index>\d+)\]?$")


class SourcePlace(Frozen):
    """One stretch of the input behind a record: `start` and `end` as in the source map; for texts the number of the line
    (from 1) and the line as it was, for PDFs the box on the page."""

    start: int
    end: int
    line: int | None = None
    printed: str | None = None
    box: Box | None = None


class Change(Frozen):
    """A repair under a record, with its place in the text."""

    kind: str
    rule: str
    span: Span
    before: str
    after: str


class Explanation(Frozen):
    """One record (or, where a place has none, the element itself: `rule` null) and all that stands behind it."""

    record: str
    at: str | None
    rule: str | None
    span: Span
    text: str
    says: dict[str, object]
    repairs: tuple[Change, ...]
    source: tuple[SourcePlace, ...]


class NoSuchPlaceError(LookupError):
    """Nothing has this locator; `near` are the ones most like it."""

    def __init__(self, at: str, near: list[str]) -> None:
        super().__init__(at)
        self.near = near


def explain(act: Act, at: str, source: str | None = None) -> list[Explanation]:
    """Everything about a locator ("annex_13.point_5": all records there and below) or one record ("steps[3]").

    `source` is the decoded input of a text file, for its lines. An index beyond the list
    gives nothing; an unknown locator raises NoSuchPlaceError.
    """
    lines = _Lines(source) if source is not None else None
    one = RECORD.match(at)
    if one is not None:
        rows = [(one["list"], int(one["index"]), row) for row in getattr(act, one["list"])[int(one["index"]) :][:1]]
    else:
        rows = [(name, index, record) for name, index, record in _records(act) if _is_at(record, at)]
    if rows or one is not None:
        return [_explained(act, f"{name}[{index}]", record, lines) for name, index, record in rows]
    node = next((node for node in _nodes(act.tree) if node.at == at), None)
    if node is None:
        known = list(dict.fromkeys(node.at for node in _nodes(act.tree) if node.at is not None))
        raise NoSuchPlaceError(at, [match[0] for match in process.extract(at, known, limit=3)])
    return [_about(act, node.kind, node.at, None, node.span, {}, lines)]


def _records(act: Act) -> Iterator[tuple[str, int, Record]]:
    for name in RECORD_LISTS:
        for index, record in enumerate(getattr(act, name)):
            yield name, index, record


def _is_at(record: Record, at: str) -> bool:
    place = getattr(record, "at", None) or getattr(record, "annex", None) or ""
    return place == at or place.startswith(f"{at}.")


def _nodes(tree: Node) -> Iterator[Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def _explained(act: Act, name: str, record: Record, lines: _Lines | None) -> Explanation:
    says = record.model_dump(exclude={"span", "pieces", "rule", "at"}, exclude_none=True, mode="json")
    at = getattr(record, "at", None) or getattr(record, "annex", None)
    return _about(act, name, at, record.rule, record.span, says, lines)


def _about(
    act: Act, name: str, at: str | None, rule: str | None, span: Span, says: dict[str, object], lines: _Lines | None
) -> Explanation:
    start, end = span
    changes = tuple(
        Change(kind=r.kind, rule=r.rule, span=r.span, before=r.before, after=r.after)
        for r in act.repairs
        if r.span[0] < end and start < max(r.span[1], r.span[0] + 1)
    )
    return Explanation(
        record=name, at=at, rule=rule, span=span, text=act.text[start:end], says=says, repairs=changes,
        source=tuple(_places(act, span, lines)),
    )  # fmt: skip


def _places(act: Act, span: Span, lines: _Lines | None) -> Iterator[SourcePlace]:
    """Ranges of the input, those that touch each other joined."""
    if act.source_map.lines:
        for box in act.source_map.boxes(*span):
            yield SourcePlace(start=span[0], end=span[1], box=box)
        return
    for start, end in _joined(act.source_map.locate(*span)):
        line, printed = lines.at(start) if lines is not None else (None, None)
        yield SourcePlace(start=start, end=end, line=line, printed=printed)


def _joined(ranges: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in ranges:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


class _Lines:
    """The lines of a text file by character offset."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *(match.end() for match in regex.finditer(r"\r\n|\n|\r", source))]

    def at(self, offset: int) -> tuple[int, str]:
        number = bisect_right(self.starts, offset)
        end = self.starts[number] if number < len(self.starts) else len(self.source)
        return number, self.source[self.starts[number - 1] : end].rstrip("\r\n")
